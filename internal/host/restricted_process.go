package host

// restrictedMem maps descriptors of a restricted table.
type restrictedMem struct {
	Mem
	files *restrictedFiles
}

func (m restrictedMem) Map(fd int, off int64, length, prot, flags int) ([]byte, error) {
	if fd < 0 {
		return m.Mem.Map(fd, off, length, prot, flags)
	}
	return with(m.files, fd, func(fd int) ([]byte, error) { return m.Mem.Map(fd, off, length, prot, flags) })
}

// restrictedTerminal lets through what concerns a descriptor of the table.
type restrictedTerminal struct {
	noTerminal
	base  Terminal
	files *restrictedFiles
}

func (t restrictedTerminal) Size(fd int) (columns, lines int, err error) {
	size, err := with(t.files, fd, func(fd int) ([2]int, error) {
		c, l, err := t.base.Size(fd)
		return [2]int{c, l}, err
	})
	return size[0], size[1], err
}

func (t restrictedTerminal) Attr(fd int) (Termios, error) { return with(t.files, fd, t.base.Attr) }

func (t restrictedTerminal) SetAttr(fd, when int, a Termios) error {
	return t.files.withErr(fd, func(fd int) error { return t.base.SetAttr(fd, when, a) })
}

func (t restrictedTerminal) MakeRaw(fd int) (func() error, error) {
	return with(t.files, fd, t.base.MakeRaw)
}

func (t restrictedTerminal) Flush(fd, queue int) error {
	return t.files.withErr(fd, func(fd int) error { return t.base.Flush(fd, queue) })
}

func (t restrictedTerminal) Drain(fd int) error { return t.files.withErr(fd, t.base.Drain) }

// restrictedProcess tells facts, and does what changes something only when
// that is permitted.
type restrictedProcess struct {
	Process
	files *restrictedFiles
	r     Restrictions
}

func (p *restrictedProcess) Args() []string { return p.r.Args }

func (p *restrictedProcess) Exit(code int) {
	switch {
	case p.r.Exit != nil:
		p.r.Exit(code)
	case p.r.Process:
		p.Process.Exit(code)
	}
}

// allowed gives EPERM unless the restrictions let processes through.
func (p *restrictedProcess) allowed() error {
	if p.r.Process {
		return nil
	}
	return NewError(EPERM)
}

func (p *restrictedProcess) Executable() (string, error) {
	if err := p.allowed(); err != nil {
		return "", err
	}
	return p.Process.Executable()
}

func (p *restrictedProcess) Uname() (Uname, error) {
	u, err := p.Process.Uname()
	if p.allowed() != nil {
		u.Nodename = "localhost"
	}
	return u, err
}

func (p *restrictedProcess) SetUids(real, effective, saved int) error {
	if err := p.allowed(); err != nil {
		return err
	}
	return p.Process.SetUids(real, effective, saved)
}

func (p *restrictedProcess) SetGids(real, effective, saved int) error {
	if err := p.allowed(); err != nil {
		return err
	}
	return p.Process.SetGids(real, effective, saved)
}

func (p *restrictedProcess) SetGroups(gids []int) error {
	if err := p.allowed(); err != nil {
		return err
	}
	return p.Process.SetGroups(gids)
}

func (p *restrictedProcess) SetPgid(pid, pgid int) error {
	if err := p.allowed(); err != nil {
		return err
	}
	return p.Process.SetPgid(pid, pgid)
}

func (p *restrictedProcess) SetSid() (int, error) {
	if err := p.allowed(); err != nil {
		return 0, err
	}
	return p.Process.SetSid()
}

func (p *restrictedProcess) Umask(mask int) (int, error) {
	if err := p.allowed(); err != nil {
		return 0, err
	}
	return p.Process.Umask(mask)
}

func (p *restrictedProcess) SetPriority(which, who, prio int) error {
	if err := p.allowed(); err != nil {
		return err
	}
	return p.Process.SetPriority(which, who, prio)
}

func (p *restrictedProcess) SetRlimit(resource int, soft, hard uint64) error {
	if err := p.allowed(); err != nil {
		return err
	}
	return p.Process.SetRlimit(resource, soft, hard)
}

func (p *restrictedProcess) SetAffinity(pid int, cpus []int) error {
	if err := p.allowed(); err != nil {
		return err
	}
	return p.Process.SetAffinity(pid, cpus)
}

// Start translates the standard descriptors. Others cannot keep their numbers,
// which are this host's own, so passing them is refused with ENOSYS.
func (p *restrictedProcess) Start(s *StartSpec) (int, error) {
	if p.allowed() != nil {
		return 0, &StartError{Err: NewError(EPERM)}
	}
	if len(s.PassFds)+len(s.Fds) > 0 {
		return 0, &StartError{Err: NewError(ENOSYS)}
	}
	spec := *s
	spec.CloseFds = true
	if spec.Dir == "" {
		spec.Dir, _ = p.files.Getcwd() // which cannot fail
	}
	if spec.Env == nil {
		spec.Env = []string{}
	}
	var held []*restrictedFile
	defer func() {
		for _, file := range held {
			_ = p.files.release(file) // closing late has nobody to tell
		}
	}()
	for i, fd := range []*int{&spec.Stdin, &spec.Stdout, &spec.Stderr} {
		n := *fd
		if n < 0 {
			n = i
		}
		file, err := p.files.get(n)
		if err != nil {
			return 0, &StartError{Err: NewError(EBADF)}
		}
		held = append(held, file)
		*fd = file.fd
	}
	return p.Process.Start(&spec)
}

func (p *restrictedProcess) Exec(path string, argv, env []string) error {
	return newPathError(EPERM, path)
}

func (p *restrictedProcess) Kill(pid, sig int) error {
	if err := p.allowed(); err != nil {
		return err
	}
	return p.Process.Kill(pid, sig)
}

func (p *restrictedProcess) Killpg(pgid, sig int) error {
	if err := p.allowed(); err != nil {
		return err
	}
	return p.Process.Killpg(pgid, sig)
}

func (p *restrictedProcess) Wait4(pid, options int) (int, int, Rusage, error) {
	if p.allowed() != nil {
		return -1, 0, Rusage{}, NewError(ECHILD)
	}
	return p.Process.Wait4(pid, options)
}

func (p *restrictedProcess) Waitid(kind, id, options int) (WaitInfo, error) {
	if p.allowed() != nil {
		return WaitInfo{}, NewError(ECHILD)
	}
	return p.Process.Waitid(kind, id, options)
}

func (p *restrictedProcess) AwaitChild(pid int) error {
	if p.allowed() != nil {
		return NewError(ECHILD)
	}
	return p.Process.AwaitChild(pid)
}

func (p *restrictedProcess) PidfdSend(fd, sig, flags int) error {
	if err := p.allowed(); err != nil {
		return err
	}
	return p.files.withErr(fd, func(fd int) error { return p.Process.PidfdSend(fd, sig, flags) })
}

func (p *restrictedProcess) PidfdOpen(pid, flags int) (int, error) {
	if err := p.allowed(); err != nil {
		return -1, err
	}
	fd, err := p.Process.PidfdOpen(pid, flags)
	if err != nil {
		return -1, err
	}
	return p.files.insert(&restrictedFile{fd: fd}, false)
}
