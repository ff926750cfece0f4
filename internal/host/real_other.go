//go:build !linux && !darwin

package host

import (
	"os"
	"os/signal"
	"runtime"
	"sync"
	"syscall"
)

// Real is the operating system as package os shows it. Descriptors are numbers
// of a table of this host; what package os does not offer answers ENOSYS.
func Real() *Host {
	env := realEnv{}
	files := newOSFiles()
	return &Host{
		Files:    files,
		Mem:      noMem{},
		Env:      env,
		Process:  &osProcess{files: files},
		Signals:  newOSSignals(),
		Clock:    newRealClock(env),
		Random:   realRandom{},
		Terminal: noTerminal{},
		Net:      noNet{},
	}
}

func monotonicBase() int64 { return 0 }

func (*realClock) ProcessCPU() (int64, error) { return 0, noSys() }

func (*realClock) ThreadCPU() (int64, error) { return 0, noSys() }

// Get knows the wall clock as 0 and the monotonic clock as 1.
func (c *realClock) Get(clock int) (Time, error) {
	switch clock {
	case 0:
		return TimeOf(c.Realtime()), nil
	case 1:
		return TimeOf(c.Monotonic()), nil
	}
	return Time{}, NewError(EINVAL)
}

func (c *realClock) Resolution(clock int) (Time, error) {
	if clock != 0 && clock != 1 {
		return Time{}, NewError(EINVAL)
	}
	return Time{0, 100}, nil
}

type osProcess struct {
	noProcess
	files *osFiles
	mu    sync.Mutex
	kids  map[int]*os.Process
}

func (*osProcess) Args() []string { return os.Args }

func (*osProcess) Executable() (string, error) {
	s, err := os.Executable()
	return s, wrap(err)
}

func (*osProcess) Pid() int { return os.Getpid() }

func (*osProcess) Ppid() int { return os.Getppid() }

func (*osProcess) Exit(code int) { os.Exit(code) }

func (*osProcess) CPUCount() int { return runtime.NumCPU() }

func (*osProcess) Yield() { runtime.Gosched() }

func (p *osProcess) Start(s *StartSpec) (int, error) {
	if len(s.Paths) == 0 {
		return 0, &StartError{Err: NewError(ENOENT)}
	}
	if s.SetUid || s.SetGid || s.SetGroups || s.NewSession || s.SetPgid || len(s.PassFds)+len(s.Fds) > 0 || s.SigMask != 0 || s.Umask >= 0 {
		return 0, &StartError{Err: NewError(ENOSYS)}
	}
	attr := &os.ProcAttr{Dir: s.Dir, Env: s.Env}
	for i, fd := range [3]int{s.Stdin, s.Stdout, s.Stderr} {
		if fd < 0 {
			fd = i
		}
		f, err := p.files.file(fd)
		if err != nil {
			f = nil
		}
		attr.Files = append(attr.Files, f)
	}
	var failed error
	for _, path := range s.Paths {
		proc, err := os.StartProcess(path, s.Argv, attr)
		if err == nil {
			p.mu.Lock()
			defer p.mu.Unlock()
			if p.kids == nil {
				p.kids = map[int]*os.Process{}
			}
			p.kids[proc.Pid] = proc
			return proc.Pid, nil
		}
		failed = err
	}
	return 0, &StartError{Err: wrap(failed).(*Error)}
}

// Wait4 waits for one child by its id; there is no way to ask for any of them.
func (p *osProcess) Wait4(pid, options int) (int, int, Rusage, error) {
	p.mu.Lock()
	proc := p.kids[pid]
	p.mu.Unlock()
	if proc == nil {
		return -1, 0, Rusage{}, NewError(ECHILD)
	}
	if options != 0 {
		return -1, 0, Rusage{}, noSys()
	}
	st, err := proc.Wait()
	if err != nil {
		return -1, 0, Rusage{}, wrap(err)
	}
	p.mu.Lock()
	delete(p.kids, pid)
	p.mu.Unlock()
	return pid, st.ExitCode() << 8, Rusage{Utime: st.UserTime(), Stime: st.SystemTime()}, nil
}

func (p *osProcess) Kill(pid, sig int) error {
	proc, err := os.FindProcess(pid)
	if err != nil {
		return NewError(ESRCH)
	}
	return wrap(proc.Kill())
}

// osSignals delivers what package os knows: interrupt and termination.
type osSignals struct {
	noSignals
	mu      sync.Mutex
	ch      chan os.Signal
	deliver map[syscall.Signal]func(int)
}

func newOSSignals() *osSignals { return &osSignals{deliver: map[syscall.Signal]func(int){}} }

func (s *osSignals) Set(sig int, d Disposition, deliver func(int)) error {
	n := syscall.Signal(sig)
	if n != syscall.SIGINT && n != syscall.SIGTERM {
		return NewError(EINVAL)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.deliver, n)
	switch d {
	case Ignore:
		signal.Ignore(n)
	case Default:
		if signal.Ignored(n) {
			// Reset alone leaves an ignored signal ignored.
			signal.Notify(make(chan os.Signal, 1), n)
		}
		signal.Reset(n)
	case Deliver:
		if s.ch == nil {
			s.ch = make(chan os.Signal, 64)
			go s.run()
		}
		s.deliver[n] = deliver
		signal.Notify(s.ch, n)
	}
	return nil
}

func (s *osSignals) run() {
	for sig := range s.ch {
		n, ok := sig.(syscall.Signal)
		if !ok {
			continue
		}
		s.mu.Lock()
		f := s.deliver[n]
		s.mu.Unlock()
		if f != nil {
			f(int(n))
		}
	}
}

func (s *osSignals) Inherited() uint64 { return 0 }

func (s *osSignals) Ignored(sig int) bool { return signal.Ignored(syscall.Signal(sig)) }

// clockOS is what alarms stand on.
type clockOS struct{}

// NewAlarm gives an alarm on a timer of Go's.
func (c *realClock) NewAlarm(fire func()) Alarm { return &goAlarm{clock: c, fire: fire} }

// Claim is Real.
func Claim() *Host { return Real() }
