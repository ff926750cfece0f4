package host

import (
	"io"
	"sync"
	"time"
)

// MemoryOptions sets up a Memory host. The zero value is an empty world.
type MemoryOptions struct {
	// Files is put into the tree at the start, by absolute path; directories
	// are made as needed.
	Files map[string][]byte
	// Standard input is empty and output discarded where these are nil.
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Env            map[string]string
	Args           []string
	// Cwd is the working directory, "/" when empty.
	Cwd string
	// MaxBytes bounds what all files together may hold; beyond it writing
	// fails with ENOSPC. 0 stands for 256 MB.
	MaxBytes int64
	// MaxFiles bounds the number of files and of descriptors; 0 stands for
	// 100 000.
	MaxFiles int
	// Clock is a FakeClock starting in 2000 when nil.
	Clock Clock
	// Random gives random bytes; the system's source when nil.
	Random io.Reader
	// Exit is called by Process.Exit, which returns if Exit does.
	Exit func(code int)
}

// Memory is a world of its own: files in memory, its own environment, no other
// processes, signals that only reach itself, and a clock that moves when
// somebody sleeps. Nothing of the operating system shows through. Access
// rights are not checked; everybody is user 0. An error means that opts.Files or
// opts.Cwd cannot be set up.
func Memory(opts MemoryOptions) (*Host, error) {
	clock := opts.Clock
	if clock == nil {
		clock = NewFakeClock(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC))
	}
	if opts.MaxBytes == 0 {
		opts.MaxBytes = 256 << 20
	}
	if opts.MaxFiles == 0 {
		opts.MaxFiles = 100_000
	}
	m := &memFiles{clock: clock, maxBytes: opts.MaxBytes, maxFiles: opts.MaxFiles, umask: 0o022}
	m.changed = sync.NewCond(&m.mu)
	m.root = m.newNode(S_IFDIR | 0o755)
	m.root.parent = m.root
	m.root.nlink = 2
	m.cwd = m.root
	stdin := opts.Stdin
	if stdin == nil {
		stdin = eofReader{}
	}
	for i, std := range []*memOpen{{flags: O_RDONLY, in: stdin}, {flags: O_WRONLY, out: opts.Stdout}, {flags: O_WRONLY, out: opts.Stderr}} {
		std.node = m.newNode(S_IFCHR | 0o620)
		if i > 0 && std.out == nil {
			std.out = io.Discard
		}
		std.refs = 1
		m.fds = append(m.fds, memFd{open: std, inheritable: true})
	}
	h := &Host{
		Files:    m,
		Mem:      noMem{},
		Env:      newMapEnv(opts.Env),
		Clock:    clock,
		Random:   readerRandom{opts.Random},
		Terminal: noTerminal{},
		Net:      noNet{},
	}
	signals := &memSignals{deliver: map[int]func(int){}, ignored: map[int]bool{}}
	h.Signals = signals
	h.Process = &memProcess{files: m, signals: signals, clock: clock, args: opts.Args, exit: opts.Exit}
	for name, data := range opts.Files {
		if err := MkdirAll(m, parentDir(name)); err != nil {
			return nil, err
		}
		if err := WriteFile(m, name, data, 0o644); err != nil {
			return nil, err
		}
	}
	if opts.Cwd != "" {
		if err := MkdirAll(m, opts.Cwd); err != nil {
			return nil, err
		}
		if err := m.Chdir(opts.Cwd); err != nil {
			return nil, err
		}
	}
	return h, nil
}

type eofReader struct{}

func (eofReader) Read([]byte) (int, error) { return 0, io.EOF }

type readerRandom struct{ r io.Reader }

func (x readerRandom) Fill(p []byte) error {
	if x.r == nil {
		return realRandom{}.Fill(p)
	}
	_, err := io.ReadFull(x.r, p)
	return wrap(err)
}

func (x readerRandom) Getrandom(p []byte, flags int) (int, error) {
	if err := x.Fill(p); err != nil {
		return 0, err
	}
	return len(p), nil
}

// mapEnv is an environment of its own.
type mapEnv struct {
	mu   sync.Mutex
	vars map[string]string
	keys []string // in order of first setting
}

func newMapEnv(vars map[string]string) *mapEnv {
	e := &mapEnv{vars: map[string]string{}}
	for k := range vars {
		e.keys = append(e.keys, k)
	}
	sortStrings(e.keys)
	for k, v := range vars {
		e.vars[k] = v
	}
	return e
}

func (e *mapEnv) Environ() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	list := make([]string, len(e.keys))
	for i, k := range e.keys {
		list[i] = k + "=" + e.vars[k]
	}
	return list
}

func (e *mapEnv) Get(name string) (string, bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	v, ok := e.vars[name]
	return v, ok
}

func (e *mapEnv) Set(name, value string) error {
	if !validEnvName(name) || hasNul(value) {
		return NewError(EINVAL)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if _, ok := e.vars[name]; !ok {
		e.keys = append(e.keys, name)
	}
	e.vars[name] = value
	return nil
}

func (e *mapEnv) Unset(name string) error {
	if !validEnvName(name) {
		return NewError(EINVAL)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if _, ok := e.vars[name]; !ok {
		return nil
	}
	delete(e.vars, name)
	for i, k := range e.keys {
		if k == name {
			e.keys = append(e.keys[:i], e.keys[i+1:]...)
			break
		}
	}
	return nil
}

// memSignals delivers signals that the world sends to itself.
type memSignals struct {
	noSignals
	mu      sync.Mutex
	deliver map[int]func(int)
	ignored map[int]bool
}

func (s *memSignals) Set(sig int, d Disposition, deliver func(int)) error {
	if sig <= 0 || sig > 64 {
		return NewError(EINVAL)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.deliver, sig)
	delete(s.ignored, sig)
	switch d {
	case Ignore:
		s.ignored[sig] = true
	case Deliver:
		s.deliver[sig] = deliver
	}
	return nil
}

func (s *memSignals) Inherited() uint64 { return 0 }

func (s *memSignals) Ignored(sig int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ignored[sig]
}

// send delivers sig; a signal with its default action is refused, for there is
// no process that it could end.
func (s *memSignals) send(sig int) error {
	if sig < 0 || sig > 64 {
		return NewError(EINVAL)
	}
	s.mu.Lock()
	f, ignored := s.deliver[sig], s.ignored[sig]
	s.mu.Unlock()
	switch {
	case f != nil:
		go f(sig)
	case !ignored && sig != 0:
		return NewError(EPERM)
	}
	return nil
}

type memProcess struct {
	noProcess
	files   *memFiles
	signals *memSignals
	clock   Clock
	args    []string
	exit    func(int)
}

func (p *memProcess) Args() []string { return p.args }

func (p *memProcess) Exit(code int) {
	if p.exit != nil {
		p.exit(code)
	}
}

func (p *memProcess) Umask(mask int) (int, error) {
	p.files.mu.Lock()
	defer p.files.mu.Unlock()
	old := p.files.umask
	p.files.umask = uint32(mask) & 0o777
	return int(old), nil
}

func (p *memProcess) Kill(pid, sig int) error {
	if pid != p.Pid() && pid != 0 && pid != -p.Pid() {
		return NewError(ESRCH)
	}
	return p.signals.send(sig)
}

func (p *memProcess) Killpg(pgid, sig int) error { return p.Kill(pgid, sig) }

func (p *memProcess) Pgid(pid int) (int, error) { return p.Pid(), nil }

func (p *memProcess) Wait4(pid, options int) (int, int, Rusage, error) {
	return -1, 0, Rusage{}, NewError(ECHILD)
}

func (p *memProcess) Uname() (Uname, error) {
	return Uname{Sysname: "Memory", Nodename: "localhost", Release: "1", Version: "1", Machine: "none"}, nil
}

func (p *memProcess) Times() (Times, error) {
	return Times{Elapsed: time.Duration(p.clock.Monotonic())}, nil
}

func (p *memProcess) Rusage(who int) (Rusage, error) { return Rusage{}, nil }
