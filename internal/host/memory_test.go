package host

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"
)

func memory(t *testing.T, opts MemoryOptions) *Host {
	t.Helper()
	h, err := Memory(opts)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestMemoryFiles(t *testing.T) {
	h := memory(t, MemoryOptions{Cwd: "/tmp"})
	exerciseFiles(t, h.Files, "/tmp")
	if st := must(h.Files.Statvfs("/"))(t); st.Bfree != st.Blocks || st.Files-st.Ffree != 2+3 {
		t.Errorf("something is left over: %+v", st)
	}
}

func TestMemorySetup(t *testing.T) {
	var out bytes.Buffer
	h := memory(t, MemoryOptions{
		Files: map[string][]byte{"/a/b/c.txt": []byte("x"), "/top": nil},
		Stdin: strings.NewReader("input"), Stdout: &out,
		Env: map[string]string{"B": "2", "A": "1"}, Args: []string{"prog"},
	})
	if b := must(ReadFile(h.Files, "/a/b/../b/c.txt"))(t); string(b) != "x" {
		t.Errorf("%q", b)
	}
	if b := must(ReadFile(h.Files, "top"))(t); len(b) != 0 {
		t.Errorf("%q", b)
	}
	buf := make([]byte, 10)
	if n := must(h.Files.Read(0, buf))(t); string(buf[:n]) != "input" {
		t.Errorf("%q", buf[:n])
	}
	must(h.Files.Write(1, []byte("output")))(t)
	must(h.Files.Write(2, []byte("lost")))(t)
	if out.String() != "output" {
		t.Errorf("%q", out.String())
	}
	if err := h.Env.Set("C", "3"); err != nil {
		t.Error(err)
	}
	if err := h.Env.Unset("A"); err != nil {
		t.Error(err)
	}
	if got := fmt.Sprint(h.Env.Environ()); got != "[B=2 C=3]" {
		t.Error(got)
	}
	wantErrno(t, h.Env.Set("", "x"), EINVAL)
	got := make(chan int)
	if err := h.Signals.Set(2, Deliver, func(sig int) { got <- sig }); err != nil {
		t.Error(err)
	}
	if err := h.Process.Kill(h.Process.Pid(), 2); err != nil || <-got != 2 {
		t.Error(err)
	}
	wantErrno(t, h.Process.Kill(h.Process.Pid(), 15), EPERM)
	wantErrno(t, h.Process.Kill(77, 15), ESRCH)
	_, err := h.Process.Start(&StartSpec{})
	wantErrno(t, err, ENOSYS)
	h.Process.Exit(1) // returns
	_, err = Memory(MemoryOptions{Files: map[string][]byte{"/a": nil, "/a/b": nil}})
	if err == nil {
		t.Error("a file cannot be a directory too")
	}
}

func TestMemoryLimits(t *testing.T) {
	h := memory(t, MemoryOptions{MaxBytes: 1000, MaxFiles: 10})
	f := h.Files
	wantErrno(t, WriteFile(f, "/big", make([]byte, 1001), 0o600), ENOSPC)
	fd := must(f.Open(AtCwd, "/x", O_RDWR|O_CREAT, 0o600))(t)
	wantErrno(t, f.Ftruncate(fd, 1<<50), ENOSPC)
	wantErrno(t, f.Fallocate(fd, 1<<62, 1<<62), ENOSPC)
	_, err := f.Pwrite(fd, []byte("x"), 1<<62)
	wantErrno(t, err, EFBIG)
	must(f.Pwrite(fd, make([]byte, 1000), 0))(t)
	if err := f.Unlink(AtCwd, "/x"); err != nil {
		t.Error(err)
	}
	wantErrno(t, WriteFile(f, "/y", []byte("1"), 0o600), ENOSPC) // still open
	if err := f.Close(fd); err != nil {
		t.Error(err)
	}
	if err := WriteFile(f, "/y", make([]byte, 1000), 0o600); err != nil {
		t.Error(err)
	}
	for i := 0; ; i++ {
		if err := f.Mkdir(AtCwd, fmt.Sprint("/d", i), 0o700); err != nil {
			wantErrno(t, err, ENOSPC)
			break
		}
	}
	for {
		if _, err := f.Dup(0, false); err != nil {
			wantErrno(t, err, EMFILE)
			break
		}
	}
	_, err = f.Stat(AtCwd, strings.Repeat("x", 256), true)
	wantErrno(t, err, ENAMETOOLONG)
	_, err = f.Stat(AtCwd, strings.Repeat("x/", 3000), true)
	wantErrno(t, err, ENAMETOOLONG)
	_, err = f.Stat(AtCwd, "a\x00b", true)
	wantErrno(t, err, EINVAL)
	_, err = f.Stat(AtCwd, "", true)
	wantErrno(t, err, ENOENT)
	wantErrno(t, MkdirAll(f, strings.Repeat("x/", 3000)), ENAMETOOLONG)
}

func TestMemoryTree(t *testing.T) {
	f := memory(t, MemoryOptions{Files: map[string][]byte{"/d/f": nil, "/e/g": nil}}).Files
	wantErrno(t, f.Rename(AtCwd, "/d", AtCwd, "/d/sub"), EINVAL)
	wantErrno(t, f.Rename(AtCwd, "/d", AtCwd, "/e"), ENOTEMPTY)
	wantErrno(t, f.Rename(AtCwd, "/d", AtCwd, "/e/g"), ENOTDIR)
	wantErrno(t, f.Rename(AtCwd, "/d/f/", AtCwd, "/x"), ENOTDIR)
	wantErrno(t, f.Rmdir(AtCwd, "/"), EBUSY)
	wantErrno(t, f.Unlink(AtCwd, "/d/f/"), ENOTDIR)
	wantErrno(t, f.Link(AtCwd, "/d", AtCwd, "/x", false), EPERM)
	wantErrno(t, f.Mkdir(AtCwd, "/x/y", 0o700), ENOENT)
	if err := f.Mkdir(AtCwd, "/x/", 0o700); err != nil {
		t.Error(err)
	}
	if err := f.Symlink("/d/", AtCwd, "/x/l"); err != nil {
		t.Error(err)
	}
	if _, err := f.Stat(AtCwd, "/x/l/../e/g", true); err != nil {
		t.Error(err)
	}
	if err := f.Chdir("/x"); err != nil {
		t.Error(err)
	}
	if err := f.Rename(AtCwd, "/x", AtCwd, "/d/moved"); err != nil {
		t.Error(err)
	}
	if s := must(f.Getcwd())(t); s != "/d/moved" {
		t.Error(s)
	}
	if err := f.Unlink(AtCwd, "l"); err != nil {
		t.Error(err)
	}
	if err := f.Rmdir(AtCwd, "/d/moved"); err != nil {
		t.Error(err)
	}
	_, err := f.Getcwd()
	wantErrno(t, err, ENOENT)
	wantErrno(t, f.Mkdir(AtCwd, "new", 0o700), ENOENT)
}

// TestMemoryHammer has many goroutines change one tree and use pipes.
func TestMemoryHammer(t *testing.T) {
	f := memory(t, MemoryOptions{}).Files
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			dir := fmt.Sprint("/d", g%3)
			for i := range 200 {
				_ = f.Mkdir(AtCwd, dir, 0o700)
				name := fmt.Sprint(dir, "/", i%5)
				_ = WriteFile(f, name, []byte(name), 0o600)
				if b, err := ReadFile(f, name); err == nil && len(b) > 0 && string(b) != name {
					t.Errorf("%q in %q", b, name)
				}
				_ = f.Rename(AtCwd, name, AtCwd, fmt.Sprint("/d", i%3, "/moved", g))
				_, _ = f.ReadDir(dir)
				_ = f.Rmdir(AtCwd, dir)
			}
		})
	}
	for range 4 {
		r, w, err := f.Pipe(O_CLOEXEC)
		if err != nil {
			t.Fatal(err)
		}
		wg.Go(func() {
			for i := range 300 {
				if _, err := f.Write(w, bytes.Repeat([]byte{byte(i)}, 1000)); err != nil {
					t.Error(err)
				}
			}
			if err := f.Close(w); err != nil {
				t.Error(err)
			}
		})
		wg.Go(func() {
			total := 0
			buf := make([]byte, 777)
			for {
				n, err := f.Read(r, buf)
				if err != nil {
					t.Error(err)
				}
				if n == 0 {
					break
				}
				total += n
			}
			if total != 300_000 {
				t.Errorf("%d bytes came through", total)
			}
			if err := f.Close(r); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

func TestFakeClock(t *testing.T) {
	c := NewFakeClock(time.Unix(1000, 0).UTC())
	if !c.Sleep(time.Hour, nil) || c.Monotonic() != int64(time.Hour) || c.Realtime() != 4600e9 {
		t.Error(c.Monotonic(), c.Realtime())
	}
	cancel := make(chan struct{})
	close(cancel)
	if c.Sleep(time.Hour, cancel) {
		t.Error("cancelled sleep ended well")
	}
}

func TestTimeOf(t *testing.T) {
	for _, ns := range []int64{0, 1, -1, 1e9, -1e9, -1500000000, 1 << 60} {
		if tm := TimeOf(ns); tm.Ns() != ns || tm.Nsec < 0 || tm.Nsec >= 1e9 {
			t.Errorf("%d: %+v", ns, tm)
		}
	}
}

func TestErrorText(t *testing.T) {
	err := error(wrapPaths(NewError(ENOENT), "a", "b"))
	if err.Error() != `[Errno 2] No such file or directory: "a" -> "b"` {
		t.Error(err)
	}
	if Errno(fmt.Errorf("outer: %w", err)) != ENOENT || Errno(errors.New("x")) != 0 {
		t.Error("Errno")
	}
}
