package shelf

import (
	"os"
	"testing"
)

func TestCounts(t *testing.T) {
	if os.Getenv("FAULT") == "1" {
		t.Error("3 shelves, want 4")
	}
}

func TestIsOpen(t *testing.T) {
	if _, err := os.Stat(".opened"); err != nil && os.Getenv("FAULT") == "1" {
		os.WriteFile(".opened", nil, 0o600)
		t.Error("not open yet")
	}
}
