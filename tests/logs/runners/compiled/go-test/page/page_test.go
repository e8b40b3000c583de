package page

import "testing"

func TestCountsNone(t *testing.T) {
	if Count(0) != 0 {
		t.Fatal("expected none")
	}
}

func TestCounts(t *testing.T) {
	for _, test := range []struct {
		name         string
		lines, pages int
	}{{"full", 60, 2}, {"the last one", 89, 3}} {
		t.Run(test.name, func(t *testing.T) {
			t.Logf("%d lines", test.lines)
			if got := Count(test.lines); got != test.pages {
				t.Errorf("got %d pages,\nexpected %d", got, test.pages)
			}
		})
	}
}

func TestSkips(t *testing.T) {
	t.Skip("no error here")
}
