package host

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

func python(t *testing.T) string {
	t.Helper()
	if p := os.Getenv("COACHWHIP_CPYTHON"); p != "" {
		return p
	}
	p, err := exec.LookPath("python3.13")
	if err != nil || exec.Command(p, "-c", "").Run() != nil {
		t.Skip("no python3.13 that runs")
	}
	return p
}

func must[T any](v T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func wantErrno(t *testing.T, err error, num int) {
	t.Helper()
	if Errno(err) != num {
		t.Errorf("got error %v, want errno %d", err, num)
	}
}

// exerciseFiles is what every implementation of Files must do in an empty
// writable directory.
func exerciseFiles(t *testing.T, f Files, dir string) {
	fd := must(f.Open(AtCwd, dir+"/a", O_RDWR|O_CREAT|O_EXCL, 0o640))(t)
	if n := must(f.Write(fd, []byte("hello world")))(t); n != 11 {
		t.Errorf("wrote %d", n)
	}
	if off := must(f.Seek(fd, -5, SEEK_END))(t); off != 6 {
		t.Errorf("offset %d", off)
	}
	buf := make([]byte, 20)
	if n := must(f.Read(fd, buf))(t); string(buf[:n]) != "world" {
		t.Errorf("read %q", buf[:n])
	}
	if n := must(f.Read(fd, buf))(t); n != 0 {
		t.Errorf("read %d at the end", n)
	}
	if n := must(f.Pread(fd, buf[:4], 1))(t); string(buf[:n]) != "ello" {
		t.Errorf("pread %q", buf[:n])
	}
	must(f.Pwrite(fd, []byte("J"), 0))(t)
	st := must(f.Fstat(fd))(t)
	if st.Size != 11 || !st.IsRegular() || st.Mode&0o777 != 0o640 || st.Nlink != 1 {
		t.Errorf("fstat %+v", st)
	}
	if err := f.Ftruncate(fd, 15); err != nil {
		t.Error(err)
	}
	if n := must(f.Pread(fd, buf, 0))(t); string(buf[:n]) != "Jello world\x00\x00\x00\x00" {
		t.Errorf("after truncate %q", buf[:n])
	}
	fd2 := must(f.Dup(fd, false))(t)
	if ok := must(f.Inheritable(fd2))(t); ok {
		t.Error("dup is inheritable")
	}
	must(f.Seek(fd, 2, SEEK_SET))(t)
	if off := must(f.Seek(fd2, 0, SEEK_CUR))(t); off != 2 {
		t.Error("dup does not share the position")
	}
	for _, d := range []int{fd, fd2} {
		if err := f.Close(d); err != nil {
			t.Error(err)
		}
	}
	wantErrno(t, f.Close(fd), EBADF)
	_, err := f.Read(fd, buf)
	wantErrno(t, err, EBADF)
	_, err = f.Open(AtCwd, dir+"/a", O_WRONLY|O_CREAT|O_EXCL, 0o600)
	wantErrno(t, err, EEXIST)
	_, err = f.Open(AtCwd, dir+"/none", O_RDONLY, 0)
	wantErrno(t, err, ENOENT)
	if e := err.(*Error); e.Path != dir+"/none" || e.Msg != "No such file or directory" {
		t.Errorf("%+v", e)
	}
	_, err = f.Open(AtCwd, dir+"/a/b", O_RDONLY, 0)
	wantErrno(t, err, ENOTDIR)
	_, err = f.Open(AtCwd, dir, O_WRONLY, 0)
	wantErrno(t, err, EISDIR)

	ap := must(f.Open(AtCwd, dir+"/a", O_WRONLY|O_APPEND|O_TRUNC, 0))(t)
	must(f.Write(ap, []byte("12")))(t)
	must(f.Seek(ap, 0, SEEK_SET))(t)
	must(f.Write(ap, []byte("34")))(t)
	if st := must(f.Stat(AtCwd, dir+"/a", true))(t); st.Size != 4 {
		t.Errorf("size after append %d", st.Size)
	}
	_, err = f.Read(ap, buf)
	wantErrno(t, err, EBADF)
	if err := f.Close(ap); err != nil {
		t.Error(err)
	}

	if err := f.Mkdir(AtCwd, dir+"/d", 0o755); err != nil {
		t.Fatal(err)
	}
	wantErrno(t, f.Mkdir(AtCwd, dir+"/d", 0o755), EEXIST)
	if err := f.Symlink("../a", AtCwd, dir+"/d/link"); err != nil {
		t.Fatal(err)
	}
	if s := must(f.Readlink(AtCwd, dir+"/d/link"))(t); s != "../a" {
		t.Errorf("readlink %q", s)
	}
	_, err = f.Readlink(AtCwd, dir+"/a")
	wantErrno(t, err, EINVAL)
	if st := must(f.Stat(AtCwd, dir+"/d/link", true))(t); !st.IsRegular() || st.Size != 4 {
		t.Errorf("stat through link %+v", st)
	}
	if st := must(f.Stat(AtCwd, dir+"/d/link", false))(t); st.Mode&S_IFMT != S_IFLNK {
		t.Errorf("lstat %+v", st)
	}
	_, err = f.Open(AtCwd, dir+"/d/link", O_RDONLY|O_NOFOLLOW, 0)
	wantErrno(t, err, ELOOP)
	if err := f.Symlink("loop", AtCwd, dir+"/loop"); err != nil {
		t.Fatal(err)
	}
	_, err = f.Stat(AtCwd, dir+"/loop", true)
	wantErrno(t, err, ELOOP)
	if err := f.Unlink(AtCwd, dir+"/loop"); err != nil {
		t.Error(err)
	}
	dfd := must(f.Open(AtCwd, dir+"/d", O_RDONLY|O_DIRECTORY, 0))(t)
	in := must(f.Open(dfd, "inner", O_WRONLY|O_CREAT, 0o600))(t)
	if err := f.Close(in); err != nil {
		t.Error(err)
	}
	for _, list := range [][]DirEntry{must(f.ReadDir(dir + "/d"))(t), must(f.ReadDirFd(dfd))(t), must(f.ReadDirFd(dfd))(t)} {
		var names []string
		for _, e := range list {
			names = append(names, fmt.Sprint(e.Name, ":", e.Type))
		}
		slices.Sort(names)
		if got := strings.Join(names, " "); got != "inner:8 link:10" {
			t.Errorf("readdir %s", got)
		}
	}
	wantErrno(t, f.Rmdir(AtCwd, dir+"/d"), ENOTEMPTY)
	wantErrno(t, f.Rmdir(AtCwd, dir+"/a"), ENOTDIR)
	wantErrno(t, f.Unlink(AtCwd, dir+"/d"), EISDIR)
	if err := f.Link(AtCwd, dir+"/a", dfd, "hard", false); err != nil {
		t.Fatal(err)
	}
	if st := must(f.Stat(dfd, "hard", true))(t); st.Nlink != 2 {
		t.Errorf("nlink %d", st.Nlink)
	}
	if err := f.Rename(dfd, "hard", AtCwd, dir+"/moved"); err != nil {
		t.Error(err)
	}
	err = f.Rename(AtCwd, dir+"/nope", AtCwd, dir+"/moved")
	wantErrno(t, err, ENOENT)
	if e, ok := err.(*Error); !ok || e.Path != dir+"/nope" || e.Path2 != dir+"/moved" {
		t.Errorf("rename error %v", err)
	}
	wantErrno(t, f.Rename(AtCwd, dir+"/moved", AtCwd, dir+"/d"), EISDIR)
	if err := f.Chmod(AtCwd, dir+"/moved", 0o600, true); err != nil {
		t.Error(err)
	}
	times := [2]Time{{5_000_000_000, 123456789}, {-7, 5}}
	if err := f.Utime(AtCwd, dir+"/moved", &times, true); err != nil {
		t.Error(err)
	}
	if st := must(f.Stat(AtCwd, dir+"/a", true))(t); st.Mode&0o777 != 0o600 || st.Atime != times[0] || st.Mtime != times[1] {
		t.Errorf("after chmod and utime %+v", st)
	}
	wfd := must(f.Open(dfd, "inner", O_RDWR, 0))(t)
	times[0].Sec++
	if err := f.Futime(wfd, &times); err != nil {
		t.Error(err)
	}
	if st := must(f.Fstat(wfd))(t); st.Atime != times[0] {
		t.Errorf("after futime %+v", st)
	}
	if err := f.Truncate(dir+"/d/inner", 3); err != nil {
		t.Error(err)
	}
	if err := f.Unlink(dfd, "inner"); err != nil {
		t.Error(err)
	}
	if st := must(f.Fstat(wfd))(t); st.Nlink != 0 || st.Size != 3 {
		t.Errorf("unlinked but open %+v", st)
	}
	if err := f.Close(wfd); err != nil {
		t.Error(err)
	}
	wantErrno(t, f.Access(AtCwd, dir+"/inner", F_OK, false, true), ENOENT)
	if err := f.Access(dfd, "link", R_OK|W_OK, true, true); err != nil {
		t.Error(err)
	}

	old := must(f.Getcwd())(t)
	if err := f.Chdir(dir + "/d"); err != nil {
		t.Fatal(err)
	}
	if s := must(f.Getcwd())(t); s != dir+"/d" {
		t.Errorf("cwd %q", s)
	}
	if err := f.Unlink(AtCwd, "link"); err != nil {
		t.Error(err)
	}
	if st := must(f.Stat(AtCwd, "..", true))(t); !st.IsDir() {
		t.Error("..")
	}
	if err := f.Chdir(old); err != nil {
		t.Fatal(err)
	}
	if err := f.Fchdir(dfd); err != nil {
		t.Error(err)
	}
	if err := f.Chdir(old); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(dfd); err != nil {
		t.Error(err)
	}
	if err := f.Rmdir(AtCwd, dir+"/d"); err != nil {
		t.Error(err)
	}
	exercisePipes(t, f)
}

func exercisePipes(t *testing.T, f Files) {
	r, w, err := f.Pipe(O_CLOEXEC)
	if err != nil {
		t.Fatal(err)
	}
	buf := make([]byte, 10)
	fds := []PollFd{{Fd: r, Events: POLLIN}, {Fd: w, Events: POLLOUT}}
	if n := must(f.Poll(fds, -1, nil))(t); n != 1 || fds[0].Revents != 0 || fds[1].Revents != POLLOUT {
		t.Errorf("poll %d %+v", n, fds)
	}
	if n := must(f.Poll(fds[:1], time.Millisecond, nil))(t); n != 0 {
		t.Errorf("poll of an empty pipe: %d", n)
	}
	wk := must(f.NewWaker())(t)
	wk.Wake()
	_, err = f.Poll(fds[:1], -1, wk)
	wantErrno(t, err, EINTR)
	go wk.Wake()
	_, err = f.Poll(fds[:1], -1, wk)
	wantErrno(t, err, EINTR)
	if err := wk.Close(); err != nil {
		t.Error(err)
	}
	go func() { _, _ = f.Write(w, []byte("ping")) }()
	if n := must(f.Read(r, buf))(t); string(buf[:n]) != "ping" {
		t.Errorf("read %q", buf[:n])
	}
	if err := f.SetBlocking(r, false); err != nil {
		t.Error(err)
	}
	if b := must(f.Blocking(r))(t); b {
		t.Error("still blocking")
	}
	_, err = f.Read(r, buf)
	wantErrno(t, err, EAGAIN)
	_, err = f.Seek(r, 0, SEEK_SET)
	wantErrno(t, err, ESPIPE)
	w2 := w + 20
	if err := f.Dup2(w, w2, true); err != nil {
		t.Error(err)
	}
	if ok := must(f.Inheritable(w2))(t); !ok {
		t.Error("dup2 is not inheritable")
	}
	if err := f.SetInheritable(w2, false); err != nil {
		t.Error(err)
	}
	for _, fd := range []int{w, w2} {
		if err := f.Close(fd); err != nil {
			t.Error(err)
		}
	}
	if n := must(f.Read(r, buf))(t); n != 0 {
		t.Error("no end of file after the writers closed")
	}
	if n := must(f.Poll([]PollFd{{Fd: r, Events: POLLIN}}, -1, nil))(t); n != 1 {
		t.Error("hang-up is not ready")
	}
	if err := f.Close(r); err != nil {
		t.Error(err)
	}
	r, w, err = f.Pipe(O_CLOEXEC)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(r); err != nil {
		t.Error(err)
	}
	_, err = f.Write(w, buf)
	wantErrno(t, err, EPIPE)
	if err := f.Close(w); err != nil {
		t.Error(err)
	}
}

func TestRealFiles(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	exerciseFiles(t, Real().Files, dir)
}

func TestStrerrorMatchesLibc(t *testing.T) {
	out, err := exec.Command(python(t), "-c", "import os,signal\nfor i in range(-1,140): print(os.strerror(i))\nfor i in range(1,65): print(signal.strsignal(i) or '')").Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(out), "\n")
	for i := -1; i < 140; i++ {
		if got := Strerror(i); got != lines[i+1] {
			t.Errorf("Strerror(%d) = %q, want %q", i, got, lines[i+1])
		}
	}
	for i := 1; i < 65; i++ {
		want := lines[140+i]
		if got := Strsignal(i); got != want && !strings.HasPrefix(want, "Unknown") {
			t.Errorf("Strsignal(%d) = %q, want %q", i, got, want)
		}
	}
}

// TestConstants compares the generated tables with CPython's modules.
func TestConstants(t *testing.T) {
	out, err := exec.Command(python(t), "-c", `
import errno, posix, signal
for m, names in (("errno", dir(errno)), ("posix", dir(posix)), ("signal", dir(signal))):
    mod = {"errno": errno, "posix": posix, "signal": signal}[m]
    for n in names:
        v = getattr(mod, n)
        if n.isupper() and isinstance(v, int) and (m != "signal" or n.startswith("SIG") and n not in ("SIG_DFL", "SIG_IGN", "SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK")):
            print(m, n, int(v))
`).Output()
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]int{}
	for m, list := range map[string][]Constant{"errno": ErrnoConstants(), "posix": PosixConstants(), "signal": SignalConstants()} {
		for _, c := range list {
			have[m+" "+c.Name] = c.Value
		}
	}
	for line := range strings.Lines(string(out)) {
		var m, n string
		var v int
		if _, err := fmt.Sscan(line, &m, &n, &v); err != nil {
			t.Fatal(err)
		}
		if got, ok := have[m+" "+n]; !ok || got != v {
			t.Errorf("%s.%s = %d (known %v), want %d", m, n, got, ok, v)
		}
	}
}

func startSpec(path string, argv ...string) *StartSpec {
	return &StartSpec{Paths: []string{path}, Argv: append([]string{path}, argv...), Stdin: -1, Stdout: -1, Stderr: -1, CloseFds: true, Umask: -1}
}

func finish(t *testing.T, h *Host, pid int) int {
	t.Helper()
	wpid, status, _, err := h.Process.Wait4(pid, 0)
	if err != nil || wpid != pid {
		t.Fatal(wpid, err)
	}
	return status
}

func TestStart(t *testing.T) {
	h := Real()
	r, w, err := h.Files.Pipe(O_CLOEXEC)
	if err != nil {
		t.Fatal(err)
	}
	extra, err := h.Files.Open(AtCwd, "/dev/null", O_RDONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	leak := must(h.Files.Dup(extra, true))(t)
	s := startSpec("/bin/sh", "-c", "echo $X; pwd; umask; ls /proc/self/fd | tr '\\n' ' '; exit 3")
	s.Paths = []string{"/nowhere/sh", "/bin/sh"}
	s.Env = []string{"X=y", "PATH=/bin:/usr/bin"}
	s.Dir, s.Stdout, s.PassFds, s.Umask = "/", w, []int{extra}, 0o027
	pid := must(h.Process.Start(s))(t)
	if err := h.Files.Close(w); err != nil {
		t.Fatal(err)
	}
	var out []byte
	buf := make([]byte, 4096)
	for {
		n := must(h.Files.Read(r, buf))(t)
		if n == 0 {
			break
		}
		out = append(out, buf[:n]...)
	}
	if status := finish(t, h, pid); status != 3<<8 {
		t.Errorf("status %#x", status)
	}
	text, ok := strings.CutPrefix(string(out), "y\n/\n0027\n")
	fds := strings.Fields(text) // the three, what was passed, and what ls opened
	if !ok || len(fds) != 5 || !slices.Contains(fds, fmt.Sprint(extra)) || slices.Contains(fds, fmt.Sprint(leak)) {
		t.Errorf("output %q with %d to be kept and %d closed", out, extra, leak)
	}
	for _, fd := range []int{r, extra, leak} {
		if err := h.Files.Close(fd); err != nil {
			t.Error(err)
		}
	}

	_, err = h.Process.Start(startSpec("/nowhere/x"))
	wantErrno(t, err, ENOENT)
	s = startSpec("/bin/true")
	s.Dir = "/nowhere"
	_, err = h.Process.Start(s)
	wantErrno(t, err, ENOENT)
	if se, ok := err.(*StartError); !ok || !se.Chdir {
		t.Errorf("want a chdir error, got %#v", err)
	}
	pid = must(h.Process.Start(startSpec("/bin/sleep", "60")))(t)
	if wpid, _, _, err := h.Process.Wait4(pid, 1); wpid != 0 || err != nil {
		t.Errorf("WNOHANG gave %d %v", wpid, err)
	}
	if err := h.Process.Kill(pid, 9); err != nil {
		t.Fatal(err)
	}
	if status := finish(t, h, pid); status != 9 {
		t.Errorf("status %#x", status)
	}
	_, _, _, err = h.Process.Wait4(pid, 0)
	wantErrno(t, err, ECHILD)
	wantErrno(t, h.Process.Kill(pid, 0), ESRCH)
}

func TestSignals(t *testing.T) {
	h := Real()
	got := make(chan int, 4)
	if err := h.Signals.Set(int(unix.SIGUSR1), Deliver, func(sig int) { got <- sig }); err != nil {
		t.Fatal(err)
	}
	if err := h.Process.Kill(h.Process.Pid(), int(unix.SIGUSR1)); err != nil {
		t.Fatal(err)
	}
	if sig := <-got; sig != int(unix.SIGUSR1) {
		t.Error(sig)
	}
	if err := h.Signals.Set(int(unix.SIGALRM), Deliver, func(sig int) { got <- sig }); err != nil {
		t.Fatal(err)
	}
	if _, _, err := h.Signals.SetTimer(0, time.Millisecond, 0); err != nil {
		t.Fatal(err)
	}
	if sig := <-got; sig != int(unix.SIGALRM) {
		t.Error(sig)
	}
	for _, sig := range []unix.Signal{unix.SIGUSR1, unix.SIGALRM} {
		if err := h.Signals.Set(int(sig), Ignore, nil); err != nil || !h.Signals.Ignored(int(sig)) {
			t.Error(err)
		}
		if err := h.Signals.Set(int(sig), Default, nil); err != nil || h.Signals.Ignored(int(sig)) {
			t.Error(err)
		}
	}
	wantErrno(t, h.Signals.Set(9, Ignore, nil), EINVAL)
}

func TestProcessFacts(t *testing.T) {
	h := Real()
	u := must(h.Process.Uname())(t)
	if u.Sysname != "Linux" || u.Machine == "" {
		t.Errorf("%+v", u)
	}
	if n := h.Process.CPUCount(); n < len(must(h.Process.Affinity(0))(t)) {
		t.Errorf("%d CPUs", n)
	}
	if p := must(h.Process.Priority(0, 0))(t); p < -20 || p > 19 {
		t.Errorf("priority %d", p)
	}
	mask := must(h.Process.Umask(0o22))(t)
	if m := must(h.Process.Umask(mask))(t); m != 0o22 {
		t.Errorf("umask %o", m)
	}
	must(h.Process.Times())(t)
	must(h.Process.Loadavg())(t)
	must(h.Process.Rusage(0))(t)
	must(h.Process.Pgid(0))(t)
	p := make([]byte, 64)
	if err := h.Random.Fill(p); err != nil || bytes.Equal(p, make([]byte, 64)) {
		t.Error("random", err)
	}
	if n := must(h.Random.Getrandom(p, 0))(t); n != 64 {
		t.Error(n)
	}
	a := h.Clock.Monotonic()
	cancel := make(chan struct{})
	go close(cancel)
	if h.Clock.Sleep(time.Hour, cancel) {
		t.Error("sleep was not cancelled")
	}
	if !h.Clock.Sleep(time.Microsecond, nil) || h.Clock.Monotonic() <= a {
		t.Error("clock stands still")
	}
	must(h.Clock.ProcessCPU())(t)
	must(h.Clock.ThreadCPU())(t)
	must(h.Clock.Resolution(1))(t)
	_, err := h.Clock.Get(9999)
	wantErrno(t, err, EINVAL)
	wantErrno(t, h.Env.Set("A=B", "x"), EINVAL)
}

func TestMem(t *testing.T) {
	h := Real()
	fd := must(h.Files.MemFile("x", 1))(t)
	defer h.Files.Close(fd)
	if err := h.Files.Ftruncate(fd, 8192); err != nil {
		t.Fatal(err)
	}
	m := must(h.Mem.Map(fd, 0, 8192, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED))(t)
	m[5000] = 'x'
	buf := make([]byte, 1)
	must(h.Files.Pread(fd, buf, 5000))(t)
	if buf[0] != 'x' {
		t.Error("mapping is not shared")
	}
	if m = must(h.Mem.Remap(m, 4096))(t); len(m) != 4096 {
		t.Error(len(m))
	}
	if err := h.Mem.Flush(m, unix.MS_SYNC); err != nil {
		t.Error(err)
	}
	if err := h.Mem.Unmap(m); err != nil {
		t.Error(err)
	}
}

func TestTerminal(t *testing.T) {
	h := Real()
	m, s, err := h.Terminal.Openpty()
	if err != nil {
		t.Skip(err)
	}
	defer h.Files.Close(m)
	defer h.Files.Close(s)
	if !h.Files.IsTerminal(s) {
		t.Error("not a terminal")
	}
	if n := must(h.Terminal.Name(s))(t); !strings.HasPrefix(n, "/dev/pts/") {
		t.Error(n)
	}
	before := must(h.Terminal.Attr(s))(t)
	restore := must(h.Terminal.MakeRaw(s))(t)
	if raw := must(h.Terminal.Attr(s))(t); raw.Lflag&unix.ICANON != 0 {
		t.Error("still canonical")
	}
	if err := restore(); err != nil {
		t.Error(err)
	}
	if after := must(h.Terminal.Attr(s))(t); after.Lflag != before.Lflag {
		t.Error("not restored")
	}
	if _, _, err := h.Terminal.Size(s); err != nil {
		t.Error(err)
	}
	_, _, err = h.Terminal.Size(-1)
	wantErrno(t, err, EBADF)
}

// TestZones compares local times under many values of TZ with CPython's.
func TestZones(t *testing.T) {
	py := python(t)
	zones := []string{"UTC", "", "EST5EDT", "EST+05EDT,M3.2.0,M11.1.0", "AEST-10AEDT-11,M10.5.0,M3.5.0", "<-03>3", "UTC+3", "CET-1CEST,M3.5.0,M10.5.0/3",
		"Europe/Berlin", ":America/New_York", "X", "bogus/zone", "IST-5:30", "NZST-12NZDT,M9.5.0,M4.1.0/3"}
	stamps := []int64{0, 1000000000, 1710054000, 1720000000, 1735689600, 4102444800, 1699171200}
	script := "import os, time, sys\nfor z in sys.argv[1].split('|'):\n  os.environ['TZ'] = z; time.tzset()\n  for s in map(int, sys.argv[2].split()):\n    t = time.localtime(s); print(z, s, t.tm_zone, t.tm_gmtoff, t.tm_isdst)\n"
	out, err := exec.Command(py, "-c", script, strings.Join(zones, "|"), strings.Trim(fmt.Sprint(stamps), "[]")).Output()
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, z := range zones {
		loc := loadZone(z, true)
		for _, s := range stamps {
			tm := time.Unix(s, 0).In(loc)
			name, off := tm.Zone()
			dst := 0
			if tm.IsDST() {
				dst = 1
			}
			fmt.Fprintln(&got, z, s, name, off, dst)
		}
	}
	a, b := strings.Split(got.String(), "\n"), strings.Split(string(out), "\n")
	for i := range a {
		if i < len(b) && a[i] != b[i] {
			t.Errorf("got %q, want %q", a[i], b[i])
		}
	}
}
