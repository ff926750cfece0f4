//go:build linux || darwin

package host

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

type realProcess struct {
	//lint:ignore U1000 not every unix has all of it
	noProcess
	signals *realSignals // of the same host
}

func (*realProcess) Args() []string { return os.Args }

func (*realProcess) Executable() (string, error) {
	s, err := os.Executable()
	return s, wrap(err)
}

func (*realProcess) Pid() int { return unix.Getpid() }

func (*realProcess) Ppid() int { return unix.Getppid() }

func (*realProcess) Exit(code int) { os.Exit(code) }

func (*realProcess) Groups() ([]int, error) {
	g, err := unix.Getgroups()
	return g, wrap(err)
}

func (*realProcess) SetGroups(gids []int) error { return wrap(syscall.Setgroups(gids)) }

func (*realProcess) Pgid(pid int) (int, error) {
	n, err := unix.Getpgid(pid)
	return n, wrap(err)
}

func (*realProcess) SetPgid(pid, pgid int) error { return wrap(unix.Setpgid(pid, pgid)) }

func (*realProcess) Sid(pid int) (int, error) {
	n, err := unix.Getsid(pid)
	return n, wrap(err)
}

func (*realProcess) SetSid() (int, error) {
	n, err := unix.Setsid()
	return n, wrap(err)
}

func (*realProcess) Umask(mask int) (int, error) {
	processState.Lock()
	defer processState.Unlock()
	return unix.Umask(mask), nil
}

func (*realProcess) SetPriority(which, who, prio int) error {
	return wrap(unix.Setpriority(which, who, prio))
}

func (*realProcess) Rlimit(resource int) (uint64, uint64, error) {
	var r unix.Rlimit
	err := unix.Getrlimit(resource, &r)
	return r.Cur, r.Max, wrap(err)
}

func (*realProcess) SetRlimit(resource int, soft, hard uint64) error {
	return wrap(unix.Setrlimit(resource, &unix.Rlimit{Cur: soft, Max: hard}))
}

func durationOf(tv unix.Timeval) time.Duration { return time.Duration(tv.Nano()) }

func rusageOf(r *unix.Rusage) Rusage {
	return Rusage{
		Utime: durationOf(r.Utime), Stime: durationOf(r.Stime), Maxrss: int64(r.Maxrss), Ixrss: int64(r.Ixrss), Idrss: int64(r.Idrss),
		Isrss: int64(r.Isrss), Minflt: int64(r.Minflt), Majflt: int64(r.Majflt), Nswap: int64(r.Nswap), Inblock: int64(r.Inblock),
		Oublock: int64(r.Oublock), Msgsnd: int64(r.Msgsnd), Msgrcv: int64(r.Msgrcv), Nsignals: int64(r.Nsignals),
		Nvcsw: int64(r.Nvcsw), Nivcsw: int64(r.Nivcsw),
	}
}

func (*realProcess) Rusage(who int) (Rusage, error) {
	var r unix.Rusage
	if err := unix.Getrusage(who, &r); err != nil {
		return Rusage{}, wrap(err)
	}
	return rusageOf(&r), nil
}

func (*realProcess) Uname() (Uname, error) {
	var u unix.Utsname
	if err := unix.Uname(&u); err != nil {
		return Uname{}, wrap(err)
	}
	return Uname{
		unix.ByteSliceToString(u.Sysname[:]), unix.ByteSliceToString(u.Nodename[:]), unix.ByteSliceToString(u.Release[:]),
		unix.ByteSliceToString(u.Version[:]), unix.ByteSliceToString(u.Machine[:]),
	}, nil
}

func (*realProcess) Yield() { runtime.Gosched() }

func (p *realProcess) Kill(pid, sig int) error {
	kill := func() error { return wrap(unix.Kill(pid, unix.Signal(sig))) }
	if (pid == os.Getpid() || pid == 0 || pid == -unix.Getpgrp()) && p.signals != nil {
		return p.signals.send(sig, kill)
	}
	return kill()
}

func (p *realProcess) Killpg(pgid, sig int) error {
	if pgid < 0 {
		return NewError(EINVAL)
	}
	return p.Kill(-pgid, sig)
}

func (*realProcess) Wait4(pid, options int) (int, int, Rusage, error) {
	var ws unix.WaitStatus
	var r unix.Rusage
	n, err := unix.Wait4(pid, &ws, options, &r)
	if err != nil {
		return -1, 0, Rusage{}, wrap(err)
	}
	return n, int(ws), rusageOf(&r), nil
}

func (*realProcess) Exec(path string, argv, env []string) error {
	if env == nil {
		env = os.Environ()
	}
	return wrapPath(syscall.Exec(path, argv, env), path)
}

// closed asks the child to close a descriptor.
const closed = ^uintptr(0)

func isOpen(fd int) bool {
	_, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	return err == nil
}

// stays tells whether children inherit a descriptor.
func stays(fd int) bool {
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	return err == nil && flags&unix.FD_CLOEXEC == 0
}

func (p *realProcess) Start(s *StartSpec) (int, error) {
	if len(s.Paths) == 0 {
		return 0, &StartError{Err: NewError(ENOENT)}
	}
	files := make([]uintptr, 3)
	for i, fd := range [3]int{s.Stdin, s.Stdout, s.Stderr} {
		switch {
		case fd >= 0:
			files[i] = uintptr(fd)
		case isOpen(i):
			files[i] = uintptr(i)
		default:
			files[i] = closed
		}
	}
	if s.CloseFds {
		last, err := lastFd()
		if err != nil {
			return 0, &StartError{Err: wrap(err).(*Error)}
		}
		for _, fd := range s.PassFds {
			last = max(last, fd)
		}
		for len(files) <= last {
			files = append(files, closed)
		}
		for _, fd := range s.PassFds {
			if fd >= 3 && isOpen(fd) {
				files[fd] = uintptr(fd)
			}
		}
	}
	for fd, from := range s.Fds {
		if fd < 0 {
			return 0, &StartError{Err: NewError(EBADF)}
		}
		for next := len(files); next <= fd; next++ {
			files = append(files, closed)
			if stays(next) && !s.CloseFds {
				files[next] = uintptr(next)
			}
		}
		if files[fd] = closed; from >= 0 {
			files[fd] = uintptr(from)
		}
	}
	attr := &syscall.ProcAttr{Dir: s.Dir, Env: s.Env, Files: files, Sys: &syscall.SysProcAttr{Setsid: s.NewSession}}
	if s.Env == nil {
		attr.Env = os.Environ()
	}
	if s.SetPgid {
		attr.Sys.Setpgid, attr.Sys.Pgid = true, s.Pgid
	}
	if s.SetUid || s.SetGid || s.SetGroups {
		cred := &syscall.Credential{Uid: uint32(unix.Getuid()), Gid: uint32(unix.Getgid()), NoSetGroups: !s.SetGroups}
		if s.SetUid {
			cred.Uid = uint32(s.Uid)
		}
		if s.SetGid {
			cred.Gid = uint32(s.Gid)
		}
		for _, g := range s.Groups {
			cred.Groups = append(cred.Groups, uint32(g))
		}
		attr.Sys.Credential = cred
	}
	if s.Umask >= 0 {
		// The child inherits the mask of this moment.
		processState.Lock()
		old := unix.Umask(s.Umask)
		defer func() {
			unix.Umask(old)
			processState.Unlock()
		}()
	}
	if p.signals != nil && len(s.Ignore) > 0 {
		p.signals.starting.Lock()
		defer p.signals.starting.Unlock()
		defer p.signals.ignore(s.Ignore)()
	}
	if s.SigMask != 0 {
		defer maskThread(s.SigMask)()
	}
	var failed error
	for i, path := range s.Paths {
		if i < len(s.Paths)-1 && absent(path, s.Dir) {
			// Each attempt is a child whose end somebody may count.
			if failed == nil {
				failed = unix.ENOENT
			}
			continue
		}
		pid, err := syscall.ForkExec(path, s.Argv, attr)
		if err == nil {
			return pid, nil
		}
		if failed == nil || err != unix.ENOENT && err != unix.ENOTDIR && (failed == unix.ENOENT || failed == unix.ENOTDIR) {
			failed = err
		}
	}
	e := &StartError{Err: wrap(failed).(*Error)}
	for _, fd := range files[:3] {
		e.Setup = e.Setup || fd != closed && !isOpen(int(fd))
	}
	if s.Dir != "" {
		var st unix.Stat_t
		if err := unix.Stat(s.Dir, &st); err != nil || st.Mode&unix.S_IFMT != unix.S_IFDIR || unix.Access(s.Dir, unix.X_OK) != nil {
			e.Chdir = true
		}
	}
	return 0, e
}

// absent tells whether there is no file of that name for a child that starts in
// dir.
func absent(path, dir string) bool {
	if dir != "" && !filepath.IsAbs(path) {
		path = filepath.Join(dir, path)
	}
	var st unix.Stat_t
	err := unix.Stat(path, &st)
	return err == unix.ENOENT || err == unix.ENOTDIR
}
