#[test]
fn a() { panic!("short one"); }
#[test]
fn b() -> Result<(), String> { Err("went wrong".into()) }
#[test]
fn c() { let v: Vec<i32> = vec![]; let _ = v[1]; }
#[test]
#[should_panic]
fn d() { }
#[test]
#[should_panic(expected = "other")]
fn e() { panic!("this one") }
