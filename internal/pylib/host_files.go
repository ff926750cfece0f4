package pylib

import (
	"path"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
)

// Serve returns files in which the library can be read, tested and listed as if
// it lay in the directory dir of the file program, where its modules say that
// they are: programs open os.__file__, list the directory of a package, read
// data files beside it. Nothing there can be written, and its directories have
// no descriptors. All that exists comes first.
func (l *Library) Serve(base host.Files, program, dir string) host.Files {
	return &servedFiles{Files: base, lib: l, program: program, dir: dir}
}

type servedFiles struct {
	host.Files
	lib          *Library
	program, dir string
}

// name gives the library's name for a path for which the system had the error
// err: nothing lies below a file.
func (f *servedFiles) name(err error, file string) (string, bool) {
	if host.Errno(err) != host.ENOTDIR || !strings.HasPrefix(file, f.program) {
		return "", false
	}
	rest, ok := strings.CutPrefix(path.Clean(file), f.dir)
	if !ok || rest != "" && rest[0] != '/' {
		return "", false
	}
	return strings.TrimPrefix(rest, "/"), true
}

func (f *servedFiles) Open(dirfd int, file string, flags, mode int) (int, error) {
	fd, err := f.Files.Open(dirfd, file, flags, mode)
	if err == nil {
		return fd, nil
	}
	name, ok := f.name(err, file)
	if !ok {
		return fd, err
	}
	if flags&(host.O_ACCMODE|host.O_CREAT|host.O_TRUNC) != host.O_RDONLY {
		return fd, host.NewError(host.EROFS)
	}
	src, ok := f.lib.Source(name)
	if !ok {
		return -1, f.absent(name, err)
	}
	return f.copy(src, name)
}

// copy makes a file of the bytes that has no name.
func (f *servedFiles) copy(src []byte, name string) (int, error) {
	const closeOnExec = 1
	fd, err := f.Files.MemFile(path.Base(name), closeOnExec)
	if err != nil {
		return -1, err
	}
	for at := 0; at < len(src); {
		n, err := f.Files.Pwrite(fd, src[at:], int64(at))
		if err != nil {
			_ = f.Files.Close(fd) // the first error counts
			return -1, err
		}
		at += n
	}
	return fd, nil
}

// absent is the error for a name, which had the error err: only below a
// directory there can be nothing.
func (f *servedFiles) absent(name string, err error) error {
	switch {
	case f.lib.IsDir(name):
		return host.NewError(host.EISDIR)
	case f.lib.Exists(path.Dir(name)):
		return err
	}
	return host.NewError(host.ENOENT)
}

func (f *servedFiles) Stat(dirfd int, file string, follow bool) (host.Stat, error) {
	st, err := f.Files.Stat(dirfd, file, follow)
	if err == nil {
		return st, nil
	}
	name, ok := f.name(err, file)
	if !ok {
		return st, err
	}
	size, isFile := f.lib.Size(name)
	isDir := !isFile && f.lib.IsDir(name)
	if !isFile && !isDir {
		return st, f.absent(name, err)
	}
	own, perr := f.Files.Stat(host.AtCwd, f.program, true)
	if perr != nil {
		return st, err
	}
	own.Size, own.Nlink = int64(size), 1
	own.Blocks = (own.Size + 511) / 512
	own.Mode = 0o100444
	if isDir {
		own.Mode, own.Nlink = 0o040555, 2
	}
	// Two files are the same when their numbers are.
	own.Ino = inode(name)
	return own, nil
}

// inode gives every name a number of its own (FNV-1a).
func inode(name string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(name) {
		h = (h ^ uint64(name[i])) * 1099511628211
	}
	return h | 1<<63
}

func (f *servedFiles) ReadDir(dir string) ([]host.DirEntry, error) {
	list, err := f.Files.ReadDir(dir)
	if err == nil {
		return list, nil
	}
	name, ok := f.name(err, dir)
	if !ok || f.lib.Exists(name) {
		return list, err
	}
	if !f.lib.IsDir(name) {
		return list, f.absent(name, err)
	}
	const dtDir, dtReg = 4, 8
	for _, e := range f.lib.List(name) {
		entry := host.DirEntry{Name: e.Name, Ino: inode(path.Join(name, e.Name)), Type: dtReg}
		if e.IsDir {
			entry.Type = dtDir
		}
		list = append(list, entry)
	}
	return list, nil
}

func (f *servedFiles) Access(dirfd int, file string, mode int, effective, follow bool) error {
	err := f.Files.Access(dirfd, file, mode, effective, follow)
	if err == nil {
		return nil
	}
	name, ok := f.name(err, file)
	switch {
	case !ok:
		return err
	case !f.lib.Exists(name) && !f.lib.IsDir(name):
		return f.absent(name, err)
	case mode&host.W_OK != 0:
		return host.NewError(host.EROFS)
	case mode&host.X_OK != 0 && f.lib.Exists(name):
		return host.NewError(host.EACCES)
	}
	return nil
}

// Readlink says of names in the library that they are no links.
func (f *servedFiles) Readlink(dirfd int, file string) (string, error) {
	target, err := f.Files.Readlink(dirfd, file)
	if err == nil {
		return target, nil
	}
	if name, ok := f.name(err, file); ok {
		if f.lib.Exists(name) || f.lib.IsDir(name) {
			return target, host.NewError(host.EINVAL)
		}
		return target, f.absent(name, err)
	}
	return target, err
}

// Listxattr and Getxattr say of names in the library that they have no extended
// attributes.
func (f *servedFiles) Listxattr(file string, follow bool) ([]string, error) {
	list, err := f.Files.Listxattr(file, follow)
	if err == nil {
		return list, nil
	}
	if name, ok := f.name(err, file); ok {
		if f.lib.Exists(name) || f.lib.IsDir(name) {
			return nil, nil
		}
		err = f.absent(name, err)
	}
	return list, err
}

func (f *servedFiles) Getxattr(file, attr string, follow bool) ([]byte, error) {
	value, err := f.Files.Getxattr(file, attr, follow)
	if err == nil {
		return value, nil
	}
	if name, ok := f.name(err, file); ok {
		if f.lib.Exists(name) || f.lib.IsDir(name) {
			return nil, host.NewError(host.ENODATA)
		}
		err = f.absent(name, err)
	}
	return value, err
}

// TryFIFO and HasWriter are the host's, if it has them.
func (f *servedFiles) TryFIFO(dirfd int, file string, flags, mode int) (fd int, ok bool, err error) {
	if base, has := f.Files.(host.FIFOs); has {
		return base.TryFIFO(dirfd, file, flags, mode)
	}
	return -1, false, nil
}

func (f *servedFiles) HasWriter(fd int) (bool, error) {
	if base, has := f.Files.(host.FIFOs); has {
		return base.HasWriter(fd)
	}
	return true, nil
}
