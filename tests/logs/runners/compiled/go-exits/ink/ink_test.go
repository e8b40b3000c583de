package ink

import (
	"log"
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	log.SetFlags(0)
	if _, err := os.Stat("bottle"); err != nil {
		log.Fatalf("no ink: %v", err)
	}
	os.Exit(m.Run())
}

func TestDips(t *testing.T) {}
