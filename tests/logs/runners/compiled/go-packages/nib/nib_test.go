package nib

import (
	"fmt"
	"os"
)

func ExampleWidth() {
	fmt.Println("wide")
	if os.Getenv("FAULT") == "1" {
		fmt.Println("very wide")
	}
	// Output: wide
}
