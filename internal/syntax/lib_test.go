package syntax

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// libFiles lists the .py files of CPython's library.
func libFiles(t testing.TB) []string {
	t.Helper()
	dir := strings.TrimSpace(string(runCPython(t, nil, "-c", "import os; print(os.path.dirname(os.__file__))")))
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(path, ".py") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// dumpFor gives the text that testdata/dump_hashes.py hashes.
func dumpFor(src []byte, names func(string) (string, bool)) string {
	m, _, err := Parse(src, Options{LookupName: names})
	if err != nil {
		return "error: " + err.Kind.String()
	}
	return Dump(m, true)
}

// TestLibraryTrees compares the tree of every library file with CPython's.
func TestLibraryTrees(t *testing.T) {
	if testing.Short() {
		t.Skip("parses CPython's whole library")
	}
	files := libFiles(t)
	names := unicodeNames(t)
	out := runCPython(t, []byte(strings.Join(files, "\n")), "testdata/dump_hashes.py")
	sc := bufio.NewScanner(bytes.NewReader(out))
	n, bad := 0, 0
	for sc.Scan() {
		hash, path, _ := strings.Cut(sc.Text(), " ")
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256([]byte(dumpFor(src, names)))
		n++
		if hex.EncodeToString(sum[:8]) != hash {
			bad++
			if bad <= 200 {
				_, _, err := Parse(src, Options{LookupName: names})
				t.Errorf("%s: tree differs (%v)", path, err)
			}
		}
	}
	if n != len(files) {
		t.Errorf("CPython reported %d of %d files", n, len(files))
	}
	t.Logf("%d files, %d differ", n, bad)
}

// unicodeNames resolves character names through CPython's unicodedata.
func unicodeNames(t testing.TB) func(string) (string, bool) {
	out := runCPython(t, nil, "-c", `import sys, unicodedata
for c in range(0x110000):
    n = unicodedata.name(chr(c), "")
    if n and not n.startswith(("CJK UNIFIED", "HANGUL SYLLABLE")): sys.stdout.buffer.write(("%x %s\n" % (c, n)).encode())
# aliases and sequences that the library's files use
import re, os, glob
for f in glob.glob(os.path.dirname(os.__file__) + "/**/*.py", recursive=True):
    for n in set(re.findall(r"\\N\{([^}]+)\}", open(f, encoding="latin-1").read())):
        try: s = eval("'\\N{" + n + "}'")
        except SyntaxError: continue
        sys.stdout.buffer.write((" ".join("%x" % ord(c) for c in s) + " " + n.upper() + "\n").encode())
`)
	m := make(map[string]string)
	for _, l := range strings.Split(string(out), "\n") {
		h, n, ok := strings.Cut(l, " ")
		if !ok {
			continue
		}
		var r rune
		for _, c := range h {
			r = r<<4 | rune(hexValue(byte(c)))
		}
		m[n] = string(r)
	}
	return func(s string) (string, bool) {
		v, ok := m[strings.ToUpper(s)]
		return v, ok
	}
}
