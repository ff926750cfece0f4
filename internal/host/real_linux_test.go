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
