package host

import (
	"io"
	"strings"
	"sync"
	"time"
)

// memFiles is a tree in memory and a table of descriptors. One lock guards
// both; waiting for pipes uses its condition variable.
type memFiles struct {
	noFiles
	clock    Clock
	maxBytes int64
	maxFiles int

	mu      sync.Mutex
	changed *sync.Cond // a pipe or a waker changed
	root    *memNode
	cwd     *memNode
	fds     []memFd
	lastIno uint64
	nodes   int
	used    int64 // bytes in regular files
	umask   uint32
}

type memFd struct {
	open        *memOpen // nil for a free number
	inheritable bool
}

// memOpen is an open file description, shared by duplicated descriptors.
type memOpen struct {
	node  *memNode
	flags int
	pos   int64
	refs  int
	in    io.Reader // standard input
	out   io.Writer // standard output and error
}

const pipeSize = 64 << 10

// memPipe is a pipe's buffer and the number of its open ends.
type memPipe struct {
	buf              []byte
	readers, writers int
}

func (o *memOpen) canRead() bool  { return o.flags&O_ACCMODE != O_WRONLY }
func (o *memOpen) canWrite() bool { return o.flags&O_ACCMODE != O_RDONLY }

func (m *memFiles) description(fd int) (*memOpen, int) {
	if fd < 0 || fd >= len(m.fds) || m.fds[fd].open == nil {
		return nil, EBADF
	}
	return m.fds[fd].open, 0
}

// newFd gives o the lowest free descriptor from min on.
func (m *memFiles) newFd(o *memOpen, inheritable bool) (int, int) {
	o.refs++
	for fd := range m.fds {
		if m.fds[fd].open == nil {
			m.fds[fd] = memFd{o, inheritable}
			return fd, 0
		}
	}
	if len(m.fds) >= m.maxFiles {
		o.refs--
		return -1, EMFILE
	}
	m.fds = append(m.fds, memFd{o, inheritable})
	return len(m.fds) - 1, 0
}

func (m *memFiles) Open(dirfd int, path string, flags, mode int) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	node, num := m.openNode(dirfd, path, flags, mode)
	if num != 0 {
		return -1, newPathError(num, path)
	}
	o := &memOpen{node: node, flags: flags}
	fd, num := m.newFd(o, false)
	if num != 0 {
		return -1, newPathError(num, path)
	}
	node.opens++
	return fd, nil
}

func (m *memFiles) openNode(dirfd int, path string, flags, mode int) (*memNode, int) {
	exclusive := flags&(O_CREAT|O_EXCL) == O_CREAT|O_EXCL
	p, num := m.resolve(dirfd, path, flags&O_NOFOLLOW == 0 && !exclusive)
	if num != 0 {
		return nil, num
	}
	n := p.node
	if n == nil {
		switch {
		case flags&O_CREAT == 0:
			return nil, ENOENT
		case strings.HasSuffix(path, "/"):
			return nil, EISDIR
		case m.full():
			return nil, ENOSPC
		}
		n = m.newNode(S_IFREG | uint32(mode)&0o7777&^m.umask)
		m.link(p, n)
		return n, 0
	}
	write := flags&O_ACCMODE != O_RDONLY
	switch {
	case exclusive:
		return nil, EEXIST
	case n.mode&S_IFMT == S_IFLNK:
		return nil, ELOOP
	case n.isDir() && (write || flags&(O_CREAT|O_TRUNC) != 0):
		return nil, EISDIR
	case !n.isDir() && flags&O_DIRECTORY != 0:
		return nil, ENOTDIR
	}
	if flags&O_TRUNC != 0 {
		return n, m.resize(n, 0)
	}
	return n, 0
}

// resize sets a regular file's length.
func (m *memFiles) resize(n *memNode, size int64) int {
	switch {
	case n.isDir():
		return EISDIR
	case n.mode&S_IFMT != S_IFREG || size < 0:
		return EINVAL
	case m.used+size-int64(len(n.data)) > m.maxBytes:
		return ENOSPC
	}
	m.used += size - int64(len(n.data))
	if size <= int64(len(n.data)) {
		clear(n.data[size:])
		n.data = n.data[:size]
	} else if size <= int64(cap(n.data)) {
		n.data = n.data[:size]
	} else {
		// Some room beyond, so that appending stays cheap.
		grown := make([]byte, size, size+min(size/4, m.maxBytes-m.used))
		copy(grown, n.data)
		n.data = grown
	}
	n.mtime = m.now()
	n.ctime = n.mtime
	return 0
}

func (m *memFiles) Read(fd int, p []byte) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.description(fd)
	switch {
	case num != 0:
		return 0, NewError(num)
	case !o.canRead():
		return 0, NewError(EBADF)
	case o.node.isDir():
		return 0, NewError(EISDIR)
	case o.in != nil:
		m.mu.Unlock()
		n, err := o.in.Read(p)
		m.mu.Lock()
		if err != nil && err != io.EOF && n == 0 {
			return 0, NewError(EIO)
		}
		return n, nil
	case o.node.pipe != nil:
		return m.readPipe(o, p)
	}
	n := readAt(o.node.data, p, o.pos)
	o.pos += int64(n)
	o.node.atime = m.now()
	return n, nil
}

func readAt(data, p []byte, off int64) int {
	if off >= int64(len(data)) {
		return 0
	}
	return copy(p, data[off:])
}

// readPipe waits with the lock given up.
func (m *memFiles) readPipe(o *memOpen, p []byte) (int, error) {
	pipe := o.node.pipe
	for len(pipe.buf) == 0 && len(p) > 0 {
		if pipe.writers == 0 {
			return 0, nil
		}
		if o.flags&O_NONBLOCK != 0 {
			return 0, NewError(EAGAIN)
		}
		m.changed.Wait()
	}
	n := copy(p, pipe.buf)
	pipe.buf = append(pipe.buf[:0], pipe.buf[n:]...)
	m.changed.Broadcast()
	return n, nil
}

func (m *memFiles) Write(fd int, p []byte) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.description(fd)
	switch {
	case num != 0:
		return 0, NewError(num)
	case !o.canWrite():
		return 0, NewError(EBADF)
	case o.out != nil:
		m.mu.Unlock()
		n, err := o.out.Write(p)
		m.mu.Lock()
		if err != nil && n == 0 {
			return 0, NewError(EIO)
		}
		return n, nil
	case o.node.pipe != nil:
		return m.writePipe(o, p)
	}
	if o.flags&O_APPEND != 0 {
		o.pos = int64(len(o.node.data))
	}
	n, num := m.writeAt(o.node, p, o.pos)
	o.pos += int64(n)
	return n, numErr(num)
}

func (m *memFiles) writeAt(n *memNode, p []byte, off int64) (int, int) {
	if len(p) == 0 {
		return 0, 0
	}
	if off < 0 || off > m.maxBytes {
		return 0, EFBIG
	}
	if end := off + int64(len(p)); end > int64(len(n.data)) {
		if num := m.resize(n, end); num != 0 {
			return 0, num
		}
	}
	n.mtime = m.now()
	n.ctime = n.mtime
	return copy(n.data[off:], p), 0
}

// writePipe writes all of p, except without blocking, when it writes what
// fits. Small writes are not split.
func (m *memFiles) writePipe(o *memOpen, p []byte) (int, error) {
	pipe := o.node.pipe
	done := 0
	for {
		if pipe.readers == 0 {
			return done, NewError(EPIPE)
		}
		room := pipeSize - len(pipe.buf)
		if len(p) <= maxPath && room < len(p) {
			room = 0
		}
		n := min(room, len(p))
		pipe.buf = append(pipe.buf, p[:n]...)
		p = p[n:]
		done += n
		if n > 0 {
			m.changed.Broadcast()
		}
		if len(p) == 0 {
			return done, nil
		}
		if o.flags&O_NONBLOCK != 0 {
			if done > 0 {
				return done, nil
			}
			return 0, NewError(EAGAIN)
		}
		m.changed.Wait()
	}
}

// regular gives the description of a file with positions.
func (m *memFiles) regular(fd int) (*memOpen, int) {
	o, num := m.description(fd)
	if num == 0 && o.node.mode&S_IFMT != S_IFREG && !o.node.isDir() {
		num = ESPIPE
	}
	return o, num
}

func (m *memFiles) Pread(fd int, p []byte, off int64) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.regular(fd)
	switch {
	case num != 0:
	case off < 0:
		num = EINVAL
	case !o.canRead():
		num = EBADF
	case o.node.isDir():
		num = EISDIR
	default:
		return readAt(o.node.data, p, off), nil
	}
	return 0, NewError(num)
}

func (m *memFiles) Pwrite(fd int, p []byte, off int64) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.regular(fd)
	switch {
	case num != 0:
	case off < 0:
		num = EINVAL
	case !o.canWrite():
		num = EBADF
	default:
		n, num := m.writeAt(o.node, p, off)
		return n, numErr(num)
	}
	return 0, NewError(num)
}

func (m *memFiles) Seek(fd int, off int64, whence int) (int64, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.regular(fd)
	if num != 0 {
		return 0, NewError(num)
	}
	switch whence {
	case SEEK_SET:
	case SEEK_CUR:
		off += o.pos
	case SEEK_END:
		off += int64(len(o.node.data))
	default:
		return 0, NewError(EINVAL)
	}
	if off < 0 {
		return 0, NewError(EINVAL)
	}
	o.pos = off
	return off, nil
}

func (m *memFiles) Close(fd int) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.description(fd)
	if num != 0 {
		return NewError(num)
	}
	m.fds[fd] = memFd{}
	m.drop(o)
	return nil
}

// drop ends one descriptor's hold on a description.
func (m *memFiles) drop(o *memOpen) {
	if o.refs--; o.refs > 0 {
		return
	}
	n := o.node
	n.opens--
	if pipe := n.pipe; pipe != nil {
		if o.canRead() {
			pipe.readers--
		}
		if o.canWrite() {
			pipe.writers--
		}
		m.changed.Broadcast()
	}
	m.unlinked(n)
}

func (m *memFiles) Dup(fd int, inheritable bool) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.description(fd)
	if num == 0 {
		fd, num = m.newFd(o, inheritable)
	}
	if num != 0 {
		return -1, NewError(num)
	}
	return fd, nil
}

func (m *memFiles) Dup2(fd, fd2 int, inheritable bool) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.description(fd)
	switch {
	case num != 0:
		return NewError(num)
	case fd == fd2:
		return nil
	case fd2 < 0 || fd2 >= m.maxFiles:
		return NewError(EBADF)
	}
	for len(m.fds) <= fd2 {
		m.fds = append(m.fds, memFd{})
	}
	old := m.fds[fd2].open
	o.refs++
	m.fds[fd2] = memFd{o, inheritable}
	if old != nil {
		m.drop(old)
	}
	return nil
}

func (m *memFiles) Fstat(fd int) (Stat, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.description(fd)
	if num != 0 {
		return Stat{}, NewError(num)
	}
	return o.node.stat(), nil
}

func (m *memFiles) Ftruncate(fd int, size int64) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.description(fd)
	if num == 0 && !o.canWrite() {
		num = EINVAL
	}
	if num == 0 {
		num = m.resize(o.node, size)
	}
	return numErr(num)
}

func (m *memFiles) Fallocate(fd int, off, size int64) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.regular(fd)
	switch {
	case num != 0:
	case !o.canWrite():
		num = EBADF
	case off < 0 || size <= 0:
		num = EINVAL
	case size > m.maxBytes-off:
		num = ENOSPC
	case off+size > int64(len(o.node.data)):
		num = m.resize(o.node, off+size)
	}
	return numErr(num)
}

// exists checks a descriptor for calls that have nothing else to do.
func (m *memFiles) exists(fd int) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	_, num := m.description(fd)
	return numErr(num)
}

func (m *memFiles) Fsync(fd int) error { return m.exists(fd) }

func (m *memFiles) Fdatasync(fd int) error { return m.exists(fd) }

func (m *memFiles) Fadvise(fd int, off, size int64, advice int) error { return m.exists(fd) }

func (m *memFiles) Sync() error { return nil }

func (m *memFiles) Pipe(flags int) (int, int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.full() {
		return -1, -1, NewError(ENFILE)
	}
	n := m.newNode(S_IFIFO | 0o600)
	n.pipe = &memPipe{readers: 1, writers: 1}
	n.nlink, n.opens = 0, 2
	r, num := m.newFd(&memOpen{node: n, flags: flags&O_NONBLOCK | O_RDONLY}, flags&O_CLOEXEC == 0)
	if num == 0 {
		var w int
		if w, num = m.newFd(&memOpen{node: n, flags: flags&O_NONBLOCK | O_WRONLY}, flags&O_CLOEXEC == 0); num == 0 {
			return r, w, nil
		}
		m.fds[r] = memFd{}
	}
	n.opens = 0
	m.unlinked(n)
	return -1, -1, NewError(num)
}

func (m *memFiles) Inheritable(fd int) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, num := m.description(fd); num != 0 {
		return false, NewError(num)
	}
	return m.fds[fd].inheritable, nil
}

func (m *memFiles) SetInheritable(fd int, inheritable bool) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, num := m.description(fd); num != 0 {
		return NewError(num)
	}
	m.fds[fd].inheritable = inheritable
	return nil
}

func (m *memFiles) Blocking(fd int) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.description(fd)
	if num != 0 {
		return false, NewError(num)
	}
	return o.flags&O_NONBLOCK == 0, nil
}

func (m *memFiles) SetBlocking(fd int, blocking bool) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.description(fd)
	if num != 0 {
		return NewError(num)
	}
	o.flags |= O_NONBLOCK
	if blocking {
		o.flags &^= O_NONBLOCK
	}
	return nil
}

func (m *memFiles) ReadDirFd(fd int) ([]DirEntry, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, num := m.description(fd)
	if num == 0 && !o.node.isDir() {
		num = ENOTDIR
	}
	if num != 0 {
		return nil, NewError(num)
	}
	return o.node.list(), nil
}

// memWaker is woken until a Poll has seen it.
type memWaker struct {
	m     *memFiles
	woken bool
}

func (m *memFiles) NewWaker() (Waker, error) { return &memWaker{m: m}, nil }

func (w *memWaker) Wake() {
	w.m.mu.Lock()
	defer w.m.mu.Unlock()
	w.woken = true
	w.m.changed.Broadcast()
}

func (w *memWaker) Close() error { return nil }

// Poll measures its timeout in real time, because it waits for other
// goroutines.
func (m *memFiles) Poll(fds []PollFd, timeout time.Duration, w Waker) (int, error) {
	waker, _ := w.(*memWaker)
	expired := false
	if timeout > 0 {
		t := time.AfterFunc(timeout, func() {
			m.mu.Lock()
			defer m.mu.Unlock()
			expired = true
			m.changed.Broadcast()
		})
		defer t.Stop()
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for {
		ready := 0
		for i := range fds {
			if fds[i].Revents = m.readiness(fds[i].Fd, fds[i].Events); fds[i].Revents != 0 {
				ready++
			}
		}
		switch {
		case waker != nil && waker.woken:
			waker.woken = false
			if ready == 0 {
				return 0, NewError(EINTR)
			}
			return ready, nil
		case ready > 0 || timeout == 0 || expired:
			return ready, nil
		}
		m.changed.Wait()
	}
}

func (m *memFiles) readiness(fd int, events int16) int16 {
	if fd < 0 {
		return 0
	}
	o, num := m.description(fd)
	if num != 0 {
		return POLLNVAL
	}
	got := events & (POLLIN | POLLOUT)
	if pipe := o.node.pipe; pipe != nil {
		got = 0
		if o.canRead() {
			if len(pipe.buf) > 0 {
				got |= events & POLLIN
			}
			if pipe.writers == 0 {
				got |= POLLHUP
			}
		}
		if o.canWrite() {
			if len(pipe.buf) < pipeSize {
				got |= events & POLLOUT
			}
			if pipe.readers == 0 {
				got |= POLLERR
			}
		}
	}
	return got
}
