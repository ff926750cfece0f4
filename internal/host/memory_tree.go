package host

import (
	"strings"
)

// memNode is a file, directory, symbolic link or pipe of the memory tree. Its
// fields are guarded by memFiles.mu.
type memNode struct {
	mode                uint32
	ino, nlink          uint64
	uid, gid            uint32
	atime, mtime, ctime Time
	data                []byte              // of a regular file
	target              string              // of a symbolic link
	children            map[string]*memNode // of a directory
	parent              *memNode            // of a directory; nil once removed
	opens               int                 // open descriptions
	pipe                *memPipe
}

func (n *memNode) isDir() bool { return n.mode&S_IFMT == S_IFDIR }

// The limits of Linux, which programs expect.
const (
	maxName  = 255
	maxPath  = 4096
	maxLinks = 40
)

func (m *memFiles) now() Time { return TimeOf(m.clock.Realtime()) }

func (m *memFiles) newNode(mode uint32) *memNode {
	m.lastIno++
	m.nodes++
	t := m.now()
	n := &memNode{mode: mode, ino: m.lastIno, nlink: 1, atime: t, mtime: t, ctime: t}
	if n.isDir() {
		n.children = map[string]*memNode{}
		n.nlink = 2
	}
	return n
}

// unlinked gives up a node that has no name and no descriptor left.
func (m *memFiles) unlinked(n *memNode) {
	if n.nlink == 0 && n.opens == 0 {
		m.used -= int64(len(n.data))
		m.nodes--
		n.data = nil
	}
}

// memPlace is where a path leads: a directory, the last name in it, and what
// stands under it, nil for nothing. Name is empty when the path ends in the
// directory itself ("/", "..", "a/.").
type memPlace struct {
	dir  *memNode
	name string
	node *memNode
}

// resolve walks a path. follow says what happens to a symbolic link at the
// end; one with a slash behind it is followed in any case. Errors are errno
// numbers, 0 for none.
func (m *memFiles) resolve(dirfd int, path string, follow bool) (memPlace, int) {
	switch {
	case path == "":
		return memPlace{}, ENOENT
	case len(path) >= maxPath:
		return memPlace{}, ENAMETOOLONG
	case hasNul(path):
		return memPlace{}, EINVAL
	}
	dir := m.cwd
	if path[0] == '/' {
		dir = m.root
	} else if dirfd != AtCwd {
		o, num := m.description(dirfd)
		if num != 0 {
			return memPlace{}, num
		}
		if !o.node.isDir() {
			return memPlace{}, ENOTDIR
		}
		dir = o.node
	}
	if dir.parent == nil {
		return memPlace{}, ENOENT // the directory has been removed
	}
	place := memPlace{dir: dir, node: dir}
	rest := path
	for hops := 0; ; {
		rest = strings.TrimLeft(rest, "/")
		if rest == "" {
			return place, 0
		}
		if place.node == nil {
			return memPlace{}, ENOENT
		}
		if !place.node.isDir() {
			return memPlace{}, ENOTDIR
		}
		dir = place.node
		name, more, slash := strings.Cut(rest, "/")
		rest = more
		switch {
		case len(name) > maxName:
			return memPlace{}, ENAMETOOLONG
		case name == ".":
			place = memPlace{dir: dir, node: dir}
		case name == "..":
			place = memPlace{dir: dir.parent, node: dir.parent}
		default:
			node := dir.children[name]
			place = memPlace{dir, name, node}
			if node != nil && node.mode&S_IFMT == S_IFLNK && (follow || slash) {
				if hops++; hops > maxLinks {
					return memPlace{}, ELOOP
				}
				if slash {
					rest = node.target + "/" + rest
				} else {
					rest = node.target
				}
				if len(rest) > maxPath*2 {
					return memPlace{}, ENAMETOOLONG
				}
				if node.target[0] == '/' {
					dir = m.root
				}
				place = memPlace{dir: dir, node: dir}
				continue
			}
			if slash && strings.TrimLeft(rest, "/") == "" && node != nil && !node.isDir() {
				return memPlace{}, ENOTDIR
			}
		}
	}
}

// existing resolves a path that must lead somewhere.
func (m *memFiles) existing(dirfd int, path string, follow bool) (*memNode, int) {
	p, num := m.resolve(dirfd, path, follow)
	if num == 0 && p.node == nil {
		num = ENOENT
	}
	return p.node, num
}

// link enters node under the place's name.
func (m *memFiles) link(p memPlace, node *memNode) {
	p.dir.children[p.name] = node
	t := m.now()
	p.dir.mtime, p.dir.ctime = t, t
	if node.isDir() {
		node.parent = p.dir
		p.dir.nlink++
	}
}

// unlink takes the place's name away, not the node.
func (m *memFiles) unlink(p memPlace) {
	delete(p.dir.children, p.name)
	t := m.now()
	p.dir.mtime, p.dir.ctime, p.node.ctime = t, t, t
	if p.node.isDir() {
		p.dir.nlink--
	}
}

func (m *memFiles) full() bool { return m.nodes >= m.maxFiles }

// create makes a new entry at a path whose place is free.
func (m *memFiles) create(dirfd int, path string, mode uint32, fill func(*memNode)) int {
	if mode&S_IFMT == S_IFDIR {
		path = trimSlashes(path)
	}
	p, num := m.resolve(dirfd, path, false)
	switch {
	case num != 0:
		return num
	case p.node != nil:
		return EEXIST
	case strings.HasSuffix(path, "/"):
		return ENOENT
	case m.full():
		return ENOSPC
	}
	n := m.newNode(mode)
	if fill != nil {
		fill(n)
	}
	m.link(p, n)
	return 0
}

func trimSlashes(path string) string {
	for len(path) > 1 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	return path
}

func (m *memFiles) Mkdir(dirfd int, path string, mode int) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	return numPath(m.create(dirfd, path, S_IFDIR|uint32(mode)&0o1777&^m.umask, nil), path)
}

func (m *memFiles) Symlink(target string, dirfd int, path string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	num := 0
	switch {
	case target == "":
		num = ENOENT
	case len(target) >= maxPath:
		num = ENAMETOOLONG
	case hasNul(target):
		num = EINVAL
	default:
		num = m.create(dirfd, path, S_IFLNK|0o777, func(n *memNode) { n.target = target })
	}
	return numPaths(num, target, path)
}

// numPath makes an error of an errno number, nil of 0.
func numPath(num int, path string) error {
	if num == 0 {
		return nil
	}
	return newPathError(num, path)
}

func numPaths(num int, path, path2 string) error {
	if num == 0 {
		return nil
	}
	e := newPathError(num, path)
	e.Path2 = path2
	return e
}

func numErr(num int) error {
	if num == 0 {
		return nil
	}
	return NewError(num)
}

func (m *memFiles) Rmdir(dirfd int, path string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	p, num := m.resolve(dirfd, trimSlashes(path), false)
	switch {
	case num != 0:
	case p.node == nil:
		num = ENOENT
	case !p.node.isDir():
		num = ENOTDIR
	case p.node == m.root:
		num = EBUSY
	case p.name == "":
		num = EINVAL
	case len(p.node.children) > 0:
		num = ENOTEMPTY
	default:
		m.unlink(p)
		p.node.nlink, p.node.parent = 0, nil
		m.unlinked(p.node)
	}
	return numPath(num, path)
}

func (m *memFiles) Unlink(dirfd int, path string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	p, num := m.resolve(dirfd, path, false)
	switch {
	case num != 0:
	case p.node == nil:
		num = ENOENT
	case p.node.isDir():
		num = EISDIR
	default:
		m.unlink(p)
		p.node.nlink--
		m.unlinked(p.node)
	}
	return numPath(num, path)
}

func (m *memFiles) Link(dirfd int, oldPath string, newDirfd int, newPath string, follow bool) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	node, num := m.existing(dirfd, oldPath, follow)
	var p memPlace
	if num == 0 {
		p, num = m.resolve(newDirfd, newPath, false)
	}
	switch {
	case num != 0:
	case node.isDir():
		num = EPERM
	case p.node != nil:
		num = EEXIST
	case strings.HasSuffix(newPath, "/"):
		num = ENOENT
	default:
		node.nlink++
		node.ctime = m.now()
		m.link(p, node)
	}
	return numPaths(num, oldPath, newPath)
}

func (m *memFiles) Rename(dirfd int, oldPath string, newDirfd int, newPath string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	return numPaths(m.rename(dirfd, oldPath, newDirfd, newPath), oldPath, newPath)
}

func (m *memFiles) rename(dirfd int, oldPath string, newDirfd int, newPath string) int {
	from, num := m.resolve(dirfd, trimSlashes(oldPath), false)
	if num != 0 {
		return num
	}
	to, num := m.resolve(newDirfd, trimSlashes(newPath), false)
	switch {
	case num != 0:
		return num
	case from.node == nil:
		return ENOENT
	case from.name == "" || to.name == "":
		return EBUSY
	case from.node == to.node:
		return 0
	case !from.node.isDir() && (strings.HasSuffix(oldPath, "/") || strings.HasSuffix(newPath, "/")):
		return ENOTDIR
	}
	if from.node.isDir() {
		for d := to.dir; ; d = d.parent {
			if d == from.node {
				return EINVAL // into itself
			}
			if d == m.root {
				break
			}
		}
	}
	if old := to.node; old != nil {
		switch {
		case from.node.isDir() && !old.isDir():
			return ENOTDIR
		case !from.node.isDir() && old.isDir():
			return EISDIR
		case len(old.children) > 0:
			return ENOTEMPTY
		}
		m.unlink(to)
		if old.nlink--; old.isDir() {
			old.nlink, old.parent = 0, nil
		}
		m.unlinked(old)
	}
	m.unlink(from)
	m.link(to, from.node)
	return 0
}

func (m *memFiles) Readlink(dirfd int, path string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, num := m.existing(dirfd, path, false)
	if num == 0 && n.mode&S_IFMT != S_IFLNK {
		num = EINVAL
	}
	if num != 0 {
		return "", newPathError(num, path)
	}
	return n.target, nil
}

func (m *memFiles) ReadDir(path string) ([]DirEntry, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, num := m.existing(AtCwd, path, true)
	if num == 0 && !n.isDir() {
		num = ENOTDIR
	}
	if num != 0 {
		return nil, newPathError(num, path)
	}
	return n.list(), nil
}

// list gives the entries in order of their names.
func (n *memNode) list() []DirEntry {
	names := make([]string, 0, len(n.children))
	for name := range n.children {
		names = append(names, name)
	}
	sortStrings(names)
	entries := make([]DirEntry, len(names))
	for i, name := range names {
		c := n.children[name]
		entries[i] = DirEntry{name, c.ino, uint8(c.mode >> 12 & 15)}
	}
	return entries
}

func (m *memFiles) Getcwd() (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var parts []string
	for d := m.cwd; d != m.root; d = d.parent {
		if d.parent == nil {
			return "", NewError(ENOENT)
		}
		for name, c := range d.parent.children {
			if c == d {
				parts = append(parts, name)
				break
			}
		}
	}
	var path strings.Builder
	for i := len(parts) - 1; i >= 0; i-- {
		path.WriteString("/" + parts[i])
	}
	if path.Len() == 0 {
		return "/", nil
	}
	return path.String(), nil
}

func (m *memFiles) Chdir(path string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, num := m.existing(AtCwd, path, true)
	if num == 0 && !n.isDir() {
		num = ENOTDIR
	}
	if num == 0 {
		m.cwd = n
	}
	return numPath(num, path)
}

func (m *memFiles) Fchdir(fd int) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.description(fd)
	if num == 0 && !o.node.isDir() {
		num = ENOTDIR
	}
	if num == 0 {
		m.cwd = o.node
	}
	return numErr(num)
}

func (m *memFiles) Stat(dirfd int, path string, follow bool) (Stat, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, num := m.existing(dirfd, path, follow)
	if num != 0 {
		return Stat{}, newPathError(num, path)
	}
	return n.stat(), nil
}

func (n *memNode) stat() Stat {
	size := int64(len(n.data))
	if n.mode&S_IFMT == S_IFLNK {
		size = int64(len(n.target))
	}
	return Stat{
		Mode: n.mode, Ino: n.ino, Dev: 1, Nlink: n.nlink, Uid: n.uid, Gid: n.gid, Size: size,
		Atime: n.atime, Mtime: n.mtime, Ctime: n.ctime, Blksize: 4096, Blocks: (size + 511) / 512,
	}
}

// change applies f to an existing node, found by path.
func (m *memFiles) change(dirfd int, path string, follow bool, f func(*memNode) int) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, num := m.existing(dirfd, path, follow)
	if num == 0 {
		num = f(n)
	}
	return numPath(num, path)
}

// changeFd applies f to a node, found by descriptor.
func (m *memFiles) changeFd(fd int, f func(*memNode) int) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.description(fd)
	if num == 0 {
		num = f(o.node)
	}
	return numErr(num)
}

func (m *memFiles) chmod(mode int) func(*memNode) int {
	return func(n *memNode) int {
		n.mode = n.mode&S_IFMT | uint32(mode)&0o7777
		n.ctime = m.now()
		return 0
	}
}

func (m *memFiles) chown(uid, gid int) func(*memNode) int {
	return func(n *memNode) int {
		if uid >= 0 {
			n.uid = uint32(uid)
		}
		if gid >= 0 {
			n.gid = uint32(gid)
		}
		n.ctime = m.now()
		return 0
	}
}

func (m *memFiles) utime(times *[2]Time) func(*memNode) int {
	return func(n *memNode) int {
		n.ctime = m.now()
		n.atime, n.mtime = n.ctime, n.ctime
		if times != nil {
			n.atime, n.mtime = times[0], times[1]
		}
		return 0
	}
}

func (m *memFiles) Chmod(dirfd int, path string, mode int, follow bool) error {
	return m.change(dirfd, path, follow, m.chmod(mode))
}

func (m *memFiles) Fchmod(fd, mode int) error { return m.changeFd(fd, m.chmod(mode)) }

func (m *memFiles) Chown(dirfd int, path string, uid, gid int, follow bool) error {
	return m.change(dirfd, path, follow, m.chown(uid, gid))
}

func (m *memFiles) Fchown(fd, uid, gid int) error { return m.changeFd(fd, m.chown(uid, gid)) }

func (m *memFiles) Utime(dirfd int, path string, times *[2]Time, follow bool) error {
	return m.change(dirfd, path, follow, m.utime(times))
}

func (m *memFiles) Futime(fd int, times *[2]Time) error { return m.changeFd(fd, m.utime(times)) }

func (m *memFiles) Truncate(path string, size int64) error {
	return m.change(AtCwd, path, true, func(n *memNode) int { return m.resize(n, size) })
}

// Access only looks whether a file has an execute bit at all.
func (m *memFiles) Access(dirfd int, path string, mode int, effective, follow bool) error {
	return m.change(dirfd, path, follow, func(n *memNode) int {
		if mode&X_OK != 0 && !n.isDir() && n.mode&0o111 == 0 {
			return EACCES
		}
		return 0
	})
}

func (m *memFiles) statvfs() Statvfs {
	const block = 4096
	total, free := uint64(m.maxBytes)/block, uint64(max(m.maxBytes-m.used, 0))/block
	files, ffree := uint64(m.maxFiles), uint64(max(m.maxFiles-m.nodes, 0))
	return Statvfs{Bsize: block, Frsize: block, Blocks: total, Bfree: free, Bavail: free, Files: files, Ffree: ffree, Favail: ffree, Namemax: maxName}
}

func (m *memFiles) Statvfs(path string) (st Statvfs, err error) {
	err = m.change(AtCwd, path, true, func(*memNode) int { st = m.statvfs(); return 0 })
	return st, err
}

func (m *memFiles) Fstatvfs(fd int) (st Statvfs, err error) {
	err = m.changeFd(fd, func(*memNode) int { st = m.statvfs(); return 0 })
	return st, err
}
