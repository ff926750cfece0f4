package syntax

import (
	"fmt"
	"os"
	"testing"
)

func TestZZ(t *testing.T) {
	f := os.Getenv("ZZ")
	if f == "" {
		t.Skip()
	}
	b, _ := os.ReadFile(f)
	m, _, err := Parse(b, Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	os.WriteFile("/tmp/zz.out", []byte(Dump(m, true)), 0o644)
}
