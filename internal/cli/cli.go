// Package cli is the command line of coachwhip.
package cli

import (
	"fmt"
	"io"
	"os"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
	_ "github.com/coachwhip/coachwhip/internal/stdlib" // the native modules
)

// Main runs the command line and returns the exit code.
func Main(args []string) int {
	var src []byte
	name := "<string>"
	if len(args) > 2 && args[1] == "-c" {
		src = []byte(args[2])
	} else if len(args) > 1 {
		b, err := os.ReadFile(args[1])
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 2
		}
		src, name = b, args[1]
	} else {
		b, err := io.ReadAll(os.Stdin)
		if err != nil {
			return 1
		}
		src, name = b, "<stdin>"
	}
	in, err := py.NewInterp(py.Options{Host: host.Real(), Stdout: os.Stdout})
	if err != nil {
		return 1
	}
	t := in.Main()
	if name == "<string>" {
		in.RegisterSource(name, string(src))
	}
	code, exc := t.CompileBytes(src, py.CompileOptions{Filename: name, Optimize: -1})
	if exc == nil {
		m := py.NewModule("__main__")
		_, exc = t.RunCode(code, m.Dict(), m.Dict().Value())
	}
	if exc != nil {
		py.PrintException(t, exc, os.Stderr)
		return 1
	}
	return 0
}
