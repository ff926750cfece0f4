package host

import (
	"encoding/binary"
	"unsafe"

	"golang.org/x/sys/unix"
)

// TypeFlags are the bits of a socket's type that are no part of it.
const TypeFlags = unix.SOCK_CLOEXEC | unix.SOCK_NONBLOCK

func (realNet) Socket(family, typ, proto int) (int, error) {
	fd, err := unix.Socket(family, typ|unix.SOCK_CLOEXEC, proto)
	return fd, wrap(err)
}

func (realNet) Socketpair(family, typ, proto int) (int, int, error) {
	p, err := unix.Socketpair(family, typ|unix.SOCK_CLOEXEC, proto)
	return p[0], p[1], wrap(err)
}

func (realNet) Accept(fd int) (int, SockAddr, error) {
	n, sa, err := unix.Accept4(fd, unix.SOCK_CLOEXEC)
	if err != nil {
		return -1, SockAddr{}, wrap(err)
	}
	return n, sockAddr(sa), nil
}

func (realNet) Getsockopt(fd, level, opt, n int) ([]byte, error) {
	if n == 0 {
		return nil, NewError(EINVAL)
	}
	p := make([]byte, n)
	size := uint32(n)
	_, _, errno := unix.Syscall6(unix.SYS_GETSOCKOPT, uintptr(fd), uintptr(level), uintptr(opt),
		uintptr(unsafe.Pointer(&p[0])), uintptr(unsafe.Pointer(&size)), 0)
	if errno != 0 {
		return nil, wrap(errno)
	}
	return p[:size], nil
}

func (realNet) SetHostname(name string) error { return wrap(unix.Sethostname([]byte(name))) }

// SockProtocol is the protocol of a socket.
func SockProtocol(n Net, fd int) (int, error) {
	return n.GetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_PROTOCOL)
}

// BuildControl puts control messages together.
func BuildControl(list []ControlMessage) []byte {
	var out []byte
	for _, m := range list {
		p := make([]byte, unix.CmsgSpace(len(m.Data)))
		h := unix.CmsgLen(0)
		if h == 16 {
			binary.NativeEndian.PutUint64(p, uint64(unix.CmsgLen(len(m.Data))))
		} else {
			binary.NativeEndian.PutUint32(p, uint32(unix.CmsgLen(len(m.Data))))
		}
		binary.NativeEndian.PutUint32(p[h-8:], uint32(m.Level))
		binary.NativeEndian.PutUint32(p[h-4:], uint32(m.Type))
		copy(p[h:], m.Data)
		out = append(out, p...)
	}
	return out
}

// Flags and errors of getaddrinfo() and getnameinfo(), as the C library
// numbers them.
const (
	AI_PASSIVE     = 1
	AI_CANONNAME   = 2
	AI_NUMERICHOST = 4
	AI_NUMERICSERV = 0x400
	EAI_ADDRFAMILY = -9
	EAI_AGAIN      = -3
	EAI_BADFLAGS   = -1
	EAI_FAIL       = -4
	EAI_FAMILY     = -6
	EAI_SERVICE    = -8
	EAI_SOCKTYPE   = -7
	EAI_NONAME     = -2
	NI_NOFQDN      = 4
	NI_NUMERICHOST = 1
	NI_NAMEREQD    = 8
	NI_NUMERICSERV = 2
	NI_DGRAM       = 16
)

// Abstract names may have zero bytes anywhere and fill the whole room, which
// package unix does not allow for.

// abstractAddr makes the address of an abstract name.
func abstractAddr(name string) (a unix.RawSockaddrUnix, size uintptr, err error) {
	if len(name) > len(a.Path) {
		return a, 0, NewError(EINVAL)
	}
	a.Family = unix.AF_UNIX
	for i := range len(name) {
		a.Path[i] = int8(name[i])
	}
	return a, uintptr(len(name)) + 2, nil
}

func withAbstract(call uintptr, fd int, name string) error {
	a, size, err := abstractAddr(name)
	if err != nil {
		return err
	}
	if _, _, errno := unix.Syscall(call, uintptr(fd), uintptr(unsafe.Pointer(&a)), size); errno != 0 {
		return wrap(errno)
	}
	return nil
}

func bindAbstract(fd int, name string) error    { return withAbstract(unix.SYS_BIND, fd, name) }
func connectAbstract(fd int, name string) error { return withAbstract(unix.SYS_CONNECT, fd, name) }

// exactName is a, with the whole of its name where it is an abstract one.
func exactName(fd int, a SockAddr, peer bool) SockAddr {
	if !a.abstract() {
		return a
	}
	call := uintptr(unix.SYS_GETSOCKNAME)
	if peer {
		call = unix.SYS_GETPEERNAME
	}
	var raw unix.RawSockaddrUnix
	size := uint32(unsafe.Sizeof(raw))
	_, _, errno := unix.Syscall(call, uintptr(fd), uintptr(unsafe.Pointer(&raw)), uintptr(unsafe.Pointer(&size)))
	if n := int(size) - 2; errno == 0 && n > 0 && n <= len(raw.Path) {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(raw.Path[i])
		}
		a.Path = string(b)
	}
	return a
}
