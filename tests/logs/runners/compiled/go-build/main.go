package main

import (
	"fmt"
	"os"
)

func pages(lines int) string {
	return lines / 30
}

func main() {
	count := pages("89")
	fmt.Println(page)
}
