package shelf

import (
	"fmt"
	"os"
	"testing"
)

func TestHolds(t *testing.T) {}

func TestLends(t *testing.T) {
	if _, err := os.Stat("members"); err != nil {
		fmt.Fprintln(os.Stderr, "shelf: nobody to lend to")
		os.Exit(3)
	}
}
