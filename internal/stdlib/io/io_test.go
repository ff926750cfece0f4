package io_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
	_ "github.com/coachwhip/coachwhip/internal/stdlib/io"
)

// run runs a program that has the module _io, and gives what it printed.
func run(t *testing.T, src string) string {
	t.Helper()
	var out bytes.Buffer
	in, exc := py.NewInterp(py.Options{Host: host.Real(), Stdout: &out})
	if exc != nil {
		t.Fatal(exc)
	}
	th := in.Main()
	code, exc := th.CompileBytes([]byte(src), py.CompileOptions{Filename: "test.py", Optimize: -1})
	if exc == nil {
		m := py.NewModule("__main__")
		_, exc = th.RunCode(code, m.Dict(), m.Dict().Value())
	}
	if exc != nil {
		r, _ := th.Repr(exc.Value())
		t.Fatalf("%s\noutput so far: %s", r.String(), out.String())
	}
	return out.String()
}

func TestStreams(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "in"), []byte("one\r\ntwo\nthr\xc3\xa9e"), 0o666); err != nil {
		t.Fatal(err)
	}
	got := run(t, `
import _io
dir = "`+dir+`/"
f = _io.open(dir + "in")
print(f.readline(), f.tell(), list(f), repr(f.newlines))
f.seek(0)
print(repr(f.read(5)), f.tell())
f.close()
f = _io.open(dir + "in", newline="")
print(f.readlines())
f.close()
f = _io.open(dir + "out", "w+", encoding="latin-1", newline="\r\n")
print(f.write("h\xe9\nx\n"), f.tell())
f.seek(0)
print(repr(f.read()))
f.close()
f = _io.open(dir + "out", "rb")
print(f.read(2), f.peek()[:2], f.seek(-2, 2), f.read(), f.read())
f.close()
f = _io.open(dir + "out", "r+b")
f.read(1)
f.write(b"E")
print(f.tell(), f.seek(0), f.read())
f.close()
b = _io.BytesIO(b"abc\ndef")
print(b.readline(), b.write(b"XY"), b.getvalue(), b.seek(0), list(b))
s = _io.StringIO("\xe9\xe8a")
s.seek(1)
s.write("o")
print(s.getvalue(), s.tell(), s.read())
try:
    f.read()
except ValueError as e:
    print(e)
`)
	const want = `one
 5 ['two\n', 'thrée'] '\r\n'
'one\nt' 6
['one\r\n', 'two\n', 'thrée']
5 7
'hé\r\nx\r\n'
b'h\xe9' b'\r\n' 5 b'\r\n' b''
2 0 b'hE\r\nx\r\n'
b'abc\n' 2 b'abc\nXYf' 0 [b'abc\n', b'XYf']
éoa 2 a
read of closed file
`
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
