/// Adds.
///
/// ```
/// assert_eq!(1, 2);
/// ```
pub fn one() -> i32 { 1 }
#[cfg(test)]
mod tests {
    #[test]
    fn bad() { assert_eq!(super::one(), 2); }
    #[test]
    fn good() {}
}
