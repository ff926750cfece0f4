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
