package shelf

import "testing"

func at(shelf []int, page int) int {
	return shelf[page]
}

func TestOpens(t *testing.T) {
	t.Log("opening")
}

func TestHolds(t *testing.T) {
	if at([]int{1, 2, 3}, 3) != 3 {
		t.Error("not there")
	}
}
