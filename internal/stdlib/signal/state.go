package signal

import (
	"sync"
	"sync/atomic"
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// state is what an interpreter knows about signals.
type state struct {
	mu       sync.Mutex
	handlers [numSignals]py.Value // int 0 or 1, None, or a callable
	tripped  [numSignals]bool     // arrived, and neither handled nor waited for yet
	ours     [numSignals]bool     // the one that arrived last was sent by the process itself
	// own are the signals, as in a mask, that were sent to one thread while it
	// blocked them.
	own map[*py.Thread]uint64
	// taken are the signals, as in a mask, that another module took over.
	taken    uint64
	wakeupFd int
	warnFull bool
	count    atomic.Int64 // handlers that ran
	// interrupt is what handles SIGINT from the start.
	interrupt py.Value
	waiting   py.WaitQueue // the threads in sigwait
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
		s := &state{wakeupFd: -1, own: map[*py.Thread]uint64{}}
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

// bit is the place of a signal in a mask.
func bit(sig int) uint64 { return 1 << (sig - 1) }

// blocked tells whether all threads block a signal, or at least one.
func blocked(in *py.Interp, sig int) (all, some bool) {
	all = true
	for _, t := range in.Threads() {
		if t.SignalMask()&bit(sig) != 0 {
			some = true
		} else {
			all = false
		}
	}
	return all && some, some
}

// isHandler tells whether a signal's action is a Python function.
func isHandler(h py.Value) bool { return !h.IsNil() && !h.IsNone() && !py.IsInt(h) }

// handled tells whether Python code handles a signal, or holds it back.
func (s *state) handled(in *py.Interp, sig int) bool {
	if _, some := blocked(in, sig); some {
		return true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return isHandler(s.handlers[sig])
}

// elsewhere tells whether another module took a signal over.
func (s *state) elsewhere(sig int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.taken&bit(sig) != 0
}

// ignores tells whether a signal has the handler SIG_IGN.
func (s *state) ignores(sig int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.handlers[sig] == py.IntOf(sigIgn)
}

// dispose tells the host what a signal with handler h is to do.
func (s *state) dispose(in *py.Interp, sig int, h py.Value, masked bool) error {
	s.mu.Lock()
	s.taken &^= bit(sig)
	s.mu.Unlock()
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

// deliver takes a signal that was sent to the process: the handler runs on the
// main thread at its next safe point. Signals of one number that come before
// that are one.
func (s *state) deliver(in *py.Interp, sig int) { s.deliverFrom(in, sig, false) }

// deliverFrom is deliver; ours tells that the process itself sent the signal.
func (s *state) deliverFrom(in *py.Interp, sig int, ours bool) {
	all, some := blocked(in, sig)
	s.mu.Lock()
	s.ours[sig] = ours
	h, fd, pending := s.handlers[sig], s.wakeupFd, s.tripped[sig]
	s.tripped[sig] = all || isHandler(h)
	s.mu.Unlock()
	if all {
		s.wakeWaiting()
		return
	}
	if !isHandler(h) {
		if some && h == py.IntOf(sigDfl) {
			s.defaultAction(in, sig)
		}
		return
	}
	// Who sees the byte in the wakeup descriptor finds the handler due, and the
	// handler finds the byte written.
	told := make(chan error, 1)
	if !pending || fd >= 0 {
		in.AddPending(func(t *py.Thread) *py.Exc {
			if err := <-told; err != nil && (host.Errno(err) != host.EAGAIN || s.warnFull) {
				t.WriteUnraisable(t.OSErrno(host.Errno(err)), "Exception ignored when trying to write to the signal wakeup fd", py.None)
			}
			if pending {
				return nil
			}
			return s.run(t, sig)
		})
	}
	var err error
	if fd >= 0 {
		_, err = in.Host().Files.Write(fd, []byte{byte(sig)})
	}
	told <- err
}

// defaultAction does what the system does with a signal that nobody handles. It
// came to Python because a thread blocks it.
func (s *state) defaultAction(in *py.Interp, sig int) {
	if err := s.dispose(in, sig, py.IntOf(sigDfl), false); err != nil {
		return // the host has no such action
	}
	if err := in.Host().Process.Kill(in.Host().Process.Pid(), sig); err != nil {
		return // nor may it be sent
	}
}

// wakeWaiting has the threads in sigwait look again.
func (s *state) wakeWaiting() {
	s.waiting.Lock()
	var wake []*py.Waiter
	for w := s.waiting.Pop(); w != nil; w = s.waiting.Pop() {
		wake = append(wake, w)
	}
	s.waiting.Unlock()
	for _, w := range wake {
		w.Wake()
	}
}

// deliverTo takes a signal that was sent to one thread.
func (s *state) deliverTo(t *py.Thread, sig int) {
	if t.SignalMask()&bit(sig) == 0 {
		s.deliver(t.Interp(), sig)
		return
	}
	s.mu.Lock()
	for o := range s.own {
		if o.Over() {
			delete(s.own, o)
		}
	}
	s.own[t] |= bit(sig)
	s.mu.Unlock()
	s.wakeWaiting()
}

// run calls the handler of a signal.
func (s *state) run(t *py.Thread, sig int) *py.Exc {
	all, _ := blocked(t.Interp(), sig)
	s.mu.Lock()
	f := s.handlers[sig]
	if all || !s.tripped[sig] {
		s.mu.Unlock()
		return nil
	}
	s.tripped[sig] = false
	s.mu.Unlock()
	s.count.Add(1)
	if !isHandler(f) || t.Interp().Finalizing() {
		t.WriteUnraisable(t.Raise(py.OSError, "Signal %d ignored due to race condition", sig), "", py.Value{})
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
	maskSetmask = 2
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

// toMask converts an iterable of signal numbers.
func toMask(t *py.Thread, v py.Value) (mask uint64, err *py.Exc) {
	err = t.Each(v, func(x py.Value) *py.Exc {
		n, err := t.CLong(x)
		if err != nil && err.Is(py.OverflowError) {
			return t.ValueErr("signal number -1 out of range [1; %d]", numSignals-1)
		}
		if err != nil {
			return err
		}
		if n < 1 || n >= numSignals {
			return t.ValueErr("signal number %d out of range [1; %d]", n, numSignals-1)
		}
		mask |= bit(int(n))
		return nil
	})
	return mask, err
}

func setOf(t *py.Thread, mask uint64) (py.Value, *py.Exc) {
	return signalSet(t, func(sig int) bool { return mask&bit(sig) != 0 })
}

// sigmask is pthread_sigmask. The host knows nothing of the masks: while a
// thread blocks a signal, the signal is delivered here and kept.
func sigmask(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	how, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	set, err := toMask(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	old := t.SignalMask()
	now := old
	switch how {
	case maskBlock:
		now |= set
	case maskUnblock:
		now &^= set
	case maskSetmask:
		now = set
	default:
		return py.Value{}, t.OSErrno(host.EINVAL)
	}
	now &^= bit(sigKill) | bit(sigStop)
	t.SetSignalMask(now)
	s, in := stateOf(t), t.Interp()
	for sig := 1; sig < numSignals; sig++ {
		b := bit(sig)
		if old&b == now&b {
			continue
		}
		_, some := blocked(in, sig)
		s.mu.Lock()
		h, again := s.handlers[sig], false
		if now&b == 0 {
			again = s.tripped[sig] || s.own[t]&b != 0
			s.tripped[sig] = false
			if s.own[t] &^= b; s.own[t] == 0 {
				delete(s.own, t)
			}
		}
		s.mu.Unlock()
		if herr := s.dispose(in, sig, h, some); herr != nil {
			continue // a signal that cannot be set cannot be blocked either
		}
		switch {
		case !again:
		case isHandler(h):
			s.deliver(in, sig)
		case h == py.IntOf(sigDfl):
			s.defaultAction(in, sig)
		}
	}
	if err := t.RunPending(); err != nil {
		return py.Value{}, err
	}
	return setOf(t, old)
}

func sigpending(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
	s := stateOf(t)
	s.mu.Lock()
	tripped, mask := s.tripped, s.own[t]
	s.mu.Unlock()
	return signalSet(t, func(sig int) bool { return mask&bit(sig) != 0 || tripped[sig] && t.SignalMask()&bit(sig) != 0 })
}

// arrival is a signal that sigwait and its like return; 0: none came.
type arrival struct {
	sig, code int
	ours      bool // the process itself sent it
}

// toThread is the si_code of a signal that a thread sent to a thread.
const toThread = -6

// take takes a signal of a set that has come for the thread, 0 for none.
func (s *state) take(t *py.Thread, set uint64) arrival {
	s.mu.Lock()
	defer s.mu.Unlock()
	for sig := 1; sig < numSignals; sig++ {
		b := bit(sig)
		switch {
		case set&b == 0:
		case s.own[t]&b != 0:
			if s.own[t] &^= b; s.own[t] == 0 {
				delete(s.own, t)
			}
			return arrival{sig, toThread, true}
		case s.tripped[sig] && t.SignalMask()&b != 0:
			s.tripped[sig] = false
			return arrival{sig: sig, ours: s.ours[sig]}
		}
	}
	return arrival{}
}

// await waits for a signal of a set; 0: the deadline came first.
func await(t *py.Thread, set uint64, deadline int64) (arrival, *py.Exc) {
	s := stateOf(t)
	for {
		s.waiting.Lock()
		if a := s.take(t, set); a.sig != 0 {
			s.waiting.Unlock()
			return a, nil
		}
		w := s.waiting.Push(t)
		popped, err := t.Wait(&s.waiting, w, py.WaitSignal, nil, deadline)
		if err != nil {
			return arrival{}, err
		}
		if !popped {
			return s.take(t, set), nil
		}
	}
}

func sigwait(t *py.Thread, _, arg py.Value) (py.Value, *py.Exc) {
	set, err := toMask(t, arg)
	if err != nil {
		return py.Value{}, err
	}
	a, err := await(t, set, py.NoDeadline)
	return py.IntOf(a.sig), err
}

var siginfo = py.RegisterStructSeq(py.StructSeqSpec{
	Name: "signal.struct_siginfo",
	Doc:  "struct_siginfo: what sigwaitinfo and sigtimedwait tell of a signal.\n\nOf a signal from another process only the number is known here.",
	Fields: []py.StructSeqField{
		{Name: "si_signo", Doc: "signal number"}, {Name: "si_code", Doc: "signal code"}, {Name: "si_errno", Doc: "errno associated with this signal"},
		{Name: "si_pid", Doc: "sending process ID"}, {Name: "si_uid", Doc: "real user ID of sending process"},
		{Name: "si_status", Doc: "exit value or signal"}, {Name: "si_band", Doc: "band event for SIGPOLL"},
	},
})

// infoOf is the struct_siginfo of a signal. Who sent it is known only of those
// that the process sent itself.
func infoOf(t *py.Thread, a arrival) py.Value {
	zero := py.IntOf(0)
	pid, uid := zero, zero
	if a.ours {
		p := t.Interp().Host().Process
		ids, _ := p.Ids()
		pid, uid = py.IntOf(p.Pid()), py.IntOf(ids[0])
	}
	return siginfo.New(py.IntOf(a.sig), py.IntOf(a.code), zero, pid, uid, zero, zero)
}

func sigwaitinfo(t *py.Thread, _, arg py.Value) (py.Value, *py.Exc) {
	set, err := toMask(t, arg)
	if err != nil {
		return py.Value{}, err
	}
	came, err := await(t, set, py.NoDeadline)
	if err != nil {
		return py.Value{}, err
	}
	return infoOf(t, came), nil
}

func sigtimedwait(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	set, err := toMask(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	d, err := t.Duration(a[1], py.RoundCeiling)
	if err != nil {
		return py.Value{}, err
	}
	if d < 0 {
		return py.Value{}, t.ValueErr("timeout must be non-negative")
	}
	came, err := await(t, set, t.DeadlineIn(time.Duration(d)))
	if err != nil || came.sig == 0 {
		return py.None, err
	}
	return infoOf(t, came), nil
}

// Interrupt is the number of the signal that Ctrl-C sends.
const Interrupt = sigInt

// Valid tells whether there can be a signal of that number, or it is 0.
func Valid(sig int) bool { return sig >= 0 && sig < numSignals }

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
	if isHandler(h) {
		s.deliver(t.Interp(), sig)
	}
	return nil
}
