let count lines = lines / 30

let first lines = String.length (count lines)
