package host

import (
	"slices"
	"strings"
	"sync"
)

// Restrictions says what a Restricted host lets through.
type Restrictions struct {
	// ReadOnly and ReadWrite are directories whose trees may be read, and read
	// and written. They are absolute; where one lies inside another, the inner
	// one counts. Outside of them nothing exists that could be opened.
	ReadOnly, ReadWrite []string
	// Cwd is the working directory, which only exists inside this host. When
	// empty it is the first of ReadWrite, then of ReadOnly.
	Cwd string
	// Stdio lets descriptors 0, 1 and 2 through.
	Stdio bool
	// Env is a private copy of an environment.
	Env map[string]string
	// Args are the program's arguments.
	Args []string
	// Process lets starting, signalling and waiting for processes through, and
	// changes to this one. A program started so is not restricted.
	Process bool
	// Signals lets changing signal dispositions through.
	Signals bool
	// MaxOpen bounds open descriptors; 0 stands for 1024.
	MaxOpen int
	// Exit is called by Process.Exit, which returns if Exit does; when nil and
	// Process is set, the base's Exit is.
	Exit func(code int)
}

// Restricted lets a part of base through. Paths are resolved here, component by
// component, on open directories and never through a symbolic link that the
// base would follow by itself: a link that leads out of the permitted trees
// leads nowhere, even when somebody changes directories meanwhile. Descriptors
// are this host's own numbers, so no others of the process can be reached.
//
// Writing in a read-only tree gives EROFS, reaching outside EACCES.
func Restricted(base *Host, r Restrictions) (*Host, error) {
	f, err := newRestrictedFiles(base.Files, r)
	if err != nil {
		return nil, err
	}
	h := &Host{
		Files:    f,
		Mem:      restrictedMem{base.Mem, f},
		Env:      newMapEnv(r.Env),
		Process:  &restrictedProcess{Process: base.Process, files: f, r: r},
		Signals:  base.Signals,
		Clock:    base.Clock,
		Random:   base.Random,
		Terminal: restrictedTerminal{base: base.Terminal, files: f},
		Net:      deniedNet{},
	}
	if !r.Signals {
		h.Signals = deniedSignals{}
	}
	return h, nil
}

// deniedSignals refuses, where noSignals would say that there is no such call.
type deniedSignals struct{ noSignals }

func (deniedSignals) Set(int, Disposition, func(int)) error { return NewError(EPERM) }

// restrictedRoot is a permitted tree: its path without symbolic links.
type restrictedRoot struct {
	path     string
	writable bool
}

// realPath resolves every symbolic link of an absolute path through f.
func realPath(f Files, path string) (string, error) {
	done := "/"
	todo := strings.Split(path, "/")
	for hops := 0; len(todo) > 0; {
		name := todo[0]
		todo = todo[1:]
		switch name {
		case "", ".":
			continue
		case "..":
			done = parentDir(done)
			continue
		}
		next := joinPath(done, name)
		st, err := f.Stat(AtCwd, next, false)
		if err != nil {
			return "", err
		}
		if st.Mode&S_IFMT != S_IFLNK {
			done = next
			continue
		}
		if hops++; hops > maxLinks {
			return "", newPathError(ELOOP, path)
		}
		target, err := f.Readlink(AtCwd, next)
		if err != nil {
			return "", err
		}
		if strings.HasPrefix(target, "/") {
			done = "/"
		}
		todo = append(strings.Split(target, "/"), todo...)
	}
	return done, nil
}

func joinPath(dir, name string) string {
	if dir == "/" {
		return "/" + name
	}
	return dir + "/" + name
}

func newRestrictedFiles(base Files, r Restrictions) (*restrictedFiles, error) {
	f := &restrictedFiles{base: base, maxOpen: r.MaxOpen}
	if f.maxOpen == 0 {
		f.maxOpen = 1024
	}
	for i, list := range [][]string{r.ReadOnly, r.ReadWrite} {
		for _, dir := range list {
			if !strings.HasPrefix(dir, "/") {
				return nil, newPathError(EINVAL, dir)
			}
			real, err := realPath(base, dir)
			if err != nil {
				return nil, err
			}
			f.roots = append(f.roots, restrictedRoot{real, i == 1})
			// The name it was given by stays usable where it is another.
			if given := strings.TrimRight(dir, "/"); given != real && given != "" {
				f.aliases = append(f.aliases, [2]string{given, real})
			}
		}
	}
	// The longest match counts; of two equal ones, the writable.
	slices.SortStableFunc(f.roots, func(a, b restrictedRoot) int {
		if len(a.path) != len(b.path) {
			return len(b.path) - len(a.path)
		}
		if a.writable == b.writable {
			return 0
		} else if a.writable {
			return -1
		}
		return 1
	})
	f.table = make([]restrictedFd, 3)
	if r.Stdio {
		for fd := range f.table {
			f.table[fd] = restrictedFd{file: &restrictedFile{fd: fd, refs: 1, keep: true}, inheritable: true}
		}
	}
	f.cwd = "/"
	for _, list := range [][]string{{r.Cwd}, r.ReadWrite, r.ReadOnly} {
		if len(list) > 0 && list[0] != "" {
			if err := f.Chdir(list[0]); err != nil {
				return nil, err
			}
			break
		}
	}
	return f, nil
}

// restrictedFiles has a table of its own descriptors; mu guards it and cwd.
type restrictedFiles struct {
	noFiles
	base    Files
	roots   []restrictedRoot // longest path first
	aliases [][2]string
	maxOpen int

	mu    sync.Mutex
	table []restrictedFd
	cwd   string
}

type restrictedFd struct {
	file        *restrictedFile // nil for a free number
	inheritable bool
}

// restrictedFile is a descriptor of the base. Calls in progress hold a
// reference as well, so that its number is not reused under them.
type restrictedFile struct {
	fd       int
	refs     int    // guarded by restrictedFiles.mu
	path     string // of a directory
	isDir    bool
	readonly bool // in a read-only tree: nothing about it may be changed
	keep     bool // not ours to close
}

func (f *restrictedFiles) get(fd int) (*restrictedFile, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if fd < 0 || fd >= len(f.table) || f.table[fd].file == nil {
		return nil, NewError(EBADF)
	}
	file := f.table[fd].file
	file.refs++
	return file, nil
}

func (f *restrictedFiles) release(file *restrictedFile) error {
	f.mu.Lock()
	file.refs--
	last := file.refs == 0 && !file.keep
	f.mu.Unlock()
	if last {
		return f.base.Close(file.fd)
	}
	return nil
}

// insert gives a base descriptor a number here, or closes it.
func (f *restrictedFiles) insert(file *restrictedFile, inheritable bool) (int, error) {
	f.mu.Lock()
	file.refs++
	for fd := range f.table {
		if f.table[fd].file == nil {
			f.table[fd] = restrictedFd{file, inheritable}
			f.mu.Unlock()
			return fd, nil
		}
	}
	if len(f.table) < f.maxOpen {
		f.table = append(f.table, restrictedFd{file, inheritable})
		fd := len(f.table) - 1
		f.mu.Unlock()
		return fd, nil
	}
	f.mu.Unlock()
	if err := f.release(file); err != nil {
		return -1, err
	}
	return -1, NewError(EMFILE)
}

// root gives the tree that a real path belongs to.
func (f *restrictedFiles) root(path string) (restrictedRoot, bool) {
	for _, r := range f.roots {
		if r.path == "/" || path == r.path || strings.HasPrefix(path, r.path) && path[len(r.path)] == '/' {
			return r, true
		}
	}
	return restrictedRoot{}, false
}

// restrictedPlace is where a path leads: a name in an open directory, or the
// directory itself, then name is ".". Close it when done.
type restrictedPlace struct {
	f        *restrictedFiles
	fd       int    // of the base
	opened   bool   // fd is to be closed
	name     string // no slash in it
	path     string // the real path of the whole
	readonly bool
}

func (p *restrictedPlace) close() {
	if p.opened {
		// A directory that was only passed through has nothing to lose.
		_ = p.f.base.Close(p.fd)
	}
}

// absolute makes a path start at the root.
func (f *restrictedFiles) absolute(dirfd int, path string) (string, error) {
	switch {
	case path == "":
		return "", NewError(ENOENT)
	case len(path) >= maxPath:
		return "", NewError(ENAMETOOLONG)
	case hasNul(path):
		return "", NewError(EINVAL)
	}
	if path[0] == '/' {
		for _, a := range f.aliases {
			if path == a[0] || strings.HasPrefix(path, a[0]) && path[len(a[0])] == '/' {
				return a[1] + path[len(a[0]):], nil
			}
		}
		return path, nil
	}
	if dirfd == AtCwd {
		f.mu.Lock()
		defer f.mu.Unlock()
		return joinPath(f.cwd, path), nil
	}
	file, err := f.get(dirfd)
	if err != nil {
		return "", err
	}
	defer f.release(file)
	if !file.isDir {
		return "", NewError(ENOTDIR)
	}
	return joinPath(file.path, path), nil
}

// resolve walks a path with open directories. follow says what happens to a
// symbolic link at the end. The last name need not exist.
func (f *restrictedFiles) resolve(dirfd int, path string, follow bool) (restrictedPlace, error) {
	abs, err := f.absolute(dirfd, path)
	if err != nil {
		return restrictedPlace{}, err
	}
	w := walker{f: f}
	defer w.closeAll()
	todo := strings.Split(abs, "/")
	if strings.HasSuffix(abs, "/") {
		todo[len(todo)-1] = "." // what has a slash behind it must be a directory
	}
	for hops := 0; len(todo) > 0; {
		name := todo[0]
		todo = todo[1:]
		switch name {
		case "", ".":
			continue
		case "..":
			w.up()
			continue
		}
		dir, inside, err := w.dir()
		if err != nil {
			return restrictedPlace{}, err
		}
		if !inside {
			// On the way to a tree: names only, nothing is looked at.
			w.names = append(w.names, name)
			w.fds = append(w.fds, -1)
			continue
		}
		if len(name) > maxName {
			return restrictedPlace{}, NewError(ENAMETOOLONG)
		}
		last := len(todo) == 0
		if last && !follow {
			return w.place(name), nil
		}
		st, err := f.base.Stat(dir, name, false)
		if err != nil {
			if last && Errno(err) == ENOENT {
				return w.place(name), nil
			}
			return restrictedPlace{}, err
		}
		if st.Mode&S_IFMT == S_IFLNK {
			if hops++; hops > maxLinks {
				return restrictedPlace{}, NewError(ELOOP)
			}
			target, err := f.base.Readlink(dir, name)
			if err != nil {
				return restrictedPlace{}, err
			}
			parts := strings.Split(target, "/")
			if strings.HasPrefix(target, "/") {
				w.reset()
			}
			if strings.HasSuffix(target, "/") {
				parts[len(parts)-1] = "."
			}
			if todo = append(parts, todo...); len(todo) > maxPath {
				return restrictedPlace{}, NewError(ENAMETOOLONG)
			}
			continue
		}
		if last {
			return w.place(name), nil
		}
		fd, err := f.base.Open(dir, name, oSearch|O_DIRECTORY|O_NOFOLLOW, 0)
		if err != nil {
			return restrictedPlace{}, err
		}
		w.names = append(w.names, name)
		w.fds = append(w.fds, fd)
	}
	if _, inside, err := w.dir(); err != nil {
		return restrictedPlace{}, err
	} else if !inside {
		return restrictedPlace{}, NewError(EACCES)
	}
	return w.place("."), nil
}

// walker is the chain of directories passed on the way: names and, inside a
// permitted tree, open descriptors (-1 outside).
type walker struct {
	f       *restrictedFiles
	names   []string
	fds     []int
	rootFd  int // of "/" itself, when that is a permitted tree
	hasRoot bool
}

func (w *walker) path() string {
	if len(w.names) == 0 {
		return "/"
	}
	return "/" + strings.Join(w.names, "/")
}

func (w *walker) up() {
	n := len(w.names) - 1
	if n < 0 {
		return // "/.." is "/"
	}
	if fd := w.fds[n]; fd >= 0 {
		_ = w.f.base.Close(fd) // only passed through
	}
	w.names, w.fds = w.names[:n], w.fds[:n]
}

func (w *walker) reset() {
	for len(w.names) > 0 {
		w.up()
	}
}

func (w *walker) closeAll() {
	w.reset()
	if w.hasRoot {
		_ = w.f.base.Close(w.rootFd)
	}
}

// dir gives the descriptor of the directory reached, opening it when it is the
// top of a permitted tree.
func (w *walker) dir() (fd int, inside bool, err error) {
	path := w.path()
	if _, ok := w.f.root(path); !ok {
		return -1, false, nil
	}
	n := len(w.names) - 1
	if n >= 0 && w.fds[n] >= 0 {
		return w.fds[n], true, nil
	}
	if n < 0 && w.hasRoot {
		return w.rootFd, true, nil
	}
	fd, err = w.f.base.Open(AtCwd, path, oSearch|O_DIRECTORY|O_NOFOLLOW, 0)
	if err != nil {
		return -1, false, err
	}
	if n < 0 {
		w.rootFd, w.hasRoot = fd, true
	} else {
		w.fds[n] = fd
	}
	return fd, true, nil
}

// place takes the last directory out of the chain.
func (w *walker) place(name string) restrictedPlace {
	p := restrictedPlace{f: w.f, opened: true, name: name, path: w.path()}
	if n := len(w.names) - 1; n >= 0 {
		p.fd = w.fds[n]
		w.fds[n] = -1
	} else {
		p.fd, w.hasRoot = w.rootFd, false
	}
	if name != "." {
		p.path = joinPath(p.path, name)
	}
	r, ok := w.f.root(p.path)
	p.readonly = !ok || !r.writable
	return p
}
