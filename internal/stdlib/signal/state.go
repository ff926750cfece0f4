package signal

import (
	"sync"
	"sync/atomic"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// state is what an interpreter knows about signals.
type state struct {
	mu       sync.Mutex
	handlers [numSignals]py.Value // int 0 or 1, None, or a callable
	tripped  [numSignals]bool     // arrived, and neither handled nor waited for yet
	masked   [numSignals]bool
	wakeupFd int
	warnFull bool
	count    atomic.Int64  // handlers that ran
	arrived  chan struct{} // has a token when a masked signal came
	// interrupt is what handles SIGINT from the start.
	interrupt py.Value
}

// wakes tells whether a signal can have Python code run that the program
// brought: such code may end a wait of any thread.
func (s *state) wakes() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for sig, h := range s.handlers {
		if h.IsNil() || h.IsNone() || py.IsInt(h) || sig == sigInt && h == s.interrupt {
			continue
		}
		return true
	}
	return false
}

func stateOf(t *py.Thread) *state {
	return t.Interp().State("_signal", func() any {
		s := &state{wakeupFd: -1, arrived: make(chan struct{}, 1)}
		sig := t.Interp().Host().Signals
		for i := 1; i < numSignals; i++ {
			s.handlers[i] = py.IntOf(sigDfl)
			if sig.Ignored(i) {
				s.handlers[i] = py.IntOf(sigIgn)
			}
		}
		t.Interp().AddWaker(s.wakes)
		return s
	}).(*state)
}

// handled tells whether Python code handles a signal, or holds it back.
func (s *state) handled(sig int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	h := s.handlers[sig]
	return s.masked[sig] || !h.IsNil() && !h.IsNone() && !py.IsInt(h)
}

// ignores tells whether a signal has the handler SIG_IGN.
func (s *state) ignores(sig int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.handlers[sig] == py.IntOf(sigIgn)
}

// dispose tells the host what a signal with handler h is to do.
func (s *state) dispose(in *py.Interp, sig int, h py.Value, masked bool) error {
	d, deliver := host.Deliver, func(n int) { s.deliver(in, n) }
	switch {
	case masked:
	case h == py.IntOf(sigDfl):
		d = host.Default
	case h == py.IntOf(sigIgn) && (sig == sigPipe || sig == sigXfsz):
		// Not ignored for good: children would inherit that.
		deliver = func(int) {}
	case h == py.IntOf(sigIgn):
		d = host.Ignore
	}
	return in.Host().Signals.Set(sig, d, deliver)
}

// deliver takes a signal from the host: the handler runs on the main thread at
// its next safe point. Signals of one number that come before that are one.
func (s *state) deliver(in *py.Interp, sig int) {
	s.mu.Lock()
	fd, pending, masked := s.wakeupFd, s.tripped[sig], s.masked[sig]
	s.tripped[sig] = true
	s.mu.Unlock()
	if masked {
		select {
		case s.arrived <- struct{}{}:
		default:
		}
		return
	}
	if fd >= 0 {
		_, err := in.Host().Files.Write(fd, []byte{byte(sig)})
		if err != nil && (host.Errno(err) != host.EAGAIN || s.warnFull) {
			num := host.Errno(err)
			in.AddPending(func(t *py.Thread) *py.Exc {
				t.WriteUnraisable(t.OSErrno(num), "Exception ignored when trying to write to the signal wakeup fd", py.None)
				return nil
			})
		}
	}
	if !pending {
		in.AddPending(func(t *py.Thread) *py.Exc { return s.run(t, sig) })
	}
}

// run calls the handler of a signal.
func (s *state) run(t *py.Thread, sig int) *py.Exc {
	s.mu.Lock()
	f := s.handlers[sig]
	if s.masked[sig] || !s.tripped[sig] {
		s.mu.Unlock()
		return nil
	}
	s.tripped[sig] = false
	s.mu.Unlock()
	s.count.Add(1)
	if f.IsNil() || f.IsNone() || py.IsInt(f) {
		return nil
	}
	frame := py.None
	if fr := t.CurrentFrame(0); fr != nil {
		frame = fr.Value()
	}
	_, err := t.Call(f, py.IntOf(sig), frame)
	return err
}

// How a mask changes.
const (
	maskBlock   = 0
	maskUnblock = 1
	maskSet     = 2
)

// signalSet makes a set of the signals for which in is true.
func signalSet(t *py.Thread, in func(sig int) bool) (py.Value, *py.Exc) {
	var all []py.Value
	for i := 1; i < numSignals; i++ {
		if in(i) {
			all = append(all, py.IntOf(i))
		}
	}
	return t.Call(py.SetType.Value(), py.NewList(all).Value())
}

// toSet converts an iterable of signal numbers.
func toSet(t *py.Thread, v py.Value) (set [numSignals]bool, err *py.Exc) {
	err = t.Each(v, func(x py.Value) *py.Exc {
		n, err := t.CLong(x)
		if err != nil {
			return err
		}
		if n < 1 || n >= numSignals {
			return t.ValueErr("signal number %d out of range [1; %d]", n, numSignals-1)
		}
		set[n] = true
		return nil
	})
	return set, err
}

// sigmask is pthread_sigmask. The mask is one for all threads, since it is the
// main thread that handlers run on.
func sigmask(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	how, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	set, err := toSet(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	s := stateOf(t)
	s.mu.Lock()
	old, now, handlers := s.masked, s.masked, s.handlers
	for i := range now {
		switch how {
		case maskBlock:
			now[i] = now[i] || set[i]
		case maskUnblock:
			now[i] = now[i] && !set[i]
		case maskSet:
			now[i] = set[i]
		default:
			s.mu.Unlock()
			return py.Value{}, t.OSErrno(host.EINVAL)
		}
	}
	now[sigKill], now[sigStop] = false, false
	s.masked = now
	tripped := s.tripped
	s.mu.Unlock()
	in := t.Interp()
	for sig := 1; sig < numSignals; sig++ {
		if now[sig] == old[sig] {
			continue
		}
		if herr := s.dispose(in, sig, handlers[sig], now[sig]); herr != nil {
			continue // a signal that cannot be set cannot be blocked either
		}
		if now[sig] || !tripped[sig] {
			continue
		}
		if s.handled(sig) {
			in.AddPending(func(t *py.Thread) *py.Exc { return s.run(t, sig) })
			continue
		}
		s.mu.Lock()
		s.tripped[sig] = false
		s.mu.Unlock()
		if !s.ignores(sig) {
			if herr := in.Host().Process.Kill(in.Host().Process.Pid(), sig); herr != nil {
				return py.Value{}, t.OSErr(herr)
			}
		}
	}
	if err := t.RunPending(); err != nil {
		return py.Value{}, err
	}
	return signalSet(t, func(sig int) bool { return old[sig] })
}

func sigpending(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
	s := stateOf(t)
	s.mu.Lock()
	tripped, masked := s.tripped, s.masked
	s.mu.Unlock()
	return signalSet(t, func(sig int) bool { return tripped[sig] && masked[sig] })
}

func sigwait(t *py.Thread, _, arg py.Value) (py.Value, *py.Exc) {
	set, err := toSet(t, arg)
	if err != nil {
		return py.Value{}, err
	}
	s := stateOf(t)
	for {
		s.mu.Lock()
		for sig := range set {
			if set[sig] && s.tripped[sig] && s.masked[sig] {
				s.tripped[sig] = false
				s.mu.Unlock()
				return py.IntOf(sig), nil
			}
		}
		s.mu.Unlock()
		t.Blocking(func() {
			select {
			case <-s.arrived:
			case <-t.Wakeup():
			}
		})
		if err := t.RunPending(); err != nil {
			return py.Value{}, err
		}
	}
}

// Interrupt is the number of the signal that Ctrl-C sends.
const Interrupt = sigInt

// Simulate does what happens when a signal arrives that Python handles, and
// nothing for others.
func Simulate(t *py.Thread, sig int) *py.Exc {
	if sig < 1 || sig >= numSignals {
		return t.ValueErr("signal number out of range")
	}
	s := stateOf(t)
	s.mu.Lock()
	h := s.handlers[sig]
	s.mu.Unlock()
	if !h.IsNil() && !h.IsNone() && !py.IsInt(h) {
		s.deliver(t.Interp(), sig)
	}
	return nil
}
