//go:build linux

package tests

import (
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
)

// terminal is a program on a pseudo-terminal.
type terminal struct {
	t      *testing.T
	master *os.File
	cmd    *exec.Cmd
	mu     sync.Mutex
	seen   strings.Builder
	news   chan struct{}
	done   chan struct{}
}

func startOnTerminal(t *testing.T, env []string, bin string, args ...string) *terminal {
	t.Helper()
	m, s, err := host.Real().Terminal.Openpty()
	if err != nil {
		t.Skip("no pseudo-terminals: ", err)
	}
	slave := os.NewFile(uintptr(s), "tty")
	x := &terminal{t: t, master: os.NewFile(uintptr(m), "pty"), news: make(chan struct{}, 1), done: make(chan struct{})}
	x.cmd = exec.Command(bin, args...)
	x.cmd.Env = append([]string{"HOME=" + t.TempDir(), "TERM=xterm", "PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8"}, env...)
	x.cmd.Stdin, x.cmd.Stdout, x.cmd.Stderr = slave, slave, slave
	x.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := x.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	slave.Close()
	go func() {
		defer close(x.done)
		buf := make([]byte, 4096)
		for {
			n, err := x.master.Read(buf)
			x.mu.Lock()
			x.seen.Write(buf[:n])
			x.mu.Unlock()
			select {
			case x.news <- struct{}{}:
			default:
			}
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() {
		x.cmd.Process.Kill()
		x.master.Close()
	})
	return x
}

// expect waits until the program has written want since the last call.
func (x *terminal) expect(want string) string {
	x.t.Helper()
	limit := time.After(20 * time.Second)
	for {
		x.mu.Lock()
		all := x.seen.String()
		if i := strings.Index(all, want); i >= 0 {
			x.seen.Reset()
			x.seen.WriteString(all[i+len(want):])
			x.mu.Unlock()
			return all[:i]
		}
		x.mu.Unlock()
		select {
		case <-x.news:
		case <-x.done:
			x.t.Fatalf("ended without %q; there is\n%q", want, all)
		case <-limit:
			x.t.Fatalf("no %q; there is\n%q", want, all)
		}
	}
}

func (x *terminal) send(text string) {
	x.t.Helper()
	if _, err := x.master.WriteString(text); err != nil {
		x.t.Fatal(err)
	}
}

// code waits for the program's end.
func (x *terminal) code() int {
	x.t.Helper()
	timer := time.AfterFunc(time.Minute, func() { x.cmd.Process.Kill() })
	defer timer.Stop()
	x.cmd.Wait()
	return x.cmd.ProcessState.ExitCode()
}

func TestPrompt(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	bin := build(t)
	t.Run("editor", func(t *testing.T) {
		hist := t.TempDir() + "/history"
		if err := os.WriteFile(hist, []byte("40 + 2\nfor i in 'ab':\r\n    print(i * 3)\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		x := startOnTerminal(t, []string{"NO_COLOR=1", "PYTHON_HISTORY=" + hist}, bin)
		x.expect("Type \"help\"")
		for _, step := range []struct{ send, expect string }{
			{"6*7\r", "42\r\n"},
			{"_ + 1\r", "43\r\n"},
			{"def f(x):\rif x:\rreturn 'yes'\r\x7freturn 'no'\r\rf(1), f(0)\r", "('yes', 'no')\r\n"},
			{"\x1b[A\x1b[A\x1b[A\x1b[A\x1b[A\x1b[A\x1b[A\x1b[A\x1b[A\x1b[A\x1b[A\x1b[B\r\r", "aaa\r\nbbb\r\n"}, // history
			{"\x1b[200~class C:\n    a = 1\n\n    b = 2\n\nC.a + C.b\n\x1b[201~\r", "l3\r\n"},
			{"1/0\r", "ZeroDivisionError: division by zero\r\n"},
			{"import linecache\r", "\x1b[?2004l"},
			{"1//0\r", "    ~^^~\r\n"},
			{"(1,\r2,\r3)\r", "(1, 2, 3)\r\n"},
			{"1 +\r", "SyntaxError: invalid syntax\r\n"},
			{"abc\x03", "KeyboardInterrupt\r\n"},
			{"nothing wrong\x01\x0bprint('caf\u00e9', '\u65e5\u672c')\r", "caf\u00e9 \u65e5\u672c\r\n"},
			{"'xz'\x1b[D\x1b[Dy\r", "'xyz'\r\n"},
			{"imp\tsys\r", "\x1b[?2004l"},
			{"sys.getrecursionl\t\r", "1000\r\n"},
			{"import time; time.sleep(100)\r", "\x1b[?2004l"},
		} {
			x.expect("\x1b[?2004h") // the terminal is raw
			x.send(step.send)
			x.expect(step.expect)
		}
		time.Sleep(100 * time.Millisecond) // until it sleeps
		x.send("\x03")
		x.expect("KeyboardInterrupt\r\n")
		x.expect("\x1b[?2004h")
		x.send("raise SystemExit(5)\r")
		if c := x.code(); c != 5 {
			t.Errorf("exit code %d", c)
		}
		h, err := os.ReadFile(hist)
		if err != nil || !strings.Contains(string(h), "def f(x):\r\n    if x:\r\n        return 'yes'\r\n    return 'no'\n") {
			t.Errorf("history %q, %v", h, err)
		}
	})
	t.Run("end", func(t *testing.T) {
		x := startOnTerminal(t, []string{"NO_COLOR=1"}, bin, "-q", "-i", "-c", "x = 5")
		x.expect(">>> ")
		x.send("x\r")
		x.expect("5\r\n")
		x.expect(">>> ")
		x.send("\x04")
		if c := x.code(); c != 0 {
			t.Errorf("exit code %d", c)
		}
	})
	t.Run("colour", func(t *testing.T) {
		x := startOnTerminal(t, nil, bin, "-q")
		x.expect("\x1b[1;35m>>> \x1b[0m")
		x.send("nope\r")
		x.expect("\x1b[1;35mNameError\x1b[0m")
		x.send("exit\r")
		if c := x.code(); c != 0 {
			t.Errorf("exit code %d", c)
		}
	})
	t.Run("dumb", func(t *testing.T) {
		x := startOnTerminal(t, []string{"TERM=dumb"}, bin, "-q")
		x.expect(">>> ")
		x.send("if 1:\n")
		x.expect("... ")
		x.send("  7\n\n")
		x.expect("7\r\n>>> ")
		x.send("\x03")
		x.expect("KeyboardInterrupt\r\n>>> ")
		x.send("\x04")
		if c := x.code(); c != 0 {
			t.Errorf("exit code %d", c)
		}
	})
}
