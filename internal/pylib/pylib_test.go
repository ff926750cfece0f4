package pylib

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/coachwhip/coachwhip/internal/host"
)

func build(t *testing.T) ([]byte, *Library) {
	t.Helper()
	long := bytes.Repeat([]byte("def f(): pass\n"), 1000)
	data, err := BuildArchive([]File{
		{Name: "os.py", Source: []byte("import sys\n")},
		{Name: "json/__init__.py", Source: long, Bytecode: []byte("code")},
		{Name: "json/tool.py"},
		{Name: "json_extra.py", Source: []byte("1")},
		{Name: "json.py", Source: []byte("2")},
		{Name: "a/b/c.py", Source: long, Bytecode: long[:140]},
	}, "3.13.1", 77)
	if err != nil {
		t.Fatal(err)
	}
	l, err := OpenArchive(data)
	if err != nil {
		t.Fatal(err)
	}
	return data, l
}

func TestArchive(t *testing.T) {
	_, l := build(t)
	if err := l.Verify(); err != nil {
		t.Fatal(err)
	}
	if l.Version() != "3.13.1" || l.Compiler() != 77 || l.Len() != 6 {
		t.Error(l.Version(), l.Compiler(), l.Len())
	}
	for name, want := range map[string]int{"os.py": 11, "json/__init__.py": 14000, "json/tool.py": 0, "a/b/c.py": 14000, "json": -1, "": -1, "zzz": -1, "a/b": -1} {
		b, ok := l.Source(name)
		n, sized := l.Size(name)
		if ok != (want >= 0) || ok && (len(b) != want || n != want) || sized != ok || l.Exists(name) != ok {
			t.Errorf("%s: %d bytes, %v", name, len(b), ok)
		}
	}
	for name, want := range map[string]int{"os.py": -1, "json/__init__.py": 4, "a/b/c.py": 140, "no.py": -1} {
		if b, ok := l.Bytecode(name); ok != (want >= 0) || ok && len(b) != want {
			t.Errorf("bytecode of %s: %d bytes, %v", name, len(b), ok)
		}
	}
	for dir, want := range map[string]string{
		"":     "[{a true} {json true} {json.py false} {json_extra.py false} {os.py false}]",
		"json": "[{__init__.py false} {tool.py false}]", "a": "[{b true}]", "os.py": "[]", "js": "[]",
	} {
		if got := fmt.Sprint(l.List(dir)); got != want {
			t.Errorf("List(%q) = %s, want %s", dir, got, want)
		}
	}
	for dir, want := range map[string]bool{"": true, "json": true, "a": true, "a/b": true, "os.py": false, "js": false, "z": false} {
		if l.IsDir(dir) != want {
			t.Errorf("IsDir(%q) = %v", dir, !want)
		}
	}
}

// TestDamage flips every byte in turn: answers may be wrong, nothing panics.
func TestDamage(t *testing.T) {
	data, _ := build(t)
	for i := range data {
		for _, flip := range []byte{1, 0x80, 0xFF} {
			data[i] ^= flip
			if l, err := OpenArchive(data); err == nil {
				_ = l.Verify()
				l.List("")
				l.Source("json/__init__.py")
				l.Bytecode("a/b/c.py")
			}
			data[i] ^= flip
		}
	}
	for n := range data {
		if l, err := OpenArchive(data[:n:n]); err == nil && l.Verify() == nil {
			t.Fatalf("archive cut at %d passes", n)
		}
	}
}

func TestBuildRefuses(t *testing.T) {
	if _, err := BuildArchive([]File{{Name: "a"}, {Name: "a"}}, "", 0); err == nil {
		t.Error("repeated name")
	}
	if _, err := BuildArchive([]File{{Name: ""}}, "", 0); err == nil {
		t.Error("empty name")
	}
}

func TestEmbedded(t *testing.T) {
	l, ok := Open()
	if !ok {
		t.Skip("built without the archive; go generate writes it")
	}
	if err := l.Verify(); err != nil {
		t.Fatal(err)
	}
	if _, ok := embedded(); !ok {
		t.Error("this version of Go does not show where an embedded file lies; it is copied")
	}
	for _, name := range []string{"os.py", "asyncio/__init__.py", "encodings/utf_8.py", "collections/__init__.py", "LICENSE.txt", "NOTICE.txt", "multiprocessing/spawn.py"} {
		if b, ok := l.Source(name); !ok || len(b) == 0 {
			t.Errorf("%s is missing", name)
		}
	}
	for _, dir := range []string{"test", "tkinter", "idlelib", "site-packages", "lib-dynload", "__pycache__"} {
		if l.IsDir(dir) {
			t.Errorf("%s does not belong here", dir)
		}
	}
	for _, name := range l.Names() {
		if !strings.HasSuffix(name, ".py") && name != "LICENSE.txt" && name != "NOTICE.txt" {
			t.Errorf("%s does not belong here", name)
		}
	}
}

// fakeEnv is an environment that cannot be changed.
type fakeEnv map[string]string

func (e fakeEnv) Environ() []string            { return nil }
func (e fakeEnv) Get(n string) (string, bool)  { v, ok := e[n]; return v, ok }
func (e fakeEnv) Set(name, value string) error { return errors.ErrUnsupported }
func (e fakeEnv) Unset(name string) error      { return errors.ErrUnsupported }

func TestLocate(t *testing.T) {
	root := t.TempDir()
	put := func(name string) {
		t.Helper()
		p := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, nil, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	put("flag/os.py")
	put("env/os.py")
	put("onpath/bin/python3.13")
	put("onpath/lib/python3.13/os.py")
	put("real/bin/python3.13")
	put("real/lib/python3.13/os.py")
	put("other/bin/python3.12")
	put("home/.pyenv/versions/3.13.0/lib/python3.13/os.py")
	put("home/.pyenv/versions/3.13.4/lib/python3.13/os.py")
	put("home/.pyenv/versions/3.12.9/lib/python3.12/os.py")
	put("shim/readme")
	if err := os.Symlink("../real/bin/python3.13", root+"/shim/python3.13"); err != nil {
		t.Skip(err)
	}
	files := host.Real().Files
	for _, c := range []struct {
		flag string
		env  fakeEnv
		want string
	}{
		{"/flag", fakeEnv{"COACHWHIP_STDLIB": root + "/env"}, "/flag"},
		{"", fakeEnv{"COACHWHIP_STDLIB": root + "/env", "PATH": root + "/onpath/bin"}, "/env"},
		{"", fakeEnv{"PATH": root + "/other/bin:" + root + "/onpath/bin"}, "/onpath/lib/python3.13"},
		{"", fakeEnv{"PATH": root + "/shim"}, "/real/lib/python3.13"},
		{"", fakeEnv{"PATH": root + "/other/bin", "HOME": root + "/home"}, "/home/.pyenv/versions/3.13.4/lib/python3.13"},
		{"", fakeEnv{"PYENV_ROOT": root + "/home/.pyenv"}, "/home/.pyenv/versions/3.13.4/lib/python3.13"},
	} {
		flag := c.flag
		if flag != "" {
			flag = root + flag
		}
		if got, err := Locate(files, c.env, flag); got != root+c.want || err != nil {
			t.Errorf("Locate(%q, %v) = %q, %v", flag, c.env, got, err)
		}
	}
	for _, c := range []struct {
		flag string
		env  fakeEnv
	}{{root + "/home", nil}, {"", fakeEnv{"COACHWHIP_STDLIB": root + "/home"}}} {
		var e *NotALibraryError
		if _, err := Locate(files, c.env, c.flag); !errors.As(err, &e) || e.Dir != root+"/home" {
			t.Errorf("got %v", err)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	if _, ok := Open(); !ok {
		b.Skip("no archive")
	}
	for range b.N {
		l, _ := Open()
		l.Exists("os.py")
	}
}

func BenchmarkSource(b *testing.B) {
	l, ok := Open()
	if !ok {
		b.Skip("no archive")
	}
	for range b.N {
		s, _ := l.Source("os.py")
		b.SetBytes(int64(len(s)))
	}
}
