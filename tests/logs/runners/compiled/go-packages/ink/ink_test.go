package ink

import (
	"os"
	"testing"
)

func TestDries(t *testing.T) {
	done := make(chan bool)
	go func() {
		if os.Getenv("FAULT") == "1" {
			panic("out of ink")
		}
		done <- true
	}()
	<-done
}
