package faulthandler

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

const (
	maxFrames  = 100
	maxThreads = 100
	maxText    = 500
)

// text writes a name as ASCII.
func text(s *py.Str) string {
	var b strings.Builder
	for i := range min(s.Len(), maxText) {
		switch c := s.RuneAt(i); {
		case c >= ' ' && c < 127:
			b.WriteRune(c)
		case c < 0x100:
			fmt.Fprintf(&b, "\\x%02x", c)
		case c < 0x10000:
			fmt.Fprintf(&b, "\\u%04x", c)
		default:
			fmt.Fprintf(&b, "\\U%08x", c)
		}
	}
	if s.Len() > maxText {
		b.WriteString("...")
	}
	return b.String()
}

// traces describes what all threads do, the youngest first, or only what current
// does. self is the calling thread, nil for a goroutine that is none; current
// the one that is called so, nil for none.
func traces(in *py.Interp, self, current *py.Thread, all bool) string {
	threads := []*py.Thread{current}
	if all {
		threads = in.Threads()
		slices.Reverse(threads)
	}
	cut := len(threads) > maxThreads
	if cut {
		threads = threads[:maxThreads]
	}
	var b strings.Builder
	for i, s := range in.Stacks(self, threads, maxFrames) {
		switch {
		case !all:
			b.WriteString("Stack (most recent call first):\n")
		case s.Thread == current:
			fmt.Fprintf(&b, "Current thread 0x%016x (most recent call first):\n", s.Thread.ID())
		default:
			fmt.Fprintf(&b, "Thread 0x%016x (most recent call first):\n", s.Thread.ID())
		}
		if s.Thread == current && all && current.Collecting() {
			b.WriteString("  Garbage-collecting\n")
		}
		for _, c := range s.Calls {
			fmt.Fprintf(&b, "  File \"%s\", line %d in %s\n", text(c.File), c.Line, text(c.Name))
		}
		if len(s.Calls) == 0 {
			b.WriteString("  <no Python frame>\n")
		}
		if i < len(threads)-1 {
			b.WriteByte('\n')
		}
	}
	if cut {
		b.WriteString("\n...\n")
	}
	return b.String()
}

// write writes to a descriptor. What cannot be written is lost: nobody is there
// to be told.
func write(in *py.Interp, fd int, s string) {
	for p := []byte(s); len(p) > 0; {
		n, err := in.Host().Files.Write(fd, p)
		if err != nil && host.Errno(err) != host.EINTR || err == nil && n == 0 {
			return
		}
		p = p[max(n, 0):]
	}
}

// fatal are the signals that enable() is for, by the platform's number.
func fatal() map[int]string {
	names := map[string]string{"SIGBUS": "Bus error", "SIGILL": "Illegal instruction", "SIGFPE": "Floating-point exception",
		"SIGABRT": "Aborted", "SIGSEGV": "Segmentation fault"}
	m := map[int]string{}
	for _, c := range host.SignalConstants() {
		if n := names[c.Name]; n != "" {
			m[c.Value] = n
		}
	}
	return m
}

// crash tells of a fatal signal, if that was asked for, and dies of it. self is
// the thread that it came to, nil for the process.
func (s *state) crash(in *py.Interp, self *py.Thread, sig int) {
	s.mu.Lock()
	enabled, fd, all := s.enabled, s.fd, s.all
	s.mu.Unlock()
	if enabled {
		current := self
		if current == nil {
			current = in.Main()
		}
		write(in, fd, "Fatal Python error: "+fatal()[sig]+"\n\n"+traces(in, self, current, all))
	}
	h := in.Host()
	_ = h.Signals.Set(sig, host.Default, nil) // or else it is delivered again
	_ = h.Process.Kill(h.Process.Pid(), sig)
	h.Clock.Sleep(time.Second, nil) // it comes in no time
	h.Process.Exit(128 + sig)
}

// Crash ends the process by a fatal signal, after telling where the threads are
// if faulthandler is enabled.
func Crash(t *py.Thread, sig int) { stateOf(t).crash(t.Interp(), t, sig) }

// crasher is a function that ends the process by a fatal signal: for tests.
func crasher(name, sig, signame string) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: sig, Doc: "End the process by " + signame + ".", Fn: py.FnSig(func(t *py.Thread, _ py.Value, _ []py.Value) (py.Value, *py.Exc) {
		for _, c := range host.SignalConstants() {
			if c.Name == signame {
				Crash(t, c.Value)
			}
		}
		return py.Value{}, t.Raise(py.NotImplementedError, "there is no %s here", signame)
	})}
}
