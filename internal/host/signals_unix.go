//go:build linux || darwin

package host

import (
	"os"
	"os/signal"
	"runtime"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// realSignals hands signals from the Go runtime to the functions set for them.
// The disposition of a signal belongs to the whole process: the last Real host
// to set one wins.
type realSignals struct {
	timers
	// starting is held while signals are ignored for the sake of a child.
	starting sync.Mutex
	mu       sync.Mutex
	ch       chan os.Signal // nil until the first signal is to be delivered
	deliver  map[syscall.Signal]func(int)
	touched  map[syscall.Signal]bool // those that package signal was told of here
	done     map[syscall.Signal]int  // how many of each were delivered
	// goActions are the Go runtime's handlers of signals that have the system's
	// default action.
	goActions map[int]sigaction
	prof      profTimer
}

func newRealSignals() *realSignals {
	return &realSignals{deliver: map[syscall.Signal]func(int){}, touched: map[syscall.Signal]bool{}, done: map[syscall.Signal]int{}, goActions: map[int]sigaction{}}
}

func (s *realSignals) Set(sig int, d Disposition, deliver func(int)) error {
	if sig <= 0 || sig > 64 || sig == int(unix.SIGKILL) || sig == int(unix.SIGSTOP) {
		return NewError(EINVAL)
	}
	n := syscall.Signal(sig)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rehandle(sig)
	switch d {
	case Ignore:
		delete(s.deliver, n)
		s.touched[n] = true
		signal.Ignore(n)
	case Default:
		delete(s.deliver, n)
		if signal.Ignored(n) {
			// Reset alone leaves an ignored signal ignored.
			signal.Notify(make(chan os.Signal, 1), n)
			s.touched[n] = true
		}
		if s.touched[n] { // Reset has two goroutines wait for each other
			delete(s.touched, n)
			signal.Reset(n)
		}
		s.unhandle(sig)
	case Deliver:
		if s.ch == nil {
			s.ch = make(chan os.Signal, 256)
			go s.run()
		}
		s.deliver[n] = deliver
		s.touched[n] = true
		signal.Notify(s.ch, n)
	}
	return nil
}

func (s *realSignals) run() {
	for sig := range s.ch {
		n := sig.(syscall.Signal)
		s.mu.Lock()
		f := s.deliver[n]
		s.mu.Unlock()
		if f != nil {
			f(int(n))
		}
		s.mu.Lock()
		s.done[n]++
		s.mu.Unlock()
	}
}

// ignore ignores signals until the function that it returns is called.
func (s *realSignals) ignore(sigs []int) func() {
	type one struct {
		sig     int
		deliver func(int)
		ignored bool
	}
	var was []one
	for _, sig := range sigs {
		s.mu.Lock()
		was = append(was, one{sig, s.deliver[syscall.Signal(sig)], s.Ignored(sig)})
		s.mu.Unlock()
		_ = s.Set(sig, Ignore, nil) // the number is a signal's: the caller has seen it
	}
	return func() {
		for _, o := range was {
			switch {
			case o.ignored:
			case o.deliver != nil:
				_ = s.Set(o.sig, Deliver, o.deliver) // as before
			default:
				_ = s.Set(o.sig, Default, nil)
			}
		}
	}
}

func (s *realSignals) Ignored(sig int) bool { return signal.Ignored(syscall.Signal(sig)) }

// atOnce is how soon a timer may go off for SetTimer to wait for its signal. The
// signal's way through the Go runtime takes some 20 us more than CPython's: a
// program that looks for it after a few instructions finds it there.
const atOnce = 50 * time.Microsecond

// SetTimer arms a timer. The one of processor time is made here: the Go runtime
// keeps SIGPROF for itself.
func (s *realSignals) SetTimer(which int, value, interval time.Duration) (time.Duration, time.Duration, error) {
	if which == itimerProf {
		return s.prof.set(value, interval, s.profiled)
	}
	s.mu.Lock()
	deliver, before := s.deliver[syscall.SIGALRM] != nil, s.done[syscall.SIGALRM]
	s.mu.Unlock()
	v, i, err := s.timers.SetTimer(which, value, interval)
	if which == itimerReal && deliver && err == nil && 0 < value && value <= atOnce {
		s.settle(syscall.SIGALRM, before, 4*atOnce)
	}
	return v, i, err
}

// settle waits until a signal was delivered once more than before, as it is where
// the system interrupts the thread that asked for it, or until a time has passed.
func (s *realSignals) settle(sig syscall.Signal, before int, limit time.Duration) {
	alone := runtime.GOMAXPROCS(0) == 1
	for start := time.Now(); ; {
		s.mu.Lock()
		done := s.done[sig] != before
		s.mu.Unlock()
		waited := time.Since(start)
		switch {
		case done || waited > limit:
			return
		case waited < 4*atOnce:
			// A sleep takes a millisecond at least, and who yields is in the way of
			// the signal's goroutine, if there are two processors.
			if alone {
				runtime.Gosched()
			}
		default:
			time.Sleep(time.Millisecond)
		}
	}
}

// Timer tells what is left of a timer.
func (s *realSignals) Timer(which int) (time.Duration, time.Duration, error) {
	if which == itimerProf {
		return s.prof.get()
	}
	return s.timers.Timer(which)
}

// profiled does what SIGPROF is to do.
func (s *realSignals) profiled() {
	s.mu.Lock()
	f := s.deliver[syscall.SIGPROF]
	s.mu.Unlock()
	switch {
	case f != nil:
		f(int(syscall.SIGPROF))
	case !signal.Ignored(syscall.SIGPROF):
		dieOf(int(syscall.SIGPROF))
		unix.Kill(unix.Getpid(), unix.SIGPROF)
	}
}

// send sends a signal to this process by kill. What the signal does is done when
// send returns, as it is where the system interrupts the sender itself: it was
// delivered, or the process is dead. A deliverer that takes long is not waited
// for.
func (s *realSignals) send(sig int, kill func() error) error {
	n := syscall.Signal(sig)
	s.mu.Lock()
	f, before := s.deliver[n], s.done[n]
	s.mu.Unlock()
	deliver := f != nil
	if deliver && n == syscall.SIGPROF {
		f(sig) // the Go runtime would keep it
		return nil
	}
	dies := !deliver && endsProcess(n) && !signal.Ignored(n)
	if dies {
		dieOf(sig)
	}
	if err := kill(); err != nil || !deliver && !dies {
		return err
	}
	s.settle(n, before, time.Second)
	return nil
}

// endsProcess tells whether the default action of a signal is to end the process.
func endsProcess(sig syscall.Signal) bool {
	switch sig {
	case 0, unix.SIGCHLD, unix.SIGCONT, unix.SIGURG, unix.SIGWINCH, unix.SIGSTOP, unix.SIGTSTP, unix.SIGTTIN, unix.SIGTTOU:
		return false
	}
	return true
}
