// Package faulthandler is the native module faulthandler.
package faulthandler

import (
	"fmt"
	"sync"
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/signal"
)

// watch is a signal for which register() was called.
type watch struct {
	file  py.Value // must not be closed by being forgotten
	chain bool
}

// state is the module's state in an interpreter. A crash of the runtime itself
// is reported by Go; enable() is for fatal signals that somebody sends.
type state struct {
	mu      sync.Mutex
	enabled bool
	fd      int
	all     bool
	file    py.Value
	timer   chan struct{} // closed to end the timer of dump_traceback_later()
	later   py.Value
	watched map[int]*watch
}

func stateOf(t *py.Thread) *state {
	return t.Interp().State("faulthandler", func() any { return &state{watched: map[int]*watch{}} }).(*state)
}

// output finds the descriptor of a file argument, sys.stderr when there is
// none. What keeps the file open comes with it.
func output(t *py.Thread, file py.Value) (int, py.Value, *py.Exc) {
	if file.IsNil() || file.IsNone() {
		if file = t.SysGet("stderr"); file.IsNil() {
			return -1, file, t.Raise(py.RuntimeError, "unable to get sys.stderr")
		}
		if file.IsNone() {
			return -1, file, t.Raise(py.RuntimeError, "sys.stderr is None")
		}
	} else if py.IsInt(file) {
		if file.Type() == py.BoolType {
			if err := t.Warn(py.RuntimeWarning, 1, "bool is used as a file descriptor"); err != nil {
				return -1, file, err
			}
		}
		fd, err := t.CInt(file)
		if err != nil {
			return -1, file, err
		}
		if fd < 0 {
			return -1, file, t.ValueErr("file is not a valid file descriptor")
		}
		return fd, py.None, nil
	}
	r, err := t.CallMethodS(file, "fileno")
	if err != nil {
		return -1, file, err
	}
	n, ok := r.Small()
	if !ok || n < 0 || n > 1<<31-1 {
		return -1, file, t.Raise(py.RuntimeError, "file.fileno() is not a valid file descriptor")
	}
	if _, err := t.CallMethodS(file, "flush"); err != nil && !err.Is(py.Exception) {
		return -1, file, err
	}
	return int(n), file, nil
}

func flag(t *py.Thread, v py.Value, def bool) (bool, *py.Exc) {
	if v.IsNil() {
		return def, nil
	}
	return t.Truth(v)
}

func dumpTraceback(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	all, err := flag(t, a[1], true)
	if err != nil {
		return py.Value{}, err
	}
	fd, _, err := output(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	write(t.Interp(), fd, traces(t.Interp(), t, t, all))
	return py.None, nil
}

func enable(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	all, err := flag(t, a[1], true)
	if err != nil {
		return py.Value{}, err
	}
	fd, file, err := output(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	in := t.Interp()
	s := stateOf(t)
	s.mu.Lock()
	was := s.enabled
	s.enabled, s.fd, s.all, s.file = true, fd, all, file
	s.mu.Unlock()
	if was {
		return py.None, nil
	}
	for sig := range fatal() {
		// A host without this signal will not deliver it.
		_ = in.Host().Signals.Set(sig, host.Deliver, func(sig int) { s.crash(in, nil, sig) })
	}
	return py.None, nil
}

func disable(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
	s := stateOf(t)
	s.mu.Lock()
	was := s.enabled
	s.enabled, s.file = false, py.Value{}
	s.mu.Unlock()
	if was {
		for sig := range fatal() {
			_ = t.Interp().Host().Signals.Set(sig, host.Default, nil) // as when it was set
		}
	}
	return py.Bool(was), nil
}

func dumpLater(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	ns, err := t.Duration(a[0], py.RoundCeiling)
	if err != nil {
		return py.Value{}, err
	}
	if ns <= 0 {
		return py.Value{}, t.ValueErr("timeout must be greater than 0")
	}
	repeat, err := flag(t, a[1], false)
	if err != nil {
		return py.Value{}, err
	}
	exit, err := flag(t, a[3], false)
	if err != nil {
		return py.Value{}, err
	}
	fd, file, err := output(t, a[2])
	if err != nil {
		return py.Value{}, err
	}
	us := (ns + 999) / 1000
	title := fmt.Sprintf("Timeout (%d:%02d:%02d", us/3600e6, us/60e6%60, us/1e6%60)
	if us%1e6 != 0 {
		title += fmt.Sprintf(".%06d", us%1e6)
	}
	title += ")!\n"
	in := t.Interp()
	s := stateOf(t)
	s.stop()
	stop := make(chan struct{})
	s.mu.Lock()
	s.timer, s.later = stop, file
	s.mu.Unlock()
	go func() {
		for in.Host().Clock.Sleep(time.Duration(ns), stop) {
			write(in, fd, title+traces(in, nil, nil, true))
			if exit {
				in.Host().Process.Exit(1)
			}
			if !repeat {
				return
			}
		}
	}()
	return py.None, nil
}

// stop ends the timer of dump_traceback_later().
func (s *state) stop() {
	s.mu.Lock()
	if s.timer != nil {
		close(s.timer)
		s.timer, s.later = nil, py.Value{}
	}
	s.mu.Unlock()
}

// signum checks a signal argument.
func signum(t *py.Thread, v py.Value) (int, *py.Exc) {
	n, err := t.CInt(v)
	if err != nil {
		return 0, err
	}
	if fatal()[n] != "" {
		return 0, t.Raise(py.RuntimeError, "signal %d cannot be registered, use enable() instead", n)
	}
	if n < 1 || n > 64 {
		return 0, t.ValueErr("signal number out of range")
	}
	return n, nil
}

func register(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	n, err := signum(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	all, err := flag(t, a[2], true)
	if err != nil {
		return py.Value{}, err
	}
	chain, err := flag(t, a[3], false)
	if err != nil {
		return py.Value{}, err
	}
	fd, file, err := output(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	in := t.Interp()
	s := stateOf(t)
	var deliver func(int)
	deliver = func(int) {
		// Python's signal handlers belong to the main thread: it is the one that
		// the signal interrupts.
		write(in, fd, traces(in, nil, in.Main(), all))
		if chain && signal.Chain(in, n) {
			// The default action was not to end the process.
			_ = in.Host().Signals.Set(n, host.Deliver, deliver) // as before
		}
	}
	if herr := signal.Take(t, n, deliver); herr != nil {
		return py.Value{}, t.OSErr(herr)
	}
	s.mu.Lock()
	s.watched[n] = &watch{file, chain}
	s.mu.Unlock()
	return py.None, nil
}

func unregister(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	n, err := signum(t, v)
	if err != nil {
		return py.Value{}, err
	}
	s := stateOf(t)
	s.mu.Lock()
	_, was := s.watched[n]
	delete(s.watched, n)
	s.mu.Unlock()
	if was {
		if herr := signal.Restore(t.Interp(), n); herr != nil {
			return py.Value{}, t.OSErr(herr)
		}
	}
	return py.Bool(was), nil
}

func init() { py.RegisterPackage(registerFaulthandler, "faulthandler") }

func registerFaulthandler() {
	py.RegisterModule(py.ModuleSpec{
		Name: "faulthandler", Doc: "faulthandler module.",
		Methods: []py.MethodSpec{
			{Name: "enable", Sig: "file=sys.stderr, all_threads=True", Fn: py.FnSig(enable), Doc: "Enable the fault handler."},
			{Name: "disable", Sig: "", Doc: "Disable the fault handler.", Fn: py.Fn0(disable)},
			{Name: "is_enabled", Sig: "", Doc: "Check if the handler is enabled.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				s := stateOf(t)
				s.mu.Lock()
				defer s.mu.Unlock()
				return py.Bool(s.enabled), nil
			})},
			{Name: "dump_traceback", Sig: "file=sys.stderr, all_threads=True", Fn: py.FnSig(dumpTraceback), Doc: "Dump the traceback of the current thread, or of all threads if all_threads is\nTrue, into file."},
			{Name: "dump_traceback_later", Sig: "timeout, repeat=False, file=sys.stderr, exit=False", Fn: py.FnSig(dumpLater), Doc: "Dump the traceback of all threads in timeout seconds, or each timeout\nseconds if repeat is True. If exit is True, end the process with status 1."},
			{Name: "cancel_dump_traceback_later", Sig: "", Doc: "Cancel the previous call to dump_traceback_later().", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				stateOf(t).stop()
				return py.None, nil
			})},
			{Name: "register", Sig: "signum, file=sys.stderr, all_threads=True, chain=False", Fn: py.FnSig(register), Doc: "Dump the traceback of all threads, or of the main thread, into file when signal 'signum' comes."},
			{Name: "unregister", Sig: "signum, /", Fn: py.Fn1(unregister), Doc: "Unregister the handler of the signal 'signum' registered by register()."},
			crasher("_sigsegv", "release_gil=False, /", "SIGSEGV"),
			crasher("_read_null", "", "SIGSEGV"),
			crasher("_sigabrt", "", "SIGABRT"),
			crasher("_sigfpe", "", "SIGFPE"),
		},
	})
}
