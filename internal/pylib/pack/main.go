// Command pack writes internal/pylib/archive/stdlib.bin, the Python-level part
// of CPython's standard library. It runs in internal/pylib, as go generate has
// it, and takes the library from the module go-embed-python in the module
// cache, or from the directory given with -src (a CPython Lib directory).
//
// It runs when the product is built and is no part of it, so it uses package
// os directly.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/compile"
	"github.com/coachwhip/coachwhip/internal/pylib"
	"github.com/coachwhip/coachwhip/internal/syntax"
	"github.com/coachwhip/coachwhip/internal/unidata"
)

const (
	module  = "github.com/kluctl/go-embed-python"
	libPath = "python/internal/data/linux-amd64/lib/python3.13"
)

// leftOut are directories that do not belong into the archive: tests, what
// needs Tk, what only makes sense beside CPython's own binaries, installers.
var leftOut = []string{
	"__pycache__", "config-3.13-x86_64-linux-gnu", "ensurepip", "idle_test", "idlelib", "lib-dynload", "lib2to3",
	"site-packages", "test", "tests", "tkinter", "turtledemo",
}

func main() {
	src := flag.String("src", "", "library `directory`, instead of the one in the module cache")
	out := flag.String("o", "archive/stdlib.bin", "output `file`")
	flag.Parse()
	if err := run(*src, *out); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func run(src, out string) error {
	notice := "The files in this archive are from the standard library of CPython (https://www.python.org),\ndistributed under the terms in LICENSE.txt.\n"
	version := ""
	if src == "" {
		dir, v, err := moduleDir()
		if err != nil {
			return err
		}
		src = filepath.Join(dir, filepath.FromSlash(libPath))
		version = cpythonVersion(v)
		notice += "They were taken unchanged from the Go module " + module + " " + v + ".\n"
	}
	files, err := collect(src)
	if err != nil {
		return err
	}
	if len(files) < 300 || !slices.ContainsFunc(files, func(f pylib.File) bool { return f.Name == "LICENSE.txt" }) {
		return fmt.Errorf("%s holds %d files: not a complete library with its licence", src, len(files))
	}
	files = append(files, pylib.File{Name: "NOTICE.txt", Source: []byte(notice)})
	compiler, err := fingerprint("..")
	if err != nil {
		return err
	}
	data, err := pylib.BuildArchive(files, version, compiler)
	if err != nil {
		return err
	}
	lib, err := pylib.OpenArchive(data)
	if err != nil {
		return err
	}
	if err := lib.Verify(); err != nil {
		return err
	}
	if old, err := os.ReadFile(out); err == nil && bytes.Equal(old, data) {
		return nil // leave the time stamp alone
	}
	if err := os.WriteFile(out, data, 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d files of CPython %s, %d bytes\n", out, len(files), version, len(data))
	return nil
}

// moduleDir finds the pinned module in the module cache, downloading it when
// it is missing; Go checks it against go.sum.
func moduleDir() (dir, version string, err error) {
	cmd := exec.Command("go", "mod", "download", "-json", module)
	cmd.Stderr = os.Stderr
	text, err := cmd.Output()
	if err != nil {
		return "", "", fmt.Errorf("go mod download %s: %w", module, err)
	}
	var info struct{ Dir, Version, Error string }
	if err := json.Unmarshal(text, &info); err != nil {
		return "", "", err
	}
	if info.Error != "" {
		return "", "", fmt.Errorf("%s: %s", module, info.Error)
	}
	return info.Dir, info.Version, nil
}

// cpythonVersion takes 3.13.1 out of v0.0.0-3.13.1-20241219-1.
func cpythonVersion(v string) string {
	return strings.TrimPrefix(regexp.MustCompile(`-\d+\.\d+\.\d+`).FindString(v), "-")
}

func collect(root string) ([]pylib.File, error) {
	var files []pylib.File
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		if d.IsDir() {
			if slices.Contains(leftOut, path.Base(name)) {
				return fs.SkipDir
			}
			return nil
		}
		if !wanted(name) {
			return nil
		}
		text, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		f := pylib.File{Name: name, Source: text}
		if strings.HasSuffix(name, ".py") {
			if f.Bytecode, err = bytecodeOf(name, text); err != nil {
				return err
			}
		}
		files = append(files, f)
		return nil
	})
	return files, err
}

// fingerprint is a hash of the compiler's sources. Compiled code in files
// carries it, so that what another compiler wrote is not used.
func fingerprint(internal string) (uint64, error) {
	h := fnv.New64a()
	for _, dir := range []string{"bytecode", "compile", "symtab", "syntax"} {
		names, err := filepath.Glob(filepath.Join(internal, dir, "*.go"))
		if err != nil || len(names) == 0 {
			return 0, fmt.Errorf("no sources of %s beside this directory: %w", dir, err)
		}
		for _, n := range names {
			if strings.HasSuffix(n, "_test.go") {
				continue
			}
			text, err := os.ReadFile(n)
			if err != nil {
				return 0, err
			}
			h.Write(text)
		}
	}
	return h.Sum64(), nil
}

// bytecodeOf compiles a file as the product would, without -O.
func bytecodeOf(name string, source []byte) ([]byte, error) {
	lookup := func(name string) (string, bool) {
		r, ok := unidata.LookupRune(name)
		return string(r), ok
	}
	mod, _, perr := syntax.Parse(source, syntax.Options{Filename: name, Mode: syntax.Exec, LookupName: lookup})
	if perr != nil {
		return nil, fmt.Errorf("%s:%d: %s", name, perr.Line, perr.Msg)
	}
	code, _, cerr := compile.Compile(mod, compile.Options{Filename: name})
	if cerr != nil {
		return nil, fmt.Errorf("%s:%d: %s", name, cerr.Pos.Line, cerr.Msg)
	}
	if err := bytecode.Verify(code); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return bytecode.Encode(code), nil
}

// wanted leaves out what is no Python, and the build data of one platform.
func wanted(name string) bool {
	if name == "LICENSE.txt" {
		return true
	}
	return path.Ext(name) == ".py" && !strings.HasPrefix(name, "_sysconfigdata_")
}
