package page

import (
	"os"
	"testing"
)

func isFaulty() bool {
	return os.Getenv("FAULT") == "1"
}

func TestCounts(t *testing.T) {
	t.Log("counting")
	if isFaulty() {
		t.Fatal("7 pages, want 8")
	}
}

func TestNames(t *testing.T) {
	for _, name := range []string{"two words", "a/b", "again", "again"} {
		t.Run(name, func(t *testing.T) {
			if isFaulty() {
				t.Errorf("lost %q", name)
			}
		})
	}
}
