pub struct Shelf {
    length: u32,
}

impl Shelf {
    pub fn new(length: u32) -> Self {
        Shelf { length }
    }

    pub fn pages(&self) -> usize {
        self.length
    }

    pub fn lines(&self) -> u32 {
        self.lenght * 30
    }
}
