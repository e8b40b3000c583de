mod shelf;

fn main() {
    let shelf = shelf::Shelf::new(3);
    let unused = 1;
    let moved = shelf;
    println!("{} pages, {} lines", moved.pages(), shelf.lines());
}
