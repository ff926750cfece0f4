// Package socket is the native module _socket.
package socket

import (
	"fmt"
	"sync/atomic"
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// socket is a socket object. Its descriptor is taken out atomically when it is
// closed; timeout is in nanoseconds, negative for none.
type socket struct {
	py.Header
	fd                  atomic.Int64
	timeout             atomic.Int64
	family, kind, proto int
	accepting           py.Mutex // see socketAccept
}

var (
	socketType = new(py.Type)
	gaiError   = new(py.Type)
	hError     = new(py.Type)
)

func of(v py.Value) *socket { return (*socket)(v.Ptr()) }

func (s *socket) desc() int { return int(s.fd.Load()) }

func netOf(t *py.Thread) host.Net { return t.Interp().Host().Net }

// defaults is what the module keeps in an interpreter: the timeout of new
// sockets.
type defaults struct{ timeout atomic.Int64 }

func defaultsOf(t *py.Thread) *defaults {
	return t.Interp().State("_socket", func() any {
		d := &defaults{}
		d.timeout.Store(-1)
		return d
	}).(*defaults)
}

func alloc(t *py.Thread, cls *py.Type) *socket {
	s := py.AllocFor[socket](t, cls)
	s.fd.Store(-1)
	s.timeout.Store(-1)
	return s
}

// newSocket wraps a descriptor.
func newSocket(t *py.Thread, fd, family, kind, proto int) (*socket, *py.Exc) {
	s := alloc(t, socketType)
	return s, s.adopt(t, fd, family, kind, proto)
}

// adopt takes a descriptor over, with the default timeout.
func (s *socket) adopt(t *py.Thread, fd, family, kind, proto int) *py.Exc {
	s.family, s.kind, s.proto = family, kind&^host.TypeFlags, proto
	s.fd.Store(int64(fd))
	timeout := defaultsOf(t).timeout.Load()
	if kind&host.TypeFlags&^int(host.O_CLOEXEC) != 0 {
		s.timeout.Store(0) // SOCK_NONBLOCK
		return nil
	}
	s.timeout.Store(timeout)
	if timeout >= 0 {
		if err := t.Interp().Host().Files.SetBlocking(fd, false); err != nil {
			return t.OSErr(err)
		}
	}
	return nil
}

var initSig = py.ParseSignature("family=-1, type=-1, proto=-1, fileno=None")

func socketInit(t *py.Thread, self py.Value, args py.Args) *py.Exc {
	var a [4]py.Value
	if err := initSig.Bind(t, "socket", args, a[:]); err != nil {
		return err
	}
	n := [3]int{-1, -1, -1}
	for i := range n {
		if !a[i].IsNil() {
			var err *py.Exc
			if n[i], err = t.CInt(a[i]); err != nil {
				return err
			}
		}
	}
	s := of(self)
	nw := netOf(t)
	if a[3].IsNil() || a[3].IsNone() {
		for i, def := range [3]int{host.AF_INET, host.SOCK_STREAM, 0} {
			if n[i] == -1 {
				n[i] = def
			}
		}
		fd, err := nw.Socket(n[0], n[1], n[2])
		if err != nil {
			return t.OSErr(err)
		}
		return s.adopt(t, fd, n[0], n[1], n[2])
	}
	fd, exc := t.CInt(a[3])
	if exc != nil {
		return exc
	}
	if fd < 0 {
		return t.ValueErr("negative file descriptor")
	}
	a1, err := nw.Sockname(fd)
	if err != nil {
		if e := host.Errno(err); n[0] == -1 || e == host.EBADF || e == host.ENOTSOCK {
			return t.OSErr(err)
		}
	} else if n[0] == -1 {
		n[0] = a1.Family
	}
	if n[1] == -1 {
		if n[1], err = nw.GetsockoptInt(fd, host.SOL_SOCKET, host.SO_TYPE); err != nil {
			return t.OSErr(err)
		}
	}
	if n[2] == -1 {
		if n[2], err = host.SockProtocol(nw, fd); err != nil {
			return t.OSErr(err)
		}
	}
	return s.adopt(t, fd, n[0], n[1], n[2])
}

func socketRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	s := of(v)
	return py.NewStr(fmt.Sprintf("<socket object, fd=%d, family=%d, type=%d, proto=%d>", s.desc(), s.family, s.kind, s.proto)).Value(), nil
}

func socketDel(t *py.Thread, v py.Value) *py.Exc {
	s := of(v)
	if s.desc() < 0 {
		return nil
	}
	text, err := t.Repr(v)
	if err == nil {
		err = t.WarnSource(py.ResourceWarning, 1, v, "unclosed "+text.String())
	}
	if fd := int(s.fd.Swap(-1)); fd >= 0 {
		if cerr := t.Interp().Host().Files.Close(fd); cerr != nil && err == nil {
			err = t.OSErr(cerr)
		}
	}
	return err
}

func socketClose(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	fd := int(of(v).fd.Swap(-1))
	if fd >= 0 {
		// A peer that is gone already is no failure of closing.
		var err error
		t.Blocking(func() { err = t.Interp().Host().Files.Close(fd) }) // SO_LINGER makes it wait
		if err != nil && host.Errno(err) != host.ECONNRESET {
			return py.Value{}, t.OSErr(err)
		}
	}
	return py.None, nil
}

// Events that a socket can wait for.
const (
	toRead  = host.POLLIN
	toWrite = host.POLLOUT
)

var errTimeout = "timed out"

// deadline is when a call that begins now runs out of time; 0: never.
func (s *socket) deadline(t *py.Thread) int64 {
	if d := s.timeout.Load(); d > 0 {
		return t.Interp().Host().Clock.Monotonic() + d
	}
	return 0
}

// await waits until the socket is ready. It gives the TimeoutError when the
// deadline is over.
func (s *socket) await(t *py.Thread, events int16, deadline int64) *py.Exc {
	if deadline == 0 {
		deadline = py.NoDeadline
	} else if deadline <= t.Interp().Host().Clock.Monotonic() {
		return t.Raise(py.TimeoutError, "%s", errTimeout)
	}
	fd := s.desc()
	if fd < 0 {
		return t.OSErrno(host.EBADF)
	}
	ready, err, exc := t.WaitFd(fd, events, deadline)
	switch {
	case exc != nil:
		return exc
	case err != nil && host.Errno(err) != host.EPERM:
		return t.OSErr(err)
	case !ready && err == nil:
		return t.Raise(py.TimeoutError, "%s", errTimeout)
	}
	return nil
}

// call makes a system call that may have to wait. f must not block: it answers
// EAGAIN, upon which call waits as the socket's timeout says, unless the flags
// of a socket without one have MSG_DONTWAIT.
func (s *socket) call(t *py.Thread, events int16, flags int, deadline int64, f func(fd int) error) *py.Exc {
	for {
		fd := s.desc()
		if fd < 0 {
			return t.OSErrno(host.EBADF)
		}
		err := f(fd)
		switch {
		case err == nil:
			return nil
		case host.Errno(err) == host.EINTR:
			if exc := t.RunPending(); exc != nil {
				return exc
			}
		case host.Errno(err) != host.EAGAIN || s.timeout.Load() == 0 || s.timeout.Load() < 0 && flags&host.MSG_DONTWAIT != 0:
			return t.OSErr(err)
		default:
			if exc := s.await(t, events, deadline); exc != nil {
				return exc
			}
		}
	}
}

// noWait adds to the flags of a call what keeps it from waiting by itself: the
// descriptor of a socket without a timeout is in blocking mode.
func (s *socket) noWait(flags int) int {
	if s.timeout.Load() < 0 {
		return flags | host.MSG_DONTWAIT
	}
	return flags
}

// awaitConnection waits until accept will not wait, if only because it fails.
func (s *socket) awaitConnection(t *py.Thread) *py.Exc {
	for {
		one := [1]host.PollFd{{Fd: s.desc(), Events: toRead}}
		if n, err := t.Interp().Host().Files.Poll(one[:], 0, nil); n > 0 || err != nil {
			return nil
		}
		listening, err := netOf(t).GetsockoptInt(s.desc(), host.SOL_SOCKET, host.SO_ACCEPTCONN)
		if err != nil || listening == 0 {
			return nil
		}
		if exc := s.await(t, toRead, 0); exc != nil {
			return exc
		}
	}
}

func socketAccept(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	s := of(v)
	deadline := s.deadline(t)
	var conn int
	var from host.SockAddr
	if s.timeout.Load() < 0 {
		// The descriptor is in blocking mode: a connection is waited for first,
		// and one thread at a time does so, since only one will get it.
		if _, exc := s.accepting.LockUntil(t, py.WaitIO, &s.Header, py.NoDeadline); exc != nil {
			return py.Value{}, exc
		}
		defer s.accepting.Unlock()
		if exc := s.awaitConnection(t); exc != nil {
			return py.Value{}, exc
		}
	}
	exc := s.call(t, toRead, 0, deadline, func(fd int) (err error) {
		if s.timeout.Load() < 0 {
			t.Blocking(func() { conn, from, err = netOf(t).Accept(fd) })
		} else {
			conn, from, err = netOf(t).Accept(fd)
		}
		return err
	})
	if exc != nil {
		return py.Value{}, exc
	}
	return py.NewTuple(py.IntOf(conn), addrValue(from)).Value(), nil
}

// connect is connect() and connect_ex(): the error comes back unraised.
func (s *socket) connect(t *py.Thread, a host.SockAddr) (error, *py.Exc) {
	fd := s.desc()
	if fd < 0 {
		return host.NewError(host.EBADF), nil
	}
	files, nw := t.Interp().Host().Files, netOf(t)
	timeout := s.timeout.Load()
	if timeout < 0 {
		// The wait is made here, where signals and other threads are served.
		if err := files.SetBlocking(fd, false); err != nil {
			return err, nil
		}
		defer func() {
			if s.desc() == fd {
				_ = files.SetBlocking(fd, true) // fails only when it was closed meanwhile
			}
		}()
	}
	deadline := s.deadline(t)
	err := nw.Connect(fd, a)
	e := host.Errno(err)
	if timeout == 0 || e != host.EINPROGRESS && e != host.EINTR && !(e == host.EAGAIN && a.Family == host.AF_UNIX) {
		return err, nil
	}
	for e == host.EAGAIN {
		// The queue of a listening AF_UNIX socket is full: there is nothing to
		// wait on but time.
		if deadline != 0 && t.Interp().Host().Clock.Monotonic() >= deadline {
			return nil, t.Raise(py.TimeoutError, "%s", errTimeout)
		}
		if exc := t.Sleep(time.Millisecond); exc != nil {
			return nil, exc
		}
		err = nw.Connect(fd, a)
		if e = host.Errno(err); e != host.EAGAIN {
			return err, nil
		}
	}
	for one := [1]host.PollFd{}; one[0].Revents == 0; {
		if exc := s.await(t, toWrite, deadline); exc != nil {
			return nil, exc
		}
		one[0] = host.PollFd{Fd: s.desc(), Events: toWrite}
		if _, err := files.Poll(one[:], 0, nil); err != nil {
			return err, nil
		}
	}
	n, err := nw.GetsockoptInt(fd, host.SOL_SOCKET, host.SO_ERROR)
	if err != nil {
		return err, nil
	}
	if n != 0 && n != host.EISCONN {
		return host.NewError(n), nil
	}
	return nil, nil
}

func socketConnect(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
	a, exc := parseAddr(t, of(v).family, "connect", arg)
	if exc != nil {
		return py.Value{}, exc
	}
	err, exc := of(v).connect(t, a)
	if exc == nil && err != nil {
		exc = t.OSErr(err)
	}
	return py.None, exc
}

func socketConnectEx(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
	a, exc := parseAddr(t, of(v).family, "connect_ex", arg)
	if exc != nil {
		return py.Value{}, exc
	}
	err, exc := of(v).connect(t, a)
	if exc != nil {
		if exc.Is(py.TimeoutError) {
			return py.IntOf(host.EAGAIN), nil
		}
		return py.Value{}, exc
	}
	return py.IntOf(host.Errno(err)), nil
}

func socketBind(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
	a, exc := parseAddr(t, of(v).family, "bind", arg)
	if exc != nil {
		return py.Value{}, exc
	}
	var err error
	t.Blocking(func() { err = netOf(t).Bind(of(v).desc(), a) })
	if err != nil {
		return py.Value{}, t.OSErr(err)
	}
	return py.None, nil
}

func socketListen(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	n := min(host.SOMAXCONN, 128)
	if !a[0].IsNil() {
		var exc *py.Exc
		if n, exc = t.CInt(a[0]); exc != nil {
			return py.Value{}, exc
		}
	}
	if err := netOf(t).Listen(of(v).desc(), max(n, 0)); err != nil {
		return py.Value{}, t.OSErr(err)
	}
	return py.None, nil
}

func socketShutdown(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
	how, exc := t.CInt(arg)
	if exc != nil {
		return py.Value{}, exc
	}
	if err := netOf(t).Shutdown(of(v).desc(), how); err != nil {
		return py.Value{}, t.OSErr(err)
	}
	return py.None, nil
}

func name(f func(n host.Net, fd int) (host.SockAddr, error)) py.Fn0 {
	return func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		a, err := f(netOf(t), of(v).desc())
		if err != nil {
			return py.Value{}, t.OSErr(err)
		}
		if a.Family == 0 {
			return py.None, nil
		}
		return addrValue(a), nil
	}
}

// parseTimeout converts a timeout to nanoseconds, -1 for None.
func parseTimeout(t *py.Thread, v py.Value) (int64, *py.Exc) {
	if v.IsNone() {
		return -1, nil
	}
	n, exc := t.Duration(v, py.RoundUp)
	if exc == nil && n < 0 {
		exc = t.ValueErr("Timeout value out of range")
	}
	return n, exc
}

func (s *socket) setTimeout(t *py.Thread, ns int64) *py.Exc {
	s.timeout.Store(ns)
	if err := t.Interp().Host().Files.SetBlocking(s.desc(), ns < 0); err != nil {
		return t.OSErr(err)
	}
	return nil
}

func timeoutValue(ns int64) py.Value {
	if ns < 0 {
		return py.None
	}
	return py.Float64(float64(ns) / 1e9)
}

func getsockopt(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
	n := [3]int{}
	if err := ints(t, "getsockopt", args, 2, n[:]); err != nil {
		return py.Value{}, err
	}
	fd := of(v).desc()
	if n[2] == 0 {
		x, err := netOf(t).GetsockoptInt(fd, n[0], n[1])
		if err != nil {
			return py.Value{}, t.OSErr(err)
		}
		return py.IntOf(x), nil
	}
	if n[2] < 0 || n[2] > 1024 {
		return py.Value{}, t.Raise(py.OSError, "getsockopt buflen out of range")
	}
	b, err := netOf(t).Getsockopt(fd, n[0], n[1], n[2])
	if err != nil {
		return py.Value{}, t.OSErr(err)
	}
	return py.NewBytes(b).Value(), nil
}

// ints converts int arguments of which the first least are required.
func ints(t *py.Thread, fname string, args py.Args, least int, out []int) *py.Exc {
	if args.NumKw() > 0 {
		return t.TypeErr("socket.%s() takes no keyword arguments", fname)
	}
	pos := args.Pos()
	if len(pos) < least || len(pos) > len(out) {
		word, want := "at least", least
		if len(pos) > len(out) {
			word, want = "at most", len(out)
		}
		if least == len(out) {
			word = "exactly"
		}
		return t.TypeErr("%s() takes %s %d argument%s (%d given)", fname, word, want, plural(want), len(pos))
	}
	for i, x := range pos {
		var err *py.Exc
		if out[i], err = t.CInt(x); err != nil {
			return err
		}
	}
	return nil
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

func setsockopt(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
	if args.NumKw() > 0 {
		return py.Value{}, t.TypeErr("socket.setsockopt() takes no keyword arguments")
	}
	pos := args.Pos()
	if len(pos) != 3 && (len(pos) != 4 || !pos[2].IsNone()) {
		return py.Value{}, t.TypeErr("setsockopt() takes exactly 3 arguments (%d given)", len(pos))
	}
	var n [2]int
	for i := range n {
		var err *py.Exc
		if n[i], err = t.CInt(pos[i]); err != nil {
			return py.Value{}, err
		}
	}
	fd := of(v).desc()
	var err error
	if len(pos) == 4 {
		size, exc := t.CInt(pos[3])
		if exc != nil {
			return py.Value{}, exc
		}
		if size != 0 {
			return py.Value{}, t.OSErrno(host.EFAULT)
		}
		err = netOf(t).Setsockopt(fd, n[0], n[1], nil)
	} else if x, ok := py.SmallInt(pos[2]); ok && py.IsInt(pos[2]) && x >= -1<<31 && x < 1<<31 {
		err = netOf(t).SetsockoptInt(fd, n[0], n[1], int(x))
	} else {
		exc := t.BytesLike(pos[2], func(b []byte) *py.Exc {
			err = netOf(t).Setsockopt(fd, n[0], n[1], b)
			return nil
		})
		if exc != nil {
			return py.Value{}, exc
		}
	}
	if err != nil {
		return py.Value{}, t.OSErr(err)
	}
	return py.None, nil
}

func registerSocket() {
	py.RegisterType(py.TypeSpec{Type: gaiError, Name: "socket.gaierror", Base: py.OSError, Flags: py.FlagBaseType})
	py.RegisterType(py.TypeSpec{Type: hError, Name: "socket.herror", Base: py.OSError, Flags: py.FlagBaseType})
	member := func(name string, f func(s *socket) int) py.GetSetSpec {
		return py.GetSetSpec{Name: name, Doc: "the socket " + name, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.IntOf(f(of(v))), nil }}
	}
	py.RegisterType(py.TypeSpec{
		Type: socketType, Name: "_socket.socket", Flags: py.FlagBaseType | py.FlagHasFinalizer, Layout: py.LayoutOf[socket](),
		Doc: "socket(family=AF_INET, type=SOCK_STREAM, proto=0) -> socket object\nsocket(family=-1, type=-1, proto=-1, fileno=None) -> socket object\n\nA socket of that family and type. With fileno, the object takes over a\ndescriptor, and what is -1 is asked of the system.",
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, _ py.Args) (py.Value, *py.Exc) {
				return py.FromHeader(&alloc(t, cls).Header), nil
			},
			Init: socketInit, Repr: socketRepr, Del: socketDel,
		},
		Methods: append([]py.MethodSpec{
			{Name: "_accept", Fn: py.Fn0(socketAccept), Doc: "_accept() -> (integer, address info)\n\nWait for an incoming connection: its descriptor, and the address of the client."},
			{Name: "bind", Sig: "object, /", Fn: py.Fn1(socketBind), Doc: "bind(address)\n\nBind the socket to a local address."},
			{Name: "close", Sig: "", Fn: py.Fn0(socketClose), Doc: "close()\n\nClose the socket. It cannot be used after this call."},
			{Name: "connect", Sig: "object, /", Fn: py.Fn1(socketConnect), Doc: "connect(address)\n\nConnect the socket to a remote address."},
			{Name: "connect_ex", Sig: "object, /", Fn: py.Fn1(socketConnectEx), Doc: "connect_ex(address) -> errno\n\nLike connect(address), but returns an error code instead of raising an exception."},
			{Name: "detach", Doc: "detach()\n\nClose the object without closing its descriptor, which is returned.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.Int64(of(v).fd.Swap(-1)), nil
			})},
			{Name: "fileno", Doc: "fileno() -> integer\n\nThe integer file descriptor of the socket.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.IntOf(of(v).desc()), nil
			})},
			{Name: "getpeername", Fn: name(host.Net.Peername), Doc: "getpeername() -> address info\n\nThe address of the remote end."},
			{Name: "getsockname", Fn: name(host.Net.Sockname), Doc: "getsockname() -> address info\n\nThe address of the local end."},
			{Name: "getsockopt", Fn: py.FnRaw(getsockopt), Doc: "getsockopt(level, option[, buffersize]) -> value\n\nGet a socket option: an int, or bytes when a buffer size is given."},
			{Name: "setsockopt", Fn: py.FnRaw(setsockopt), Doc: "setsockopt(level, option, value: int | buffer)\nsetsockopt(level, option, None, optlen: int)\n\nSet a socket option."},
			{Name: "gettimeout", Doc: "gettimeout() -> timeout\n\nThe timeout in seconds, None for none.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return timeoutValue(of(v).timeout.Load()), nil
			})},
			{Name: "settimeout", Sig: "object, /", Doc: "settimeout(timeout)\n\nSet the timeout in seconds. None waits for ever, 0 makes the socket\nnon-blocking.", Fn: py.Fn1(func(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
				ns, exc := parseTimeout(t, arg)
				if exc != nil {
					return py.Value{}, exc
				}
				return py.None, of(v).setTimeout(t, ns)
			})},
			{Name: "getblocking", Doc: "getblocking()\n\nWhether the socket waits at all.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.Bool(of(v).timeout.Load() != 0), nil
			})},
			{Name: "setblocking", Sig: "object, /", Doc: "setblocking(flag)\n\nsettimeout(None) if flag is true, settimeout(0) otherwise.", Fn: py.Fn1(func(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
				b, exc := t.Truth(arg)
				if exc != nil {
					return py.Value{}, exc
				}
				ns := int64(0)
				if b {
					ns = -1
				}
				return py.None, of(v).setTimeout(t, ns)
			})},
			{Name: "listen", Sig: "backlog=None, /", Fn: py.FnSig(socketListen), Doc: "listen([backlog])\n\nAccept connections, of which about backlog may wait."},
			{Name: "shutdown", Sig: "object, /", Fn: py.Fn1(socketShutdown), Doc: "shutdown(flag)\n\nShut down reading (SHUT_RD), writing (SHUT_WR) or both (SHUT_RDWR)."},
		}, transferMethods...),
		Members: []py.GetSetSpec{
			member("family", func(s *socket) int { return s.family }),
			member("type", func(s *socket) int { return s.kind }),
			member("proto", func(s *socket) int { return s.proto }),
		},
		GetSet: []py.GetSetSpec{{Name: "timeout", Doc: "the socket timeout", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			return timeoutValue(of(v).timeout.Load()), nil
		}}},
	})
}
