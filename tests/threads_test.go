package tests

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// gilModes are the options of the two ways to run threads.
var gilModes = []string{"gil=1", "gil=0"}

// runThreads runs a program and returns its output, its standard error and how
// it ended.
func runThreads(t *testing.T, stdin string, args ...string) (out, errs string, state *os.ProcessState) {
	t.Helper()
	bin := build(t)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, bin, args...)
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	cmd.Stdin = strings.NewReader(stdin)
	var o, e bytes.Buffer
	cmd.Stdout, cmd.Stderr = &o, &e
	_ = cmd.Run() // how it ended says the state
	if ctx.Err() != nil {
		t.Fatalf("timed out\n%s%s", clip(o.Bytes()), clip(e.Bytes()))
	}
	return o.String(), e.String(), cmd.ProcessState
}

func threadPrograms(t *testing.T, dir string) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join("threads", dir, "*.py"))
	if err != nil || len(all) == 0 {
		t.Fatal("no programs", err)
	}
	return all
}

// TestDeadlocks runs programs that come to a stop: the report has what their
// comments want.
func TestDeadlocks(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	for _, p := range threadPrograms(t, "stuck") {
		for _, mode := range gilModes {
			t.Run(filepath.Base(p)+"/"+mode, func(t *testing.T) {
				t.Parallel()
				src, err := os.ReadFile(p)
				if err != nil {
					t.Fatal(err)
				}
				_, errs, state := runThreads(t, "", "-X", mode, "-X", "deadlock=error,0.1", p)
				status := "1"
				for line := range strings.Lines(string(src)) {
					if s, ok := strings.CutPrefix(line, "# status: "); ok {
						status = strings.TrimSpace(s)
					} else if s, ok := strings.CutPrefix(line, "# want: "); ok && !regexp.MustCompile(strings.TrimSpace(s)).MatchString(errs) {
						t.Errorf("no %s", s)
					} else if s, ok := strings.CutPrefix(line, "# not: "); ok && regexp.MustCompile(strings.TrimSpace(s)).MatchString(errs) {
						t.Errorf("there is %s", s)
					}
				}
				if code := state.ExitCode(); status == "1" && code != 1 || status == "0" && code != 0 {
					t.Errorf("exit code %d", code)
				}
				if t.Failed() {
					t.Logf("%s", errs)
				}
			})
		}
	}
}

// TestNoDeadlock runs programs of which every thread waits now and then, and
// which go on: nothing is reported, even if only a moment is granted.
func TestNoDeadlock(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	for _, p := range threadPrograms(t, "fine") {
		for _, mode := range gilModes {
			t.Run(filepath.Base(p)+"/"+mode, func(t *testing.T) {
				t.Parallel()
				out, errs, state := runThreads(t, "", "-X", mode, "-X", "deadlock=error,0.03", p)
				if out+errs != "" || state.ExitCode() != 0 {
					t.Errorf("exit code %d\n%s%s", state.ExitCode(), out, errs)
				}
			})
		}
	}
}

// TestDeadlockModes checks that a deadlock is told once, and not at all if so
// asked.
func TestDeadlockModes(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	const program = `
import os, signal, threading
def end(*_):
    os._exit(0)
lock = threading.Lock()
lock.acquire()
with open("/dev/null") as f: pass
import _thread
threading.Thread(target=lock.acquire, daemon=True).start()
signal.setitimer(signal.ITIMER_REAL, 1.5)   # its default action ends the process
lock.acquire()
`
	for mode, want := range map[string]int{"warn,0.1": 1, "off": 0} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			_, errs, _ := runThreads(t, "", "-X", "deadlock="+mode, "-c", program)
			if n := strings.Count(errs, "RuntimeWarning: deadlock: all 2 threads"); n != want {
				t.Errorf("%d reports\n%s", n, errs)
			}
		})
	}
	for _, bad := range []string{"deadlock=maybe", "deadlock=error,soon", "dumpsignal=KILL", "dumpsignal=NOSUCH"} {
		if _, errs, state := runThreads(t, "", "-X", bad, "-c", "pass"); state.Success() || !strings.Contains(errs, "-X ") {
			t.Errorf("-X %s is accepted: %s", bad, errs)
		}
	}
}

const dumped = `
import os, signal, sys, threading, time
def run():
    while not stop:
        pass
def sleep():
    time.sleep(60)
def wait():
    lock.acquire()
def read():
    os.read(0, 1)
    os.read(r, 1)
stop = False
r, w = os.pipe()
lock = threading.Lock()
lock.acquire()
for f in (run, sleep, wait, read):
    threading.Thread(target=f, name="does " + f.__name__, daemon=True).start()
time.sleep(.3)
os.kill(os.getpid(), signal.SIGQUIT)
print("alive")
`

// TestDump checks what a signal tells of all threads.
func TestDump(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	for _, mode := range gilModes {
		for _, option := range []string{"", "dumpsignal", "dumpsignal=off"} {
			t.Run(mode+"/"+option, func(t *testing.T) {
				t.Parallel()
				args := []string{"-X", mode, "-c", dumped}
				if option != "" {
					args = append([]string{"-X", option}, args...)
				}
				out, errs, state := runThreads(t, "x", args...)
				alive := strings.Contains(out, "alive")
				if alive != (option == "dumpsignal") {
					t.Errorf("alive: %v", alive)
				}
				if ws, ok := state.Sys().(syscall.WaitStatus); !alive && (!ok || !ws.Signaled() || ws.Signal() != syscall.SIGQUIT) {
					t.Errorf("died of %v", state)
				}
				wants := []string{
					`(?m)^Thread 0x[0-9a-f]+ "MainThread"`, `line 20 in <module>`,
					`(?m)^Thread 0x[0-9a-f]+ "does run" daemon (runs|waits for GIL)$`, `line [45] in run`,
					`"does sleep" daemon sleeps`, `line 7 in sleep`,
					`"does wait" daemon waits for lock <_thread.lock object at 0x[0-9a-f]+> since \d+\.\d s\n  it was taken by thread 0x[0-9a-f]+ "MainThread" in <module>, File "<string>", line 16`,
					`"does read" daemon waits for I/O`, `line 12 in read`,
				}
				if option == "dumpsignal=off" {
					if errs != "" {
						t.Errorf("%s", errs)
					}
					return
				}
				for _, w := range wants {
					if !regexp.MustCompile(w).MatchString(errs) {
						t.Errorf("no %s", w)
					}
				}
				if t.Failed() {
					t.Logf("%s", errs)
				}
			})
		}
	}
}

// TestThreadStats checks the table of -X threadstats.
func TestThreadStats(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	const program = `
import threading, time
def count():
    n = 0
    while n < 1_000_000:
        n += 1
def wait():
    time.sleep(.3)
lock = threading.Lock()
ts = [threading.Thread(target=f, name=f.__name__) for f in (count, count, count, wait)]
for t in ts: t.start()
for t in ts: t.join()
`
	for _, mode := range gilModes {
		_, errs, _ := runThreads(t, "", "-X", mode, "-X", "threadstats", "-c", program)
		for _, w := range []string{
			`(?m)^Threads, with(out)? the GIL, \d+\.\d\d s in all; seconds that each$`,
			`(?m)^thread +ran +GIL +locks +I/O +slept +switches$`,
			`(?m)^MainThread( +\d+\.\d{3}){5} +\d+$`,
			`(?m)^count( +\d+\.\d{3}){5} +\d+$`,
			`(?m)^wait( +\d+\.\d{3}){4} +0\.[3-9]\d\d +\d+$`,
			`(?m)^all( +\d+\.\d{3}){5} +\d+$`,
			`(?m)^[A-Z0-9].*\.$`,
		} {
			if !regexp.MustCompile(w).MatchString(errs) {
				t.Errorf("%s: no %s in\n%s", mode, w, errs)
			}
		}
		if mode == "gil=0" && !regexp.MustCompile(`(?m)^all +\d+\.\d{3} +0\.000 `).MatchString(errs) {
			t.Errorf("threads waited for a GIL that is not there\n%s", errs)
		}
	}
}

// TestThreeWorlds checks the shape of the example's table.
func TestThreeWorlds(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	out, errs, state := runThreads(t, "", "../examples/three_worlds.py", "--tasks", "2", "--limit", "500", "--delay", "0.01")
	shape := regexp.MustCompile(`^2 parts of each job on \d+ processors: seconds and speed-up
job +one after another +threads, GIL +threads, no GIL
cpu( +\d+\.\d\d s +\d+\.\d\d x){3}
io ( +\d+\.\d\d s +\d+\.\d\d x){3}
$`)
	if !state.Success() || errs != "" || !shape.MatchString(out) {
		t.Errorf("%s%s", out, errs)
	}
}
