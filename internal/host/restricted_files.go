package host

import (
	"time"
)

// at resolves path and runs op there; writing says that op changes something.
func (f *restrictedFiles) at(dirfd int, path string, follow, writing bool, op func(p *restrictedPlace) error) error {
	p, err := f.resolve(dirfd, path, follow)
	if err != nil {
		return wrapPath(err, path)
	}
	defer p.close()
	if writing && p.readonly {
		return newPathError(EROFS, path)
	}
	return wrapPath(op(&p), path)
}

func (f *restrictedFiles) Open(dirfd int, path string, flags, mode int) (int, error) {
	fd := -1
	err := f.at(dirfd, path, flags&O_NOFOLLOW == 0 && flags&(O_CREAT|O_EXCL) != O_CREAT|O_EXCL, false, func(p *restrictedPlace) error {
		flags := flags | O_NOFOLLOW // links have been followed
		if p.readonly {
			if flags&O_ACCMODE != O_RDONLY || flags&O_TRUNC != 0 {
				return NewError(EROFS)
			}
			if flags&O_CREAT != 0 {
				if _, err := f.base.Stat(p.fd, p.name, false); Errno(err) == ENOENT {
					return NewError(EROFS)
				}
				flags &^= O_CREAT
			}
		}
		n, err := f.base.Open(p.fd, p.name, flags, mode)
		if err != nil {
			return err
		}
		file := &restrictedFile{fd: n, path: p.path, readonly: p.readonly}
		if st, err := f.base.Fstat(n); err == nil {
			file.isDir = st.IsDir()
		}
		fd, err = f.insert(file, false)
		return err
	})
	return fd, err
}

func (f *restrictedFiles) Close(fd int) error {
	f.mu.Lock()
	if fd < 0 || fd >= len(f.table) || f.table[fd].file == nil {
		f.mu.Unlock()
		return NewError(EBADF)
	}
	file := f.table[fd].file
	f.table[fd] = restrictedFd{}
	f.mu.Unlock()
	return f.release(file)
}

// with runs op on a descriptor of the base.
func with[T any](f *restrictedFiles, fd int, op func(fd int) (T, error)) (T, error) {
	file, err := f.get(fd)
	if err != nil {
		var zero T
		return zero, err
	}
	v, err := op(file.fd)
	if err2 := f.release(file); err == nil {
		err = err2
	}
	return v, err
}

func (f *restrictedFiles) withErr(fd int, op func(fd int) error) error {
	_, err := with(f, fd, func(fd int) (struct{}, error) { return struct{}{}, op(fd) })
	return err
}

// changing is withErr for what a read-only tree forbids.
func (f *restrictedFiles) changing(fd int, op func(fd int) error) error {
	file, err := f.get(fd)
	if err != nil {
		return err
	}
	err = NewError(EROFS)
	if !file.readonly && !file.keep {
		err = op(file.fd)
	}
	if err2 := f.release(file); err == nil {
		err = err2
	}
	return err
}

func (f *restrictedFiles) Read(fd int, p []byte) (int, error) {
	return with(f, fd, func(fd int) (int, error) { return f.base.Read(fd, p) })
}

func (f *restrictedFiles) Write(fd int, p []byte) (int, error) {
	return with(f, fd, func(fd int) (int, error) { return f.base.Write(fd, p) })
}

func (f *restrictedFiles) Pread(fd int, p []byte, off int64) (int, error) {
	return with(f, fd, func(fd int) (int, error) { return f.base.Pread(fd, p, off) })
}

func (f *restrictedFiles) Pwrite(fd int, p []byte, off int64) (int, error) {
	return with(f, fd, func(fd int) (int, error) { return f.base.Pwrite(fd, p, off) })
}

func (f *restrictedFiles) Seek(fd int, off int64, whence int) (int64, error) {
	return with(f, fd, func(fd int) (int64, error) { return f.base.Seek(fd, off, whence) })
}

func (f *restrictedFiles) Dup(fd int, inheritable bool) (int, error) {
	file, err := f.get(fd)
	if err != nil {
		return -1, err
	}
	n, err := f.insert(file, inheritable)
	if err2 := f.release(file); err == nil {
		err = err2
	}
	return n, err
}

func (f *restrictedFiles) Dup2(fd, fd2 int, inheritable bool) error {
	file, err := f.get(fd)
	if err != nil {
		return err
	}
	if fd == fd2 || fd2 < 0 || fd2 >= f.maxOpen {
		if err := f.release(file); err != nil {
			return err
		}
		if fd != fd2 {
			return NewError(EBADF)
		}
		return nil
	}
	f.mu.Lock()
	for len(f.table) <= fd2 {
		f.table = append(f.table, restrictedFd{})
	}
	old := f.table[fd2].file
	f.table[fd2] = restrictedFd{file, inheritable} // the reference of get stays
	f.mu.Unlock()
	if old != nil {
		return f.release(old)
	}
	return nil
}

func (f *restrictedFiles) Fstat(fd int) (Stat, error) {
	return with(f, fd, f.base.Fstat)
}

func (f *restrictedFiles) Ftruncate(fd int, size int64) error {
	return f.changing(fd, func(fd int) error { return f.base.Ftruncate(fd, size) })
}

func (f *restrictedFiles) Fsync(fd int) error { return f.withErr(fd, f.base.Fsync) }

func (f *restrictedFiles) Fdatasync(fd int) error { return f.withErr(fd, f.base.Fdatasync) }

func (f *restrictedFiles) Sync() error { return NewError(EPERM) }

func (f *restrictedFiles) IsTerminal(fd int) bool {
	is, err := with(f, fd, func(fd int) (bool, error) { return f.base.IsTerminal(fd), nil })
	return is && err == nil
}

func (f *restrictedFiles) Pipe(flags int) (int, int, error) {
	r, w, err := f.base.Pipe(flags | O_CLOEXEC)
	if err != nil {
		return -1, -1, err
	}
	inheritable := flags&O_CLOEXEC == 0
	vr, err := f.insert(&restrictedFile{fd: r}, inheritable)
	if err != nil {
		_ = f.base.Close(w) // the error to tell is that of insert
		return -1, -1, err
	}
	vw, err := f.insert(&restrictedFile{fd: w}, inheritable)
	if err != nil {
		_ = f.Close(vr)
		return -1, -1, err
	}
	return vr, vw, nil
}

func (f *restrictedFiles) Inheritable(fd int) (bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if fd < 0 || fd >= len(f.table) || f.table[fd].file == nil {
		return false, NewError(EBADF)
	}
	return f.table[fd].inheritable, nil
}

func (f *restrictedFiles) SetInheritable(fd int, inheritable bool) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if fd < 0 || fd >= len(f.table) || f.table[fd].file == nil {
		return NewError(EBADF)
	}
	f.table[fd].inheritable = inheritable
	return nil
}

func (f *restrictedFiles) Blocking(fd int) (bool, error) { return with(f, fd, f.base.Blocking) }

func (f *restrictedFiles) SetBlocking(fd int, blocking bool) error {
	return f.withErr(fd, func(fd int) error { return f.base.SetBlocking(fd, blocking) })
}

func (f *restrictedFiles) Fcntl(fd, cmd, arg int) (int, error) { return 0, NewError(EPERM) }

func (f *restrictedFiles) FcntlLock(fd, cmd int, lk *Lock) error {
	return f.withErr(fd, func(fd int) error { return f.base.FcntlLock(fd, cmd, lk) })
}

func (f *restrictedFiles) Flock(fd, how int) error {
	return f.withErr(fd, func(fd int) error { return f.base.Flock(fd, how) })
}

func (f *restrictedFiles) Ioctl(fd int, req uint, arg int, buf []byte) (int, error) {
	return 0, NewError(EPERM)
}

func (f *restrictedFiles) Fallocate(fd int, off, size int64) error {
	return f.changing(fd, func(fd int) error { return f.base.Fallocate(fd, off, size) })
}

func (f *restrictedFiles) Fadvise(fd int, off, size int64, advice int) error {
	return f.withErr(fd, func(fd int) error { return f.base.Fadvise(fd, off, size, advice) })
}

// with2 runs op on two descriptors of the base.
func (f *restrictedFiles) with2(a, b int, op func(a, b int) (int, error)) (int, error) {
	return with(f, a, func(a int) (int, error) {
		return with(f, b, func(b int) (int, error) { return op(a, b) })
	})
}

func (f *restrictedFiles) Sendfile(out, in int, off *int64, count int) (int, error) {
	return f.with2(out, in, func(out, in int) (int, error) { return f.base.Sendfile(out, in, off, count) })
}

func (f *restrictedFiles) CopyRange(in int, inOff *int64, out int, outOff *int64, count int) (int, error) {
	return f.with2(in, out, func(in, out int) (int, error) { return f.base.CopyRange(in, inOff, out, outOff, count) })
}

func (f *restrictedFiles) Splice(in int, inOff *int64, out int, outOff *int64, count, flags int) (int, error) {
	return f.with2(in, out, func(in, out int) (int, error) { return f.base.Splice(in, inOff, out, outOff, count, flags) })
}

func (f *restrictedFiles) MemFile(name string, flags int) (int, error) {
	fd, err := f.base.MemFile(name, flags)
	if err != nil {
		return -1, err
	}
	return f.insert(&restrictedFile{fd: fd}, false)
}

func (f *restrictedFiles) Eventfd(value uint, flags int) (int, error) {
	fd, err := f.base.Eventfd(value, flags)
	if err != nil {
		return -1, err
	}
	return f.insert(&restrictedFile{fd: fd}, false)
}

func (f *restrictedFiles) Stat(dirfd int, path string, follow bool) (st Stat, err error) {
	err = f.at(dirfd, path, follow, false, func(p *restrictedPlace) (err error) {
		st, err = f.base.Stat(p.fd, p.name, false)
		return err
	})
	return st, err
}

// opened opens the place itself for op, for calls that only take descriptors
// or would follow a link put there meanwhile.
func (p *restrictedPlace) open(flags int, op func(fd int) error) error {
	fd, err := p.f.base.Open(p.fd, p.name, flags|O_NOFOLLOW|O_NONBLOCK, 0)
	if err != nil {
		return err
	}
	err = op(fd)
	if err2 := p.f.base.Close(fd); err == nil {
		err = err2
	}
	return err
}

func (f *restrictedFiles) Statvfs(path string) (st Statvfs, err error) {
	err = f.at(AtCwd, path, true, false, func(p *restrictedPlace) error {
		return p.open(O_RDONLY, func(fd int) (err error) {
			st, err = f.base.Fstatvfs(fd)
			return err
		})
	})
	return st, err
}

func (f *restrictedFiles) Fstatvfs(fd int) (Statvfs, error) { return with(f, fd, f.base.Fstatvfs) }

func (f *restrictedFiles) ReadDir(path string) (list []DirEntry, err error) {
	err = f.at(AtCwd, path, true, false, func(p *restrictedPlace) error {
		return p.open(O_RDONLY|O_DIRECTORY, func(fd int) (err error) {
			list, err = f.base.ReadDirFd(fd)
			return err
		})
	})
	return list, err
}

func (f *restrictedFiles) ReadDirFd(fd int) ([]DirEntry, error) { return with(f, fd, f.base.ReadDirFd) }

func (f *restrictedFiles) Mkdir(dirfd int, path string, mode int) error {
	return f.atEntry(dirfd, path, EEXIST, func(p *restrictedPlace) error { return f.base.Mkdir(p.fd, p.name, mode) })
}

// atEntry is at for calls that make or remove a directory's entry, which may
// have slashes behind it. dot is the error for a path that ends in none.
func (f *restrictedFiles) atEntry(dirfd int, path string, dot int, op func(p *restrictedPlace) error) error {
	p, err := f.resolve(dirfd, trimSlashes(path), false)
	if err != nil {
		return wrapPath(err, path)
	}
	defer p.close()
	switch {
	case p.name == ".":
		return newPathError(dot, path)
	case p.readonly:
		return newPathError(EROFS, path)
	}
	return wrapPath(op(&p), path)
}

func (f *restrictedFiles) Rmdir(dirfd int, path string) error {
	return f.atEntry(dirfd, path, EBUSY, func(p *restrictedPlace) error { return f.base.Rmdir(p.fd, p.name) })
}

func (f *restrictedFiles) Unlink(dirfd int, path string) error {
	return f.at(dirfd, path, false, true, func(p *restrictedPlace) error {
		if p.name == "." {
			return NewError(EISDIR)
		}
		return f.base.Unlink(p.fd, p.name)
	})
}

// two resolves both paths of a call that moves or links.
func (f *restrictedFiles) two(dirfd int, oldPath string, newDirfd int, newPath string, follow bool, op func(a, b *restrictedPlace) error) error {
	a, err := f.resolve(dirfd, trimSlashes(oldPath), follow)
	if err != nil {
		return wrapPaths(err, oldPath, newPath)
	}
	defer a.close()
	b, err := f.resolve(newDirfd, trimSlashes(newPath), false)
	if err != nil {
		return wrapPaths(err, oldPath, newPath)
	}
	defer b.close()
	switch {
	case a.name == "." || b.name == ".":
		err = NewError(EBUSY)
	case a.readonly || b.readonly:
		// Also for a link out of a read-only tree: through the new name the
		// file could be written.
		err = NewError(EROFS)
	default:
		err = op(&a, &b)
	}
	return wrapPaths(err, oldPath, newPath)
}

func (f *restrictedFiles) Rename(dirfd int, oldPath string, newDirfd int, newPath string) error {
	return f.two(dirfd, oldPath, newDirfd, newPath, false, func(a, b *restrictedPlace) error {
		return f.base.Rename(a.fd, a.name, b.fd, b.name)
	})
}

func (f *restrictedFiles) Link(dirfd int, oldPath string, newDirfd int, newPath string, follow bool) error {
	return f.two(dirfd, oldPath, newDirfd, newPath, follow, func(a, b *restrictedPlace) error {
		return f.base.Link(a.fd, a.name, b.fd, b.name, false)
	})
}

func (f *restrictedFiles) Symlink(target string, dirfd int, path string) error {
	err := f.atEntry(dirfd, path, EEXIST, func(p *restrictedPlace) error { return f.base.Symlink(target, p.fd, p.name) })
	return wrapPaths(err, target, path)
}

func (f *restrictedFiles) Readlink(dirfd int, path string) (target string, err error) {
	err = f.at(dirfd, path, false, false, func(p *restrictedPlace) (err error) {
		target, err = f.base.Readlink(p.fd, p.name)
		return err
	})
	return target, err
}

func (f *restrictedFiles) Chmod(dirfd int, path string, mode int, follow bool) error {
	return f.at(dirfd, path, follow, true, func(p *restrictedPlace) error {
		return p.open(O_RDONLY, func(fd int) error { return f.base.Fchmod(fd, mode) })
	})
}

func (f *restrictedFiles) Fchmod(fd, mode int) error {
	return f.changing(fd, func(fd int) error { return f.base.Fchmod(fd, mode) })
}

func (f *restrictedFiles) Chown(dirfd int, path string, uid, gid int, follow bool) error {
	return f.at(dirfd, path, follow, true, func(p *restrictedPlace) error {
		return f.base.Chown(p.fd, p.name, uid, gid, false)
	})
}

func (f *restrictedFiles) Fchown(fd, uid, gid int) error {
	return f.changing(fd, func(fd int) error { return f.base.Fchown(fd, uid, gid) })
}

func (f *restrictedFiles) Utime(dirfd int, path string, times *[2]Time, follow bool) error {
	return f.at(dirfd, path, follow, true, func(p *restrictedPlace) error {
		return f.base.Utime(p.fd, p.name, times, false)
	})
}

func (f *restrictedFiles) Futime(fd int, times *[2]Time) error {
	return f.changing(fd, func(fd int) error { return f.base.Futime(fd, times) })
}

func (f *restrictedFiles) Truncate(path string, size int64) error {
	return f.at(AtCwd, path, true, true, func(p *restrictedPlace) error {
		return p.open(O_WRONLY, func(fd int) error { return f.base.Ftruncate(fd, size) })
	})
}

func (f *restrictedFiles) Access(dirfd int, path string, mode int, effective, follow bool) error {
	return f.at(dirfd, path, follow, mode&W_OK != 0, func(p *restrictedPlace) error {
		if !follow {
			return f.base.Access(p.fd, p.name, mode, effective, false)
		}
		// It was no link a moment ago. Should it be one now, the answer of the
		// real call would tell about something outside.
		if st, err := f.base.Stat(p.fd, p.name, false); err != nil || st.Mode&S_IFMT == S_IFLNK {
			return wrapOr(err, ELOOP)
		}
		return f.base.Access(p.fd, p.name, mode, effective, true)
	})
}

func wrapOr(err error, num int) error {
	if err != nil {
		return err
	}
	return NewError(num)
}

func (f *restrictedFiles) Mkfifo(dirfd int, path string, mode int) error {
	return f.atEntry(dirfd, path, EEXIST, func(p *restrictedPlace) error { return f.base.Mkfifo(p.fd, p.name, mode) })
}

func (f *restrictedFiles) Mknod(dirfd int, path string, mode int, dev uint64) error {
	return newPathError(EPERM, path)
}

func (f *restrictedFiles) Chroot(path string) error { return newPathError(EPERM, path) }

func (f *restrictedFiles) Getcwd() (string, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.cwd, nil
}

func (f *restrictedFiles) Chdir(path string) error {
	return f.at(AtCwd, path, true, false, func(p *restrictedPlace) error {
		st, err := f.base.Stat(p.fd, p.name, false)
		if err != nil {
			return err
		}
		if !st.IsDir() {
			return NewError(ENOTDIR)
		}
		f.mu.Lock()
		defer f.mu.Unlock()
		f.cwd = p.path
		return nil
	})
}

func (f *restrictedFiles) Fchdir(fd int) error {
	file, err := f.get(fd)
	if err != nil {
		return err
	}
	defer f.release(file)
	if !file.isDir {
		return NewError(ENOTDIR)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.cwd = file.path
	return nil
}

func (f *restrictedFiles) NewWaker() (Waker, error) { return f.base.NewWaker() }

func (f *restrictedFiles) Poll(fds []PollFd, timeout time.Duration, w Waker) (int, error) {
	list := make([]PollFd, len(fds))
	held := make([]*restrictedFile, 0, len(fds))
	defer func() {
		for _, file := range held {
			_ = f.release(file) // closing late has nobody to tell
		}
	}()
	bad := 0
	for i, p := range fds {
		list[i] = PollFd{Fd: -1, Events: p.Events}
		fds[i].Revents = 0
		if p.Fd < 0 {
			continue
		}
		file, err := f.get(p.Fd)
		if err != nil {
			fds[i].Revents = POLLNVAL
			bad++
			continue
		}
		held = append(held, file)
		list[i].Fd = file.fd
	}
	if bad > 0 {
		timeout = 0
	}
	n, err := f.base.Poll(list, timeout, w)
	if err != nil {
		return 0, err
	}
	for i := range list {
		if list[i].Fd >= 0 {
			fds[i].Revents = list[i].Revents
		}
	}
	return n + bad, nil
}
