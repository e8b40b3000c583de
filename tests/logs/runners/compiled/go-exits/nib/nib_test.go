package nib

import "testing"

func TestWrites(t *testing.T) {
	width := 3
	if width != 2 {
		t.Errorf("width is %d, want 2", width)
	}
}
