//go:build linux || darwin

package host

import (
	"time"

	"golang.org/x/sys/unix"
)

type realFiles struct {
	//lint:ignore U1000 not every unix has all of it
	noFiles
	p *poller // nil: waits are made with Poll
}

// put stores v in a field whose integer type differs between platforms.
func put[T ~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint16 | ~uint32 | ~uint64](p *T, v int64) {
	*p = T(v)
}

func (realFiles) Open(dirfd int, path string, flags, mode int) (int, error) {
	fd, err := unix.Openat(dirfd, path, flags|unix.O_CLOEXEC, uint32(mode))
	if err != nil {
		return -1, wrapPath(err, path)
	}
	return fd, nil
}

func (realFiles) Read(fd int, p []byte) (int, error) {
	n, err := unix.Read(fd, p)
	if err != nil {
		return 0, wrap(err)
	}
	return n, nil
}

func (realFiles) Write(fd int, p []byte) (int, error) {
	n, err := unix.Write(fd, p)
	if err != nil {
		return 0, wrap(err)
	}
	return n, nil
}

func (realFiles) Pread(fd int, p []byte, off int64) (int, error) {
	n, err := unix.Pread(fd, p, off)
	if err != nil {
		return 0, wrap(err)
	}
	return n, nil
}

func (realFiles) Pwrite(fd int, p []byte, off int64) (int, error) {
	n, err := unix.Pwrite(fd, p, off)
	if err != nil {
		return 0, wrap(err)
	}
	return n, nil
}

func (realFiles) Seek(fd int, off int64, whence int) (int64, error) {
	n, err := unix.Seek(fd, off, whence)
	if err != nil {
		return 0, wrap(err)
	}
	return n, nil
}

func (f realFiles) Close(fd int) error {
	if f.p.owns(fd) {
		return NewError(EBADF) // a program that closes all there is does not mean this one
	}
	err := unix.Close(fd)
	f.p.closed(fd)
	return wrap(err)
}

func (f realFiles) Dup(fd int, inheritable bool) (int, error) {
	if f.p.owns(fd) {
		return -1, NewError(EBADF)
	}
	cmd := unix.F_DUPFD_CLOEXEC
	if inheritable {
		cmd = unix.F_DUPFD
	}
	n, err := unix.FcntlInt(uintptr(fd), cmd, 0)
	if err != nil {
		return -1, wrap(err)
	}
	return n, nil
}

func (f realFiles) Fstat(fd int) (Stat, error) {
	if f.p.owns(fd) {
		return Stat{}, NewError(EBADF)
	}
	var st unix.Stat_t
	if err := unix.Fstat(fd, &st); err != nil {
		return Stat{}, wrap(err)
	}
	return statOf(&st), nil
}

func (realFiles) Stat(dirfd int, path string, follow bool) (Stat, error) {
	var st unix.Stat_t
	if err := unix.Fstatat(dirfd, path, &st, nofollow(follow)); err != nil {
		return Stat{}, wrapPath(err, path)
	}
	return statOf(&st), nil
}

func nofollow(follow bool) int {
	if follow {
		return 0
	}
	return unix.AT_SYMLINK_NOFOLLOW
}

func timeOf(ts unix.Timespec) Time { return Time{int64(ts.Sec), int64(ts.Nsec)} }

func timespecOf(t Time) (ts unix.Timespec) {
	put(&ts.Sec, t.Sec)
	put(&ts.Nsec, t.Nsec)
	return ts
}

func (realFiles) Ftruncate(fd int, size int64) error { return wrap(unix.Ftruncate(fd, size)) }

func (realFiles) Truncate(path string, size int64) error {
	return wrapPath(unix.Truncate(path, size), path)
}

func (realFiles) Fsync(fd int) error { return wrap(unix.Fsync(fd)) }

func (f realFiles) Inheritable(fd int) (bool, error) {
	if f.p.owns(fd) {
		return false, NewError(EBADF)
	}
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	return flags&unix.FD_CLOEXEC == 0, wrap(err)
}

func (f realFiles) SetInheritable(fd int, inheritable bool) error {
	if f.p.owns(fd) {
		return NewError(EBADF)
	}
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	if err != nil {
		return wrap(err)
	}
	want := flags | unix.FD_CLOEXEC
	if inheritable {
		want = flags &^ unix.FD_CLOEXEC
	}
	if want == flags {
		return nil
	}
	_, err = unix.FcntlInt(uintptr(fd), unix.F_SETFD, want)
	return wrap(err)
}

func (f realFiles) Blocking(fd int) (bool, error) {
	if f.p.owns(fd) {
		return false, NewError(EBADF)
	}
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
	return flags&unix.O_NONBLOCK == 0, wrap(err)
}

func (f realFiles) SetBlocking(fd int, blocking bool) error {
	if f.p.owns(fd) {
		return NewError(EBADF)
	}
	return wrap(unix.SetNonblock(fd, !blocking))
}

func (f realFiles) Fcntl(fd, cmd, arg int) (int, error) {
	if f.p.owns(fd) {
		return 0, NewError(EBADF)
	}
	n, err := unix.FcntlInt(uintptr(fd), cmd, arg)
	return n, wrap(err)
}

func (realFiles) FcntlLock(fd, cmd int, lk *Lock) error {
	var f unix.Flock_t
	put(&f.Type, int64(lk.Type))
	put(&f.Whence, int64(lk.Whence))
	f.Start, f.Len = lk.Start, lk.Len
	put(&f.Pid, int64(lk.Pid))
	if err := unix.FcntlFlock(uintptr(fd), cmd, &f); err != nil {
		return wrap(err)
	}
	*lk = Lock{int(f.Type), int(f.Whence), f.Start, f.Len, int(f.Pid)}
	return nil
}

func (realFiles) Flock(fd, how int) error { return wrap(unix.Flock(fd, how)) }

func (realFiles) Mkdir(dirfd int, path string, mode int) error {
	return wrapPath(unix.Mkdirat(dirfd, path, uint32(mode)), path)
}

func (realFiles) Rmdir(dirfd int, path string) error {
	return wrapPath(unix.Unlinkat(dirfd, path, unix.AT_REMOVEDIR), path)
}

func (realFiles) Unlink(dirfd int, path string) error {
	return wrapPath(unix.Unlinkat(dirfd, path, 0), path)
}

func (realFiles) Rename(dirfd int, oldPath string, newDirfd int, newPath string) error {
	return wrapPaths(unix.Renameat(dirfd, oldPath, newDirfd, newPath), oldPath, newPath)
}

func (realFiles) Link(dirfd int, oldPath string, newDirfd int, newPath string, follow bool) error {
	flags := 0
	if follow {
		flags = unix.AT_SYMLINK_FOLLOW
	}
	return wrapPaths(unix.Linkat(dirfd, oldPath, newDirfd, newPath, flags), oldPath, newPath)
}

func (realFiles) Symlink(target string, dirfd int, path string) error {
	return wrapPaths(unix.Symlinkat(target, dirfd, path), target, path)
}

func (realFiles) Readlink(dirfd int, path string) (string, error) {
	for size := 256; ; size *= 2 {
		buf := make([]byte, size)
		n, err := unix.Readlinkat(dirfd, path, buf)
		if err != nil {
			return "", wrapPath(err, path)
		}
		if n < size {
			return string(buf[:n]), nil
		}
	}
}

func (realFiles) Chmod(dirfd int, path string, mode int, follow bool) error {
	return wrapPath(unix.Fchmodat(dirfd, path, uint32(mode), nofollow(follow)), path)
}

func (realFiles) Fchmod(fd, mode int) error { return wrap(unix.Fchmod(fd, uint32(mode))) }

func (realFiles) Chown(dirfd int, path string, uid, gid int, follow bool) error {
	return wrapPath(unix.Fchownat(dirfd, path, uid, gid, nofollow(follow)), path)
}

func (realFiles) Fchown(fd, uid, gid int) error { return wrap(unix.Fchown(fd, uid, gid)) }

func timesOf(times *[2]Time) []unix.Timespec {
	if times == nil {
		now := timespecOf(TimeOf(time.Now().UnixNano()))
		return []unix.Timespec{now, now}
	}
	return []unix.Timespec{timespecOf(times[0]), timespecOf(times[1])}
}

func (realFiles) Utime(dirfd int, path string, times *[2]Time, follow bool) error {
	return wrapPath(unix.UtimesNanoAt(dirfd, path, timesOf(times), nofollow(follow)), path)
}

func (realFiles) Access(dirfd int, path string, mode int, effective, follow bool) error {
	flags := nofollow(follow)
	if effective {
		flags |= unix.AT_EACCESS
	}
	return wrapPath(unix.Faccessat(dirfd, path, uint32(mode), flags), path)
}

func (realFiles) Getcwd() (string, error) {
	s, err := unix.Getwd()
	return s, wrap(err)
}

func (realFiles) Chdir(path string) error { return wrapPath(unix.Chdir(path), path) }

func (realFiles) Fchdir(fd int) error { return wrap(unix.Fchdir(fd)) }

func (realFiles) Chroot(path string) error { return wrapPath(unix.Chroot(path), path) }

func (realFiles) ReadDir(path string) ([]DirEntry, error) {
	fd, err := unix.Open(path, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, wrapPath(err, path)
	}
	defer unix.Close(fd)
	entries, err := readEntries(fd)
	return entries, wrapPath(err, path)
}

func (realFiles) ReadDirFd(fd int) ([]DirEntry, error) {
	if _, err := unix.Seek(fd, 0, 0); err != nil {
		if err == unix.ESPIPE {
			err = unix.ENOTDIR
		}
		return nil, wrap(err)
	}
	entries, err := readEntries(fd)
	if err != nil {
		return nil, wrap(err)
	}
	_, err = unix.Seek(fd, 0, 0)
	return entries, wrap(err)
}

func (realFiles) Getxattr(path, name string, follow bool) ([]byte, error) {
	get := unix.Getxattr
	if !follow {
		get = unix.Lgetxattr
	}
	b, err := growing(func(buf []byte) (int, error) { return get(path, name, buf) })
	return b, wrapPath(err, path)
}

func (realFiles) Setxattr(path, name string, value []byte, flags int, follow bool) error {
	set := unix.Setxattr
	if !follow {
		set = unix.Lsetxattr
	}
	return wrapPath(set(path, name, value, flags), path)
}

func (realFiles) Listxattr(path string, follow bool) ([]string, error) {
	list := unix.Listxattr
	if !follow {
		list = unix.Llistxattr
	}
	b, err := growing(func(buf []byte) (int, error) { return list(path, buf) })
	if err != nil {
		return nil, wrapPath(err, path)
	}
	var names []string
	start := 0
	for i, c := range b {
		if c == 0 {
			names = append(names, string(b[start:i]))
			start = i + 1
		}
	}
	return names, nil
}

func (realFiles) Removexattr(path, name string, follow bool) error {
	remove := unix.Removexattr
	if !follow {
		remove = unix.Lremovexattr
	}
	return wrapPath(remove(path, name), path)
}

// growing calls fill with larger buffers until the answer fits.
func growing(fill func([]byte) (int, error)) ([]byte, error) {
	for size := 128; ; size *= 4 {
		buf := make([]byte, size)
		n, err := fill(buf)
		if err == nil {
			return buf[:n], nil
		}
		if err != unix.ERANGE || size > 1<<20 {
			return nil, err
		}
	}
}

// realWaker is a pipe whose reading end every Poll watches as well.
type realWaker struct{ r, w int }

func (f realFiles) NewWaker() (Waker, error) {
	r, w, err := f.Pipe(unix.O_CLOEXEC | unix.O_NONBLOCK)
	if err != nil {
		return nil, err
	}
	return &realWaker{r, w}, nil
}

func (k *realWaker) Wake() {
	// A full pipe wakes just as well, so the result does not matter.
	_, _ = unix.Write(k.w, []byte{1})
}

func (k *realWaker) Close() error {
	err := unix.Close(k.w)
	if err2 := unix.Close(k.r); err == nil {
		err = err2
	}
	return wrap(err)
}

func (k *realWaker) drain() {
	var buf [64]byte
	for {
		if n, err := unix.Read(k.r, buf[:]); n <= 0 || err != nil {
			return
		}
	}
}

func (realFiles) Poll(fds []PollFd, timeout time.Duration, w Waker) (int, error) {
	list := make([]unix.PollFd, len(fds), len(fds)+1)
	for i, f := range fds {
		list[i] = unix.PollFd{Fd: int32(f.Fd), Events: f.Events}
	}
	k, _ := w.(*realWaker)
	if k != nil {
		list = append(list, unix.PollFd{Fd: int32(k.r), Events: unix.POLLIN})
	}
	deadline := time.Now().Add(timeout)
	for {
		n, err := pollFor(list, timeout)
		if err == unix.EINTR {
			// Some system signal, not a wake-up: wait for the rest of the time.
			if timeout >= 0 {
				timeout = max(0, time.Until(deadline))
			}
			continue
		}
		if err != nil {
			return 0, wrap(err)
		}
		for i := range fds {
			fds[i].Revents = list[i].Revents
		}
		if k != nil && list[len(fds)].Revents != 0 {
			k.drain()
			if n--; n == 0 {
				return 0, NewError(EINTR)
			}
		}
		return n, nil
	}
}

type realMem struct{}

func (realMem) Map(fd int, off int64, length, prot, flags int) ([]byte, error) {
	m, err := unix.Mmap(fd, off, length, prot, flags)
	return m, wrap(err)
}

func (realMem) Unmap(m []byte) error { return wrap(unix.Munmap(m)) }

func (realMem) Flush(m []byte, flags int) error { return wrap(unix.Msync(m, flags)) }

func (realMem) Advise(m []byte, advice int) error { return wrap(unix.Madvise(m, advice)) }

func (realMem) PageSize() int { return unix.Getpagesize() }
