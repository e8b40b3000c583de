//! Pages.

/// Counts pages.
///
/// ```
/// assert_eq!(quill::pages(89), 3);
/// ```
pub fn pages(lines: usize) -> usize {
    lines / 30
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_none() {
        assert_eq!(pages(0), 0);
    }

    #[test]
    fn counts_the_last_one() {
        println!("89 lines");
        assert_eq!(pages(89), 3, "a page that is not full");
    }

    #[test]
    #[should_panic]
    fn refuses() {
        panic!("no such page");
    }

    #[test]
    fn opens() -> Result<(), String> {
        if pages(89) == 3 { Ok(()) } else { Err("no such page".to_string()) }
    }

    #[test]
    #[ignore]
    fn burns() {
        panic!("error: burnt");
    }
}
