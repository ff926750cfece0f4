//go:build linux || darwin

package host

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func restricted(t *testing.T, base *Host, r Restrictions) *Host {
	t.Helper()
	h, err := Restricted(base, r)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func realTempDir(t *testing.T) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestRestrictedFiles(t *testing.T) {
	dir := realTempDir(t)
	exerciseFiles(t, restricted(t, Real(), Restrictions{ReadWrite: []string{dir}}).Files, dir)
	m := memory(t, MemoryOptions{Cwd: "/box"})
	exerciseFiles(t, restricted(t, m, Restrictions{ReadWrite: []string{"/box"}}).Files, "/box")
	m = memory(t, MemoryOptions{Cwd: "/box"})
	exerciseFiles(t, restricted(t, m, Restrictions{ReadWrite: []string{"/"}}).Files, "/box")
}

// TestEscapes tries ways out of the permitted trees.
func TestEscapes(t *testing.T) {
	top := realTempDir(t)
	for _, d := range []string{"box/sub", "box/ro", "lib", "secret"} {
		if err := os.MkdirAll(top+"/"+d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"secret/key", "lib/os.py", "box/own", "box/ro/fixed"} {
		if err := os.WriteFile(top+"/"+name, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{
		"box/abs": top + "/secret", "box/rel": "../secret", "box/file": "../secret/key", "box/up": "..", "box/chain": "sub/../rel",
		"box/tolib": "../lib", "box/self": top + "/box/own", "alias": "box", "box/fd": "/proc/self/fd",
	} {
		if err := os.Symlink(target, top+"/"+link); err != nil {
			t.Fatal(err)
		}
	}
	h := restricted(t, Real(), Restrictions{
		ReadWrite: []string{top + "/alias"}, ReadOnly: []string{top + "/lib", top + "/box/ro"}, Env: map[string]string{"A": "b"},
	})
	f := h.Files
	for _, p := range []string{
		"../secret/key", "abs/key", "rel/key", "file", "up/secret/key", "chain/key", "sub/../../secret/key", top + "/secret/key",
		top + "/box/../secret/key", "/etc/passwd", "/", "..", top, "self/../../secret/key", "fd/0", "/proc/self/environ", top + "/lib/../secret/key",
	} {
		if b, err := ReadFile(f, p); err == nil {
			t.Errorf("read %q: %q", p, b)
		}
		if _, err := f.Stat(AtCwd, p, true); err == nil {
			t.Errorf("stat %q", p)
		}
		if err := WriteFile(f, p, nil, 0o600); err == nil {
			t.Errorf("wrote %q", p)
		}
		if err := f.Chmod(AtCwd, p, 0o777, true); err == nil {
			t.Errorf("chmod %q", p)
		}
		if err := f.Truncate(p, 0); err == nil {
			t.Errorf("truncate %q", p)
		}
		if err := f.Chdir(p); err == nil {
			t.Errorf("chdir %q", p)
		}
		if _, err := f.ReadDir(p); err == nil {
			t.Errorf("readdir %q", p)
		}
		if err := f.Link(AtCwd, p, AtCwd, "stolen", true); err == nil {
			t.Errorf("link %q", p)
		}
		if err := f.Rename(AtCwd, "own", AtCwd, p+"/x"); err == nil {
			t.Errorf("rename to %q", p)
		}
		if err := f.Access(AtCwd, p, F_OK, false, true); err == nil {
			t.Errorf("access %q", p)
		}
		if err := f.Mkdir(AtCwd, p+"/new", 0o700); err == nil {
			t.Errorf("mkdir in %q", p)
		}
		if err := f.Utime(AtCwd, p, nil, true); err == nil {
			t.Errorf("utime %q", p)
		}
		if _, err := f.Statvfs(p); err == nil {
			t.Errorf("statvfs %q", p)
		}
	}
	for p, want := range map[string]string{
		"own": "box/own", "self": "box/own", "sub/../own": "box/own", top + "/box/own": "box/own", top + "/alias/own": "box/own",
		"tolib/os.py": "lib/os.py", "../lib/os.py": "lib/os.py", "up/lib/os.py": "lib/os.py", "ro/fixed": "box/ro/fixed", "/../" + top + "/lib//./os.py": "lib/os.py",
	} {
		if b, err := ReadFile(f, p); err != nil || string(b) != want {
			t.Errorf("read %q: %q, %v", p, b, err)
		}
	}
	if s := must(f.Getcwd())(t); s != top+"/box" {
		t.Error(s)
	}
	for _, p := range []string{"tolib/os.py", "ro/fixed", top + "/lib/os.py"} {
		wantErrno(t, WriteFile(f, p, nil, 0o600), EROFS)
		wantErrno(t, f.Unlink(AtCwd, p), EROFS)
		wantErrno(t, f.Chmod(AtCwd, p, 0o777, true), EROFS)
		wantErrno(t, f.Link(AtCwd, p, AtCwd, "stolen", true), EROFS)
		wantErrno(t, f.Rename(AtCwd, p, AtCwd, "stolen"), EROFS)
		wantErrno(t, f.Rename(AtCwd, "own", AtCwd, p), EROFS)
		wantErrno(t, f.Access(AtCwd, p, W_OK, false, true), EROFS)
		wantErrno(t, f.Utime(AtCwd, p, nil, true), EROFS)
		_, err := f.Open(AtCwd, p+"x", O_RDONLY|O_CREAT, 0o600)
		wantErrno(t, err, EROFS)
		fd := must(f.Open(AtCwd, p, O_RDONLY|O_CREAT, 0o600))(t)
		wantErrno(t, f.Fchmod(fd, 0o777), EROFS)
		wantErrno(t, f.Futime(fd, nil), EROFS)
		if err := f.Close(fd); err != nil {
			t.Error(err)
		}
	}
	// Descriptors that this host has not opened do not exist.
	for fd := range 64 {
		_, err := f.Fstat(fd)
		wantErrno(t, err, EBADF)
	}
	if fd := must(f.Open(AtCwd, "own", O_RDONLY, 0))(t); fd != 0 {
		t.Errorf("first descriptor is %d", fd)
	}
	dfd := must(f.Open(AtCwd, "sub", O_RDONLY|O_DIRECTORY, 0))(t)
	_, err := f.Open(dfd, "../../secret/key", O_RDONLY, 0)
	wantErrno(t, err, EACCES)
	if _, err := f.Stat(dfd, "../own", true); err != nil {
		t.Error(err)
	}
	_, err = h.Process.Start(startFor("/bin/true"))
	wantErrno(t, err, EPERM)
	wantErrno(t, h.Process.Kill(h.Process.Pid(), 0), EPERM)
	wantErrno(t, h.Signals.Set(2, Ignore, nil), EPERM)
	wantErrno(t, f.Chroot("/"), EPERM)
	if got := strings.Join(h.Env.Environ(), " "); got != "A=b" {
		t.Error(got)
	}
	if err := h.Env.Set("COACHWHIP_TEST_LEAK", "1"); err != nil || os.Getenv("COACHWHIP_TEST_LEAK") != "" {
		t.Error("the environment leaks")
	}
	_, err = Restricted(Real(), Restrictions{ReadOnly: []string{"relative"}})
	wantErrno(t, err, EINVAL)
	_, err = Restricted(Real(), Restrictions{ReadOnly: []string{top + "/none"}})
	wantErrno(t, err, ENOENT)
	_, err = Restricted(Real(), Restrictions{ReadOnly: []string{top + "/lib"}, Cwd: top + "/box"})
	wantErrno(t, err, EACCES)
}

func startFor(path string) *StartSpec {
	return &StartSpec{Paths: []string{path}, Argv: []string{path}, Stdin: -1, Stdout: -1, Stderr: -1, Umask: -1}
}

func TestRestrictedStart(t *testing.T) {
	dir := realTempDir(t)
	h := restricted(t, Real(), Restrictions{ReadWrite: []string{dir}, Process: true, Env: map[string]string{"K": "v"}})
	in := must(h.Files.Open(AtCwd, "in", O_RDWR|O_CREAT, 0o600))(t)
	out := must(h.Files.Open(AtCwd, "out", O_RDWR|O_CREAT, 0o600))(t)
	must(h.Files.Write(in, []byte("hello")))(t)
	must(h.Files.Seek(in, 0, SEEK_SET))(t)
	s := startFor("/bin/sh")
	s.Argv = []string{"sh", "-c", "pwd; cat; echo $K"}
	s.Env = h.Env.Environ()
	s.Stdin, s.Stdout, s.Stderr = in, out, out
	pid := must(h.Process.Start(s))(t)
	if _, status, _, err := h.Process.Wait4(pid, 0); err != nil || status != 0 {
		t.Fatal(status, err)
	}
	if b := must(ReadFile(h.Files, "out"))(t); string(b) != dir+"\nhellov\n" {
		t.Errorf("%q", b)
	}
	s.PassFds = []int{in}
	_, err := h.Process.Start(s)
	wantErrno(t, err, ENOSYS)
}

// TestRestrictedRace swaps a directory for a link leading out while others
// read and write through it.
func TestRestrictedRace(t *testing.T) {
	top := realTempDir(t)
	for _, d := range []string{"box/real", "secret"} {
		if err := os.MkdirAll(top+"/"+d, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(top+"/"+d+"/f", []byte(d), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("../secret", top+"/box/link"); err != nil {
		t.Fatal(err)
	}
	f := restricted(t, Real(), Restrictions{ReadWrite: []string{top + "/box"}}).Files
	var wg sync.WaitGroup
	stop := make(chan struct{})
	wg.Go(func() {
		defer close(stop)
		for range 1000 {
			for _, from := range []string{"real", "link"} {
				_ = f.Rename(AtCwd, from, AtCwd, "d")
				_ = f.Rename(AtCwd, "d", AtCwd, from)
			}
		}
	})
	for range 3 {
		wg.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if b, err := ReadFile(f, "d/f"); err == nil && string(b) != "box/real" {
					t.Errorf("read %q", b)
				}
				_ = f.Chmod(AtCwd, "d/f", 0o600, true)
				fd, err := f.Open(AtCwd, "d/new", O_WRONLY|O_CREAT, 0o600)
				if err == nil {
					_ = f.Close(fd)
				}
			}
		})
	}
	wg.Wait()
	if _, err := os.Stat(top + "/secret/new"); err == nil {
		t.Error("a file was made outside")
	}
	if st, err := os.Stat(top + "/secret/f"); err != nil || st.Mode().Perm() != 0o644 {
		t.Error("a file outside was changed", err)
	}
}

// TestRestrictedClose closes descriptors under readers: none may reach a
// file that took over the number.
func TestRestrictedClose(t *testing.T) {
	dir := realTempDir(t)
	f := restricted(t, Real(), Restrictions{ReadWrite: []string{dir}}).Files
	if err := WriteFile(f, "f", []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			buf := make([]byte, 10)
			for range 500 {
				fd, err := f.Open(AtCwd, "f", O_RDONLY, 0)
				if err != nil {
					t.Error(err)
					return
				}
				closed := make(chan error)
				go func() { closed <- f.Close(fd) }()
				if n, err := f.Read(fd, buf); err == nil && n > 0 && string(buf[:n]) != "mine" {
					t.Errorf("%q", buf[:n])
				}
				if err := <-closed; err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}
