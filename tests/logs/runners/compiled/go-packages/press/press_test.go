package press

import (
	"fmt"
	"os"
	"testing"
	"time"
)

func TestOpens(t *testing.T) {
	fmt.Println("opening")
}

func TestCloses(t *testing.T) {
	if os.Getenv("FAULT") == "1" {
		fmt.Println("the press does not close")
		os.Exit(1)
	}
}

func TestPrints(t *testing.T) {
	if os.Getenv("FAULT") == "1" {
		time.Sleep(20 * time.Second)
	}
}
