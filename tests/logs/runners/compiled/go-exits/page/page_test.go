package page

import "testing"

var pages = make([]int, 2)

func init() {
	last := 2
	pages[last] = 1
}

func TestTurns(t *testing.T) {}
