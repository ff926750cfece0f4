package pylib

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/coachwhip/coachwhip/internal/host"
)

func TestServe(t *testing.T) {
	_, l := build(t)
	h := host.Real()
	program := filepath.Join(t.TempDir(), "prog")
	if err := os.WriteFile(program, []byte("x"), 0o755); err != nil {
		t.Fatal(err)
	}
	dir := program + "/lib/python"
	fs := l.Serve(h.Files, program, dir)

	for name, want := range map[string]int{
		dir + "/os.py": 0, dir + "/json/../os.py": 0, dir: host.EISDIR, dir + "/json": host.EISDIR, dir + "/none.py": host.ENOENT,
		dir + "/os.py/x": host.ENOTDIR, program + "/x": host.ENOTDIR, dir + "x": host.ENOTDIR, program: 0, program + "2": host.ENOENT,
	} {
		fd, err := fs.Open(host.AtCwd, name, host.O_RDONLY, 0)
		if host.Errno(err) == host.ENOSYS {
			t.Skip("no anonymous files here")
		}
		if host.Errno(err) != want {
			t.Errorf("open %s: %v", name, err)
		}
		if err == nil {
			fs.Close(fd)
		}
	}
	fd, err := fs.Open(host.AtCwd, dir+"/json/__init__.py", host.O_RDONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	src, _ := l.Source("json/__init__.py")
	got := make([]byte, len(src)+1)
	if n, err := fs.Read(fd, got); err != nil || !bytes.Equal(got[:n], src) {
		t.Error("read:", n, err)
	}
	fs.Close(fd)
	if _, err := fs.Open(host.AtCwd, dir+"/os.py", host.O_WRONLY, 0); host.Errno(err) != host.EROFS {
		t.Error("opened for writing:", err)
	}

	for name, want := range map[string]string{dir: "d", dir + "/json": "d", dir + "/json/tool.py": "f", dir + "/none": "", program: "f"} {
		st, err := fs.Stat(host.AtCwd, name, true)
		if kind := map[bool]string{true: "d", false: "f"}[st.IsDir()]; err == nil && kind != want || (err != nil) != (want == "") {
			t.Errorf("stat %s: %v, %v", name, st.Mode, err)
		}
	}
	a, _ := fs.Stat(host.AtCwd, dir+"/os.py", true)
	b, _ := fs.Stat(host.AtCwd, dir+"/json.py", true)
	if a.Ino == b.Ino || a.Size != 11 {
		t.Error(a, b)
	}

	list, err := fs.ReadDir(dir + "/json")
	if err != nil || len(list) != 2 || list[0].Name != "__init__.py" || list[0].Type != 8 {
		t.Error(list, err)
	}
	if _, err := fs.ReadDir(dir + "/os.py"); host.Errno(err) != host.ENOTDIR {
		t.Error(err)
	}

	for _, c := range []struct {
		name       string
		mode, want int
	}{
		{"/os.py", 4, 0}, {"/os.py", 0, 0}, {"/os.py", 2, host.EROFS}, {"/os.py", 1, host.EACCES},
		{"/json", 1, 0}, {"/no", 0, host.ENOENT},
	} {
		if err := fs.Access(host.AtCwd, dir+c.name, c.mode, false, true); host.Errno(err) != c.want {
			t.Errorf("access %s %d: %v", c.name, c.mode, err)
		}
	}
	if _, err := fs.Readlink(host.AtCwd, dir+"/os.py"); host.Errno(err) != host.EINVAL {
		t.Error(err)
	}
}
