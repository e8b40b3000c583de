#[test]
fn shelf_is_long() {
    let shelf = vec![1, 2];
    let at = quill::pages(89);
    if at == 2 {
        assert_eq!(shelf[at], 2);
    }
}

#[test]
fn shelf_is_wide() {}
