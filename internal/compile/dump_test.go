package compile

import (
	"fmt"
	"os"
	"testing"

	"github.com/coachwhip/coachwhip/internal/bytecode"
)

// TestDumpFile disassembles the file named by COACHWHIP_DUMP.
func TestDumpFile(t *testing.T) {
	name := os.Getenv("COACHWHIP_DUMP")
	if name == "" {
		t.Skip("COACHWHIP_DUMP names no file")
	}
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	code, warnings, err := compileSource(src, Options{Filename: name})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range warnings {
		t.Log(w)
	}
	fmt.Print(bytecode.Dump(code))
}
