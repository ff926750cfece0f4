package host

import (
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

func statOf(st *unix.Stat_t) Stat {
	return Stat{
		Mode: uint32(st.Mode), Ino: st.Ino, Dev: uint64(uint32(st.Dev)), Nlink: uint64(st.Nlink), Uid: st.Uid, Gid: st.Gid, Size: st.Size,
		Atime: timeOf(st.Atim), Mtime: timeOf(st.Mtim), Ctime: timeOf(st.Ctim), Birthtime: timeOf(st.Btim),
		Rdev: uint64(uint32(st.Rdev)), Blksize: int64(st.Blksize), Blocks: st.Blocks, Flags: st.Flags,
	}
}

func (f realFiles) Dup2(fd, fd2 int, inheritable bool) error {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	if f.p.owns(fd2) && fd != fd2 {
		return NewError(EBUSY)
	}
	if err := unix.Dup2(fd, fd2); err != nil {
		return wrap(err)
	}
	if fd != fd2 {
		f.p.closed(fd2)
	}
	if !inheritable && fd != fd2 {
		unix.CloseOnExec(fd2)
	}
	return nil
}

func (realFiles) Fdatasync(fd int) error { return wrap(unix.Fsync(fd)) }

func (realFiles) Sync() error { return wrap(unix.Sync()) }

func (realFiles) IsTerminal(fd int) bool {
	_, err := unix.IoctlGetTermios(fd, unix.TIOCGETA)
	return err == nil
}

func (realFiles) Pipe(flags int) (int, int, error) {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	var p [2]int
	if err := unix.Pipe(p[:]); err != nil {
		return -1, -1, wrap(err)
	}
	for _, fd := range p {
		if flags&unix.O_CLOEXEC != 0 {
			unix.CloseOnExec(fd)
		}
		if flags&unix.O_NONBLOCK != 0 {
			if err := unix.SetNonblock(fd, true); err != nil {
				return -1, -1, wrap(err)
			}
		}
	}
	return p[0], p[1], nil
}

func statvfsOf(st *unix.Statfs_t) Statvfs {
	return Statvfs{
		Bsize: uint64(st.Iosize), Frsize: uint64(st.Bsize), Blocks: st.Blocks, Bfree: st.Bfree, Bavail: st.Bavail,
		Files: st.Files, Ffree: st.Ffree, Favail: st.Ffree, Flag: uint64(st.Flags), Namemax: 255,
		Fsid: uint64(uint32(st.Fsid.Val[0])),
	}
}

func (realFiles) Statvfs(path string) (Statvfs, error) {
	var st unix.Statfs_t
	if err := unix.Statfs(path, &st); err != nil {
		return Statvfs{}, wrapPath(err, path)
	}
	return statvfsOf(&st), nil
}

func (realFiles) Fstatvfs(fd int) (Statvfs, error) {
	var st unix.Statfs_t
	if err := unix.Fstatfs(fd, &st); err != nil {
		return Statvfs{}, wrap(err)
	}
	return statvfsOf(&st), nil
}

// readEntries lists through package os, which does not tell inode numbers.
func readEntries(fd int) ([]DirEntry, error) {
	dup, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	f := os.NewFile(uintptr(dup), "directory")
	defer f.Close()
	list, err := f.ReadDir(-1)
	if err != nil {
		return nil, err
	}
	entries := make([]DirEntry, len(list))
	for i, e := range list {
		entries[i] = DirEntry{Name: e.Name(), Type: direntType(e.Type())}
	}
	return entries, nil
}

func (realFiles) Mkfifo(dirfd int, path string, mode int) error {
	if dirfd != AtCwd {
		return noSys()
	}
	return wrapPath(unix.Mkfifo(path, uint32(mode)), path)
}

func (realFiles) Mknod(dirfd int, path string, mode int, dev uint64) error {
	if dirfd != AtCwd {
		return noSys()
	}
	return wrapPath(unix.Mknod(path, uint32(mode), int(dev)), path)
}

func (realFiles) Futime(fd int, times *[2]Time) error {
	ts := timesOf(times)
	return wrap(unix.Futimes(fd, []unix.Timeval{unix.NsecToTimeval(ts[0].Nano()), unix.NsecToTimeval(ts[1].Nano())}))
}

func pollFor(list []unix.PollFd, timeout time.Duration) (int, error) {
	ms := -1
	if timeout >= 0 {
		ms = int(min((timeout+time.Millisecond-1)/time.Millisecond, 1<<30))
	}
	return unix.Poll(list, ms)
}

func (realMem) Remap(m []byte, length int) ([]byte, error) { return nil, noSys() }
