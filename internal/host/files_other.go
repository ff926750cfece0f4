//go:build !linux && !darwin

package host

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// osFiles is a table of open files, indexed by descriptor.
type osFiles struct {
	noFiles
	mu    sync.Mutex
	table []*osFile
}

// osFile is shared by the descriptors that Dup made.
type osFile struct {
	*os.File
	path string
	refs int
}

func newOSFiles() *osFiles {
	t := &osFiles{}
	for _, f := range []*os.File{os.Stdin, os.Stdout, os.Stderr} {
		t.table = append(t.table, &osFile{File: f, refs: 1})
	}
	return t
}

func (t *osFiles) get(fd int) (*osFile, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if fd < 0 || fd >= len(t.table) || t.table[fd] == nil {
		return nil, NewError(EBADF)
	}
	return t.table[fd], nil
}

func (t *osFiles) file(fd int) (*os.File, error) {
	f, err := t.get(fd)
	if err != nil {
		return nil, err
	}
	return f.File, nil
}

// add gives f the lowest free descriptor; the lock is held.
func (t *osFiles) add(f *osFile) int {
	f.refs++
	for fd, old := range t.table {
		if old == nil {
			t.table[fd] = f
			return fd
		}
	}
	t.table = append(t.table, f)
	return len(t.table) - 1
}

func (t *osFiles) insert(f *os.File, path string) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.add(&osFile{File: f, path: path})
}

// at resolves path against a directory descriptor.
func (t *osFiles) at(dirfd int, path string) (string, error) {
	if dirfd == AtCwd || filepath.IsAbs(path) {
		return path, nil
	}
	f, err := t.get(dirfd)
	if err != nil {
		return "", err
	}
	return filepath.Join(f.path, path), nil
}

func (t *osFiles) Open(dirfd int, path string, flags, mode int) (int, error) {
	full, err := t.at(dirfd, path)
	if err != nil {
		return -1, err
	}
	native := 0
	switch flags & O_ACCMODE {
	case O_WRONLY:
		native = os.O_WRONLY
	case O_RDWR:
		native = os.O_RDWR
	}
	for _, p := range [...][2]int{{O_CREAT, os.O_CREATE}, {O_EXCL, os.O_EXCL}, {O_TRUNC, os.O_TRUNC}, {O_APPEND, os.O_APPEND}, {O_SYNC, os.O_SYNC}} {
		if flags&p[0] != 0 {
			native |= p[1]
		}
	}
	if flags&O_NOFOLLOW != 0 {
		if st, err := os.Lstat(full); err == nil && st.Mode()&fs.ModeSymlink != 0 {
			return -1, newPathError(ELOOP, path)
		}
	}
	f, err := os.OpenFile(full, native, fs.FileMode(mode&0o777))
	if err != nil {
		return -1, wrapPath(err, path)
	}
	if flags&O_DIRECTORY != 0 {
		if st, err := f.Stat(); err != nil || !st.IsDir() {
			f.Close()
			return -1, newPathError(ENOTDIR, path)
		}
	}
	return t.insert(f, full), nil
}

// ended turns io.EOF into a plain count.
func ended(n int, err error) (int, error) {
	if err == io.EOF || n > 0 {
		return n, nil
	}
	return n, wrap(err)
}

func (t *osFiles) Read(fd int, p []byte) (int, error) {
	f, err := t.file(fd)
	if err != nil {
		return 0, err
	}
	return ended(f.Read(p))
}

func (t *osFiles) Write(fd int, p []byte) (int, error) {
	f, err := t.file(fd)
	if err != nil {
		return 0, err
	}
	return ended(f.Write(p))
}

func (t *osFiles) Pread(fd int, p []byte, off int64) (int, error) {
	f, err := t.file(fd)
	if err != nil {
		return 0, err
	}
	return ended(f.ReadAt(p, off))
}

func (t *osFiles) Pwrite(fd int, p []byte, off int64) (int, error) {
	f, err := t.file(fd)
	if err != nil {
		return 0, err
	}
	return ended(f.WriteAt(p, off))
}

func (t *osFiles) Seek(fd int, off int64, whence int) (int64, error) {
	f, err := t.file(fd)
	if err != nil {
		return 0, err
	}
	n, err := f.Seek(off, whence)
	return n, wrap(err)
}

func (t *osFiles) Close(fd int) error {
	t.mu.Lock()
	if fd < 0 || fd >= len(t.table) || t.table[fd] == nil {
		t.mu.Unlock()
		return NewError(EBADF)
	}
	f := t.table[fd]
	t.table[fd] = nil
	f.refs--
	last := f.refs == 0
	t.mu.Unlock()
	if last {
		return wrap(f.File.Close())
	}
	return nil
}

func (t *osFiles) Dup(fd int, inheritable bool) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if fd < 0 || fd >= len(t.table) || t.table[fd] == nil {
		return -1, NewError(EBADF)
	}
	return t.add(t.table[fd]), nil
}

func (t *osFiles) Dup2(fd, fd2 int, inheritable bool) error {
	f, err := t.get(fd)
	if err != nil || fd == fd2 {
		return err
	}
	if fd2 < 0 || fd2 > 1<<16 {
		return NewError(EBADF)
	}
	t.mu.Lock()
	for len(t.table) <= fd2 {
		t.table = append(t.table, nil)
	}
	old := t.table[fd2]
	t.table[fd2] = f
	f.refs++
	if old != nil {
		old.refs--
	}
	t.mu.Unlock()
	if old != nil && old.refs == 0 {
		return wrap(old.File.Close())
	}
	return nil
}

func statOf(st fs.FileInfo) Stat {
	var kind uint32
	switch st.Mode().Type() {
	case 0:
		kind = S_IFREG
	case fs.ModeDir:
		kind = S_IFDIR
	case fs.ModeSymlink:
		kind = S_IFLNK
	case fs.ModeNamedPipe:
		kind = S_IFIFO
	default:
		kind = S_IFCHR
	}
	m := TimeOf(st.ModTime().UnixNano())
	return Stat{Mode: kind | uint32(st.Mode().Perm()), Nlink: 1, Size: st.Size(), Atime: m, Mtime: m, Ctime: m}
}

func (t *osFiles) Fstat(fd int) (Stat, error) {
	f, err := t.file(fd)
	if err != nil {
		return Stat{}, err
	}
	st, err := f.Stat()
	if err != nil {
		return Stat{}, wrap(err)
	}
	return statOf(st), nil
}

func (t *osFiles) Stat(dirfd int, path string, follow bool) (Stat, error) {
	full, err := t.at(dirfd, path)
	if err != nil {
		return Stat{}, err
	}
	stat := os.Stat
	if !follow {
		stat = os.Lstat
	}
	st, err := stat(full)
	if err != nil {
		return Stat{}, wrapPath(err, path)
	}
	return statOf(st), nil
}

func (t *osFiles) Ftruncate(fd int, size int64) error {
	f, err := t.file(fd)
	if err != nil {
		return err
	}
	return wrap(f.Truncate(size))
}

func (t *osFiles) Truncate(path string, size int64) error {
	return wrapPath(os.Truncate(path, size), path)
}

func (t *osFiles) Fsync(fd int) error {
	f, err := t.file(fd)
	if err != nil {
		return err
	}
	return wrap(f.Sync())
}

func (t *osFiles) Fdatasync(fd int) error { return t.Fsync(fd) }

func (t *osFiles) IsTerminal(fd int) bool {
	f, err := t.file(fd)
	if err != nil {
		return false
	}
	st, err := f.Stat()
	return err == nil && st.Mode()&fs.ModeCharDevice != 0
}

func (t *osFiles) Pipe(flags int) (int, int, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return -1, -1, wrap(err)
	}
	return t.insert(r, ""), t.insert(w, ""), nil
}

// Children inherit nothing but their three standard files.

func (t *osFiles) Inheritable(fd int) (bool, error) {
	_, err := t.get(fd)
	return false, err
}

func (t *osFiles) SetInheritable(fd int, inheritable bool) error {
	if _, err := t.get(fd); err != nil {
		return err
	}
	if inheritable {
		return noSys()
	}
	return nil
}

func (t *osFiles) Blocking(fd int) (bool, error) {
	_, err := t.get(fd)
	return true, err
}

func (t *osFiles) ReadDir(path string) ([]DirEntry, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, wrapPath(err, path)
	}
	defer f.Close()
	list, err := f.ReadDir(-1)
	if err != nil {
		return nil, wrapPath(err, path)
	}
	entries := make([]DirEntry, len(list))
	for i, e := range list {
		entries[i] = DirEntry{Name: e.Name(), Type: direntType(e.Type())}
	}
	return entries, nil
}

func (t *osFiles) ReadDirFd(fd int) ([]DirEntry, error) {
	f, err := t.get(fd)
	if err != nil {
		return nil, err
	}
	return t.ReadDir(f.path)
}

// one applies op to a path resolved against dirfd.
func (t *osFiles) one(dirfd int, path string, op func(string) error) error {
	full, err := t.at(dirfd, path)
	if err != nil {
		return err
	}
	return wrapPath(op(full), path)
}

func (t *osFiles) Mkdir(dirfd int, path string, mode int) error {
	return t.one(dirfd, path, func(p string) error { return os.Mkdir(p, fs.FileMode(mode&0o777)) })
}

// remove refuses what is not of the wanted kind; os.Remove takes either.
func (t *osFiles) remove(dirfd int, path string, dir bool) error {
	return t.one(dirfd, path, func(p string) error {
		st, err := os.Lstat(p)
		switch {
		case err != nil:
			return err
		case dir && !st.IsDir():
			return NewError(ENOTDIR)
		case !dir && st.IsDir():
			return NewError(EACCES)
		}
		return os.Remove(p)
	})
}

func (t *osFiles) Rmdir(dirfd int, path string) error { return t.remove(dirfd, path, true) }

func (t *osFiles) Unlink(dirfd int, path string) error { return t.remove(dirfd, path, false) }

// two applies op to two paths.
func (t *osFiles) two(dirfd int, path string, dirfd2 int, path2 string, op func(a, b string) error) error {
	a, err := t.at(dirfd, path)
	if err != nil {
		return err
	}
	b, err := t.at(dirfd2, path2)
	if err != nil {
		return err
	}
	return wrapPaths(op(a, b), path, path2)
}

func (t *osFiles) Rename(dirfd int, oldPath string, newDirfd int, newPath string) error {
	return t.two(dirfd, oldPath, newDirfd, newPath, os.Rename)
}

func (t *osFiles) Link(dirfd int, oldPath string, newDirfd int, newPath string, follow bool) error {
	return t.two(dirfd, oldPath, newDirfd, newPath, os.Link)
}

func (t *osFiles) Symlink(target string, dirfd int, path string) error {
	full, err := t.at(dirfd, path)
	if err != nil {
		return err
	}
	return wrapPaths(os.Symlink(target, full), target, path)
}

func (t *osFiles) Readlink(dirfd int, path string) (string, error) {
	full, err := t.at(dirfd, path)
	if err != nil {
		return "", err
	}
	s, err := os.Readlink(full)
	return s, wrapPath(err, path)
}

func (t *osFiles) Chmod(dirfd int, path string, mode int, follow bool) error {
	return t.one(dirfd, path, func(p string) error { return os.Chmod(p, fs.FileMode(mode&0o777)) })
}

func goTime(t Time) time.Time { return time.Unix(t.Sec, t.Nsec) }

func (t *osFiles) Utime(dirfd int, path string, times *[2]Time, follow bool) error {
	a, m := time.Now(), time.Now()
	if times != nil {
		a, m = goTime(times[0]), goTime(times[1])
	}
	return t.one(dirfd, path, func(p string) error { return os.Chtimes(p, a, m) })
}

func (t *osFiles) Access(dirfd int, path string, mode int, effective, follow bool) error {
	st, err := t.Stat(dirfd, path, follow)
	if err != nil {
		return err
	}
	if mode&W_OK != 0 && st.Mode&0o222 == 0 && !st.IsDir() {
		return newPathError(EACCES, path)
	}
	return nil
}

func (t *osFiles) Getcwd() (string, error) {
	s, err := os.Getwd()
	return s, wrap(err)
}

func (t *osFiles) Chdir(path string) error { return wrapPath(os.Chdir(path), path) }
