// Package signal is the native module _signal.
package signal

import (
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

const (
	numSignals = 65
	sigInt     = 2
	sigKill    = 9
	sigPipe    = 13
	sigStop    = 19
	sigXfsz    = 25

	esrch = 3 // errno of a thread that is not there

	sigDfl = 0
	sigIgn = 1
)

var itimerError = new(py.Type)

// Install takes over the signals that Python handles from the start: SIGINT
// raises KeyboardInterrupt, SIGPIPE and SIGXFSZ are ignored.
func Install(t *py.Thread) *py.Exc {
	m, err := t.ImportModule("_signal")
	if err != nil {
		return err
	}
	f, err := t.GetAttrS(m, "default_int_handler")
	if err != nil {
		return err
	}
	s := stateOf(t)
	in := t.Interp()
	mask := in.Host().Signals.Inherited()
	t.SetSignalMask(mask)
	for sig := 1; sig < numSignals; sig++ {
		if mask&bit(sig) != 0 {
			_ = s.dispose(in, sig, s.handlers[sig], true) // a host that has the mask has the signal
			continue
		}
		if host.OwnDefault(sig) && s.handlers[sig] == py.IntOf(sigDfl) {
			_ = in.Host().Signals.Set(sig, host.Default, nil) // a host without signals
		}
	}
	for _, sig := range [...]int{sigPipe, sigXfsz} {
		// A handler that does nothing, and not SIG_IGN, which children would
		// inherit.
		if err := in.Host().Signals.Set(sig, host.Deliver, func(int) {}); err != nil {
			continue // the platform has no such signal
		}
		s.handlers[sig] = py.IntOf(sigIgn)
	}
	if s.handlers[sigInt] == py.IntOf(sigIgn) {
		return nil
	}
	if herr := in.Host().Signals.Set(sigInt, host.Deliver, func(n int) { s.deliver(in, n) }); herr != nil {
		return nil // a host without signals
	}
	s.handlers[sigInt], s.interrupt = f, f
	return nil
}

func number(t *py.Thread, v py.Value) (int, *py.Exc) {
	n, err := cInt(t, v)
	if err == nil && (n < 1 || n >= numSignals) {
		err = t.ValueErr("signal number out of range")
	}
	return n, err
}

// cInt is CInt with the one text for numbers that are too large for it.
func cInt(t *py.Thread, v py.Value) (int, *py.Exc) {
	n, err := t.CInt(v)
	if err != nil && err.Is(py.OverflowError) {
		err = t.Raise(py.OverflowError, "Python int too large to convert to C int")
	}
	return n, err
}

// ofLibrary tells whether a signal is one of the two that the C library keeps
// for itself.
func ofLibrary(sig int) bool { return sig == 32 || sig == 33 }

func onlyMain(t *py.Thread, msg string) *py.Exc {
	if t != t.Interp().Main() {
		return t.ValueErr("%s", msg)
	}
	return nil
}

func orNone(v py.Value) py.Value {
	if v.IsNil() {
		return py.None
	}
	return v
}

func setSignal(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	sig, err := cInt(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	if err := onlyMain(t, "signal only works in main thread of the main interpreter"); err != nil {
		return py.Value{}, err
	}
	if sig < 1 || sig >= numSignals {
		return py.Value{}, t.ValueErr("signal number out of range")
	}
	const bad = "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object"
	h := a[1]
	if py.IsInt(h) {
		if h, err = t.Index(h); err != nil {
			return py.Value{}, err
		}
		if h != py.IntOf(sigDfl) && h != py.IntOf(sigIgn) {
			return py.Value{}, t.TypeErr(bad)
		}
	} else if h.Type().Slots().Call == nil {
		return py.Value{}, t.TypeErr(bad)
	}
	if ofLibrary(sig) {
		return py.Value{}, t.OSErrno(host.EINVAL)
	}
	s := stateOf(t)
	// What came before runs with the old handler.
	if err := t.RunPending(); err != nil {
		return py.Value{}, err
	}
	s.mu.Lock()
	old := s.handlers[sig]
	s.mu.Unlock()
	_, masked := blocked(t.Interp(), sig)
	if herr := s.dispose(t.Interp(), sig, h, masked); herr != nil {
		return py.Value{}, t.OSErr(herr)
	}
	s.mu.Lock()
	s.handlers[sig] = h
	s.mu.Unlock()
	return orNone(old), nil
}

func getSignal(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	sig, err := number(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	if ofLibrary(sig) {
		return py.None, nil
	}
	s := stateOf(t)
	s.mu.Lock()
	defer s.mu.Unlock()
	return orNone(s.handlers[sig]), nil
}

func raiseSignal(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	sig, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	if sig < 0 || sig >= numSignals {
		return py.Value{}, t.OSErrno(host.EINVAL)
	}
	return sendTo(t, t, sig)
}

// sendTo sends a signal to the thread to.
func sendTo(t, to *py.Thread, sig int) (py.Value, *py.Exc) {
	if sig == 0 || to.SignalMask()&bit(sig) == 0 {
		return Send(t, sig)
	}
	stateOf(t).deliverTo(to, sig)
	return py.None, t.RunPending()
}

// Send sends a signal to this process. If Python handles it, the handler runs
// before this returns, on the main thread.
func Send(t *py.Thread, sig int) (py.Value, *py.Exc) {
	s := stateOf(t)
	in := t.Interp()
	taken := sig > 0 && s.elsewhere(sig)
	if sig > 0 && !taken && s.handled(in, sig) {
		s.deliverFrom(in, sig, true)
	} else if sig == 0 || taken || !s.ignores(sig) {
		var herr error
		t.Blocking(func() { herr = in.Host().Process.Kill(in.Host().Process.Pid(), sig) })
		if herr != nil {
			return py.Value{}, t.OSErr(herr)
		}
	}
	if err := t.RunPending(); err != nil {
		return py.Value{}, err
	}
	return py.None, nil
}

func pidfdSend(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	sig, err := t.CInt(a[1])
	if err != nil {
		return py.Value{}, err
	}
	flags := 0
	if !a[3].IsNil() {
		if flags, err = t.CInt(a[3]); err != nil {
			return py.Value{}, err
		}
	}
	if !a[2].IsNil() && !a[2].IsNone() {
		return py.Value{}, t.TypeErr("siginfo must be None")
	}
	var herr error
	t.Blocking(func() { herr = t.Interp().Host().Process.PidfdSend(fd, sig, flags) })
	if herr != nil {
		return py.Value{}, t.OSErr(herr)
	}
	return py.None, t.RunPending() // the signal may be for this process
}

func setWakeupFd(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	warn := true
	if !a[1].IsNil() {
		if warn, err = t.Truth(a[1]); err != nil {
			return py.Value{}, err
		}
	}
	if err := onlyMain(t, "set_wakeup_fd only works in main thread of the main interpreter"); err != nil {
		return py.Value{}, err
	}
	fs := t.Interp().Host().Files
	if fd != -1 {
		if _, herr := fs.Fstat(fd); herr != nil {
			return py.Value{}, t.OSErr(herr)
		}
		blocking, herr := fs.Blocking(fd)
		if herr != nil {
			return py.Value{}, t.OSErr(herr)
		}
		if blocking {
			return py.Value{}, t.ValueErr("the fd %d must be in non-blocking mode", fd)
		}
	}
	s := stateOf(t)
	s.mu.Lock()
	old := s.wakeupFd
	s.wakeupFd, s.warnFull = fd, warn
	s.mu.Unlock()
	return py.IntOf(old), nil
}

func timerResult(value, interval time.Duration) py.Value {
	return py.NewTuple(py.Float64(value.Seconds()), py.Float64(interval.Seconds())).Value()
}

// micros converts a number of seconds to a whole number of microseconds.
func micros(t *py.Thread, v py.Value) (time.Duration, *py.Exc) {
	n, err := t.Duration(v, py.RoundCeiling)
	if err != nil {
		return 0, err
	}
	d := time.Duration(n)
	if r := d % time.Microsecond; r > 0 {
		d += time.Microsecond - r
	}
	return d, nil
}

func itimerErr(t *py.Thread, err error) *py.Exc {
	num := host.Errno(err)
	e := py.NewExc(itimerError, py.IntOf(num), py.NewStr(host.Strerror(num)).Value())
	e.SetField(py.OSErrno, e.Args()[0])
	e.SetField(py.OSStrerror, e.Args()[1])
	return e
}

func setitimer(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	which, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	value, err := micros(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	var interval time.Duration
	if !a[2].IsNil() {
		if interval, err = micros(t, a[2]); err != nil {
			return py.Value{}, err
		}
	}
	if value < 0 || interval < 0 {
		return py.Value{}, itimerErr(t, host.NewError(host.EINVAL))
	}
	ov, oi, herr := t.Interp().Host().Signals.SetTimer(which, value, interval)
	if herr != nil {
		return py.Value{}, itimerErr(t, herr)
	}
	return timerResult(ov, oi), nil
}

func getitimer(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	which, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	v, i, herr := t.Interp().Host().Signals.Timer(which)
	if herr != nil {
		return py.Value{}, itimerErr(t, herr)
	}
	return timerResult(v, i), nil
}

func alarm(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	n, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	old, _, herr := t.Interp().Host().Signals.SetTimer(0, time.Duration(n)*time.Second, 0)
	if herr != nil {
		return py.Value{}, t.OSErr(herr)
	}
	return py.IntOf(int((old + time.Second - 1) / time.Second)), nil
}

// pause waits until a signal handler has run.
func pause(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
	s := stateOf(t)
	for {
		before := s.count.Load()
		t.Blocking(func() { <-t.Wakeup() })
		if err := t.RunPending(); err != nil {
			return py.Value{}, err
		}
		if s.count.Load() != before {
			return py.None, nil
		}
	}
}

func strsignal(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	sig, err := number(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	if s := host.Strsignal(sig); s != "" {
		return py.NewStr(s).Value(), nil
	}
	return py.None, nil
}

func validSignals(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
	return signalSet(t, func(sig int) bool { return !ofLibrary(sig) })
}

func init() {
	py.RegisterType(py.TypeSpec{Type: itimerError, Name: "signal.itimer_error", Base: py.OSError, Flags: py.FlagBaseType | py.FlagExcSubclass})
	py.RegisterModule(py.ModuleSpec{
		Name: "_signal",
		Doc:  "Signals: which function the main thread calls when one arrives.\n\nSIG_DFL and SIG_IGN stand for the default action and for none.",
		Methods: []py.MethodSpec{
			{Name: "signal", Sig: "signalnum, handler, /", Fn: py.FnSig(setSignal), Doc: "Set the action for the given signal and return the one before.\n\nThe action is SIG_DFL, SIG_IGN or a function of the signal's number and the\ninterrupted frame, which the main thread calls."},
			{Name: "getsignal", Sig: "signalnum, /", Fn: py.FnSig(getSignal), Doc: "Return the current action for the given signal: SIG_IGN, SIG_DFL, the handler, or\nNone for one that was not set from Python."},
			{Name: "default_int_handler", Sig: "signalnum, frame, /", Doc: "The default handler for SIGINT installed by Python.\n\nIt raises KeyboardInterrupt.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				if _, err := t.CInt(a[0]); err != nil {
					return py.Value{}, err
				}
				return py.Value{}, py.NewExc(py.KeyboardInterrupt)
			})},
			{Name: "raise_signal", Sig: "signalnum, /", Fn: py.FnSig(raiseSignal), Doc: "Send a signal to the executing process."},
			{Name: "pthread_kill", Sig: "thread_id, signalnum, /", Doc: "Send a signal to a thread. Its handler runs on the main thread all the same.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				if !py.IsInt(a[0]) {
					return py.Value{}, t.TypeErr("pthread_kill() argument 1 must be int, not %s", py.ArgTypeName(a[0]))
				}
				id, err := t.CLong(a[0])
				if err != nil {
					return py.Value{}, err
				}
				sig, err := t.CInt(a[1])
				if err != nil {
					return py.Value{}, err
				}
				if sig < 0 || sig >= numSignals {
					return py.Value{}, t.OSErrno(host.EINVAL)
				}
				to := t.Interp().ThreadByID(uint64(id))
				if to == nil {
					return py.Value{}, t.OSErrno(esrch)
				}
				return sendTo(t, to, sig)
			})},
			{Name: "set_wakeup_fd", Sig: "fd, /, *, warn_on_full_buffer=True", Fn: py.FnSig(setWakeupFd), Doc: "Set the descriptor to which the number of each signal is written as a byte, -1 for\nnone, and return the one before. It must be non-blocking."},
			{Name: "siginterrupt", Sig: "signalnum, flag, /", Doc: "Change whether system calls are restarted after a signal.\n\nThey always are here: handlers run in between.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				sig, err := number(t, a[0])
				if err != nil {
					return py.Value{}, err
				}
				if _, err := cInt(t, a[1]); err != nil {
					return py.Value{}, err
				}
				if ofLibrary(sig) || sig == 9 || sig == 19 { // SIGKILL, SIGSTOP
					return py.Value{}, t.OSErrno(host.EINVAL)
				}
				return py.None, nil
			})},
			{Name: "strsignal", Sig: "signalnum, /", Fn: py.FnSig(strsignal), Doc: "Return the system description of the given signal, None for one it does not know."},
			{Name: "valid_signals", Fn: py.Fn0(validSignals), Doc: "Return a set of valid signal numbers on this platform."},
			{Name: "alarm", Sig: "seconds, /", Fn: py.FnSig(alarm), Doc: "Arrange for SIGALRM to arrive after the given number of seconds."},
			{Name: "setitimer", Sig: "which, seconds, interval=0.0, /", Fn: py.FnSig(setitimer), Doc: "Set an interval timer and return what was left of the old one: (value, interval)."},
			{Name: "getitimer", Sig: "which, /", Fn: py.FnSig(getitimer), Doc: "Return the current value of an interval timer: (value, interval)."},
			{Name: "pause", Fn: py.Fn0(pause), Doc: "Wait until a signal arrives."},
			{Name: "pthread_sigmask", Sig: "how, mask, /", Fn: py.FnSig(sigmask), Doc: "Change the set of blocked signals and return the one before.\n\nEach thread has its set; a new one begins with that of the thread that starts it.\nChild processes do not inherit it."},
			{Name: "sigpending", Fn: py.Fn0(sigpending), Doc: "Return the set of signals that arrived while they were blocked."},
			{Name: "sigwait", Sig: "sigset, /", Fn: py.Fn1(sigwait), Doc: "Wait for one of a set of signals and return its number."},
			{Name: "pidfd_send_signal", Sig: "pidfd, signalnum, siginfo=None, flags=0, /", Fn: py.FnSig(pidfdSend), Doc: "Send a signal to the process that a file descriptor stands for."},
			{Name: "sigwaitinfo", Sig: "sigset, /", Fn: py.Fn1(sigwaitinfo), Doc: "Wait for one of a set of signals and return a struct_siginfo."},
			{Name: "sigtimedwait", Sig: "sigset, timeout, /", Fn: py.FnSig(sigtimedwait), Doc: "Like sigwaitinfo(), for at most a number of seconds: then the result is None."},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			for _, c := range host.SignalConstants() {
				m.Set(c.Name, py.IntOf(c.Value))
			}
			for name, v := range map[string]int{"SIG_DFL": sigDfl, "SIG_IGN": sigIgn, "NSIG": numSignals, "SIG_BLOCK": maskBlock, "SIG_UNBLOCK": maskUnblock, "SIG_SETMASK": maskSetmask,
				"ITIMER_REAL": 0, "ITIMER_VIRTUAL": 1, "ITIMER_PROF": 2} {
				m.Set(name, py.IntOf(v))
			}
			m.Set("ItimerError", itimerError.Value())
			m.Set("struct_siginfo", siginfo.Type.Value())
			stateOf(t)
			return nil
		},
	})
}
