package main

import (
	"fmt"
	"os"

	"github.com/coachwhip/coachwhip/internal/py"
	_ "github.com/coachwhip/coachwhip/internal/stdlib"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

func main() {
	src, _ := os.ReadFile(os.Args[1])
	in, exc := py.NewInterp(py.Options{Stdout: os.Stdout})
	if exc != nil {
		panic("interp")
	}
	t := in.Main()
	m := py.NewModule("__main__")
	code, err := t.CompileBytes(src, py.CompileOptions{Filename: os.Args[1], Mode: syntax.Exec, Optimize: -1})
	if err == nil {
		_, err = t.RunCode(code, m.Dict(), m.Dict().Value())
	}
	if err != nil {
		s, _ := t.Repr(err.Value())
		fmt.Println(s)
		os.Exit(1)
	}
}
