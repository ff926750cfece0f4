package host

import (
	"encoding/binary"
	"math"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
)

func statOf(st *unix.Stat_t) Stat {
	return Stat{
		Mode: st.Mode, Ino: st.Ino, Dev: st.Dev, Nlink: uint64(st.Nlink), Uid: st.Uid, Gid: st.Gid, Size: st.Size,
		Atime: timeOf(st.Atim), Mtime: timeOf(st.Mtim), Ctime: timeOf(st.Ctim),
		Rdev: st.Rdev, Blksize: int64(st.Blksize), Blocks: st.Blocks,
	}
}

func (f realFiles) Dup2(fd, fd2 int, inheritable bool) error {
	if fd == fd2 {
		// dup2 accepts this and leaves the descriptor as it is.
		_, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
		return wrap(err)
	}
	if f.p.owns(fd2) {
		if !isOpen(fd) {
			return NewError(EBADF)
		}
		return NewError(EBUSY)
	}
	flags := unix.O_CLOEXEC
	if inheritable {
		flags = 0
	}
	err := unix.Dup3(fd, fd2, flags)
	f.p.closed(fd2)
	return wrap(err)
}

func (realFiles) Fdatasync(fd int) error { return wrap(unix.Fdatasync(fd)) }

func (realFiles) Sync() error {
	unix.Sync()
	return nil
}

func (realFiles) IsTerminal(fd int) bool {
	_, err := unix.IoctlGetTermios(fd, unix.TCGETS)
	return err == nil
}

func (realFiles) Pipe(flags int) (int, int, error) {
	var p [2]int
	if err := unix.Pipe2(p[:], flags); err != nil {
		return -1, -1, wrap(err)
	}
	return p[0], p[1], nil
}

func (realFiles) Ioctl(fd int, req uint, arg int, buf []byte) (int, error) {
	var n uintptr
	var errno unix.Errno
	if buf != nil {
		n, _, errno = unix.Syscall(unix.SYS_IOCTL, uintptr(fd), uintptr(req), uintptr(unsafe.Pointer(unsafe.SliceData(buf))))
	} else {
		n, _, errno = unix.Syscall(unix.SYS_IOCTL, uintptr(fd), uintptr(req), uintptr(arg))
	}
	if errno != 0 {
		return 0, wrap(errno)
	}
	return int(n), nil
}

func (realFiles) Fallocate(fd int, off, size int64) error {
	if size <= 0 || off < 0 {
		return NewError(EINVAL)
	}
	return wrap(unix.Fallocate(fd, 0, off, size))
}

func (realFiles) Fadvise(fd int, off, size int64, advice int) error {
	return wrap(unix.Fadvise(fd, off, size, advice))
}

func (realFiles) Sendfile(out, in int, off *int64, count int) (int, error) {
	n, err := unix.Sendfile(out, in, off, count)
	if err != nil {
		return 0, wrap(err)
	}
	return n, nil
}

func (realFiles) CopyRange(in int, inOff *int64, out int, outOff *int64, count int) (int, error) {
	n, err := unix.CopyFileRange(in, inOff, out, outOff, count, 0)
	if err != nil {
		return 0, wrap(err)
	}
	return n, nil
}

func (realFiles) Splice(in int, inOff *int64, out int, outOff *int64, count, flags int) (int, error) {
	n, err := unix.Splice(in, inOff, out, outOff, count, flags)
	if err != nil {
		return 0, wrap(err)
	}
	return int(n), nil
}

func (realFiles) MemFile(name string, flags int) (int, error) {
	fd, err := unix.MemfdCreate(name, flags)
	return fd, wrap(err)
}

func (realFiles) Eventfd(value uint, flags int) (int, error) {
	if value > math.MaxUint32 {
		return -1, NewError(EINVAL)
	}
	fd, err := unix.Eventfd(value, flags)
	return fd, wrap(err)
}

func statvfsOf(st *unix.Statfs_t) Statvfs {
	const stValid = 0x20 // the kernel's mark that flags are filled in
	return Statvfs{
		Bsize: uint64(st.Bsize), Frsize: uint64(st.Frsize), Blocks: st.Blocks, Bfree: st.Bfree, Bavail: st.Bavail,
		Files: st.Files, Ffree: st.Ffree, Favail: st.Ffree, Flag: uint64(st.Flags) &^ stValid, Namemax: uint64(st.Namelen),
		Fsid: uint64(uint32(st.Fsid.Val[0])) | uint64(uint32(st.Fsid.Val[1]))<<32,
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

// readEntries reads linux_dirent64 records: inode u64, offset i64, record
// length u16, type u8, name up to a NUL.
func readEntries(fd int) ([]DirEntry, error) {
	var entries []DirEntry
	buf := make([]byte, 32<<10)
	for {
		n, err := unix.Getdents(fd, buf)
		if err != nil {
			return nil, err
		}
		if n <= 0 {
			return entries, nil
		}
		for rec := buf[:n]; len(rec) >= 20; {
			size := int(binary.NativeEndian.Uint16(rec[16:]))
			if size < 20 || size > len(rec) {
				return nil, unix.EIO
			}
			name := unix.ByteSliceToString(rec[19:size])
			if name != "." && name != ".." {
				entries = append(entries, DirEntry{name, binary.NativeEndian.Uint64(rec), rec[18]})
			}
			rec = rec[size:]
		}
	}
}

func (realFiles) Mkfifo(dirfd int, path string, mode int) error {
	return wrapPath(unix.Mkfifoat(dirfd, path, uint32(mode)), path)
}

func (realFiles) Mknod(dirfd int, path string, mode int, dev uint64) error {
	return wrapPath(unix.Mknodat(dirfd, path, uint32(mode), int(dev)), path)
}

func (realFiles) Futime(fd int, times *[2]Time) error {
	ts := timesOf(times)
	_, _, errno := unix.Syscall6(unix.SYS_UTIMENSAT, uintptr(fd), 0, uintptr(unsafe.Pointer(&ts[0])), 0, 0, 0)
	if errno != 0 {
		return wrap(errno)
	}
	return nil
}

func pollFor(list []unix.PollFd, timeout time.Duration) (int, error) {
	if timeout < 0 {
		return unix.Ppoll(list, nil, nil)
	}
	ts := unix.NsecToTimespec(int64(timeout))
	return unix.Ppoll(list, &ts, nil)
}

func (realMem) Remap(m []byte, length int) ([]byte, error) {
	m, err := unix.Mremap(m, length, unix.MREMAP_MAYMOVE)
	return m, wrap(err)
}
