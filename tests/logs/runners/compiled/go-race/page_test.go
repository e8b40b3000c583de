package quill

import (
	"sync"
	"testing"
)

func TestCountsAtOnce(t *testing.T) {
	var group sync.WaitGroup
	pages := 0
	for i := 0; i < 2; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			pages++
		}()
	}
	group.Wait()
}
