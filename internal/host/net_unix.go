//go:build linux || darwin

package host

import (
	"net/netip"
	"strings"

	"golang.org/x/sys/unix"
)

// Numbers that the socket module works with.
const (
	AF_UNSPEC     = unix.AF_UNSPEC
	AF_UNIX       = unix.AF_UNIX
	AF_INET       = unix.AF_INET
	AF_INET6      = unix.AF_INET6
	SOCK_STREAM   = unix.SOCK_STREAM
	SOCK_DGRAM    = unix.SOCK_DGRAM
	SOCK_RAW      = unix.SOCK_RAW
	SOL_SOCKET    = unix.SOL_SOCKET
	SO_ERROR      = unix.SO_ERROR
	SO_TYPE       = unix.SO_TYPE
	SO_ACCEPTCONN = unix.SO_ACCEPTCONN
	SOMAXCONN     = unix.SOMAXCONN
	MSG_DONTWAIT  = unix.MSG_DONTWAIT
	MSG_PEEK      = unix.MSG_PEEK
	MSG_WAITALL   = unix.MSG_WAITALL

	IPPROTO_TCP = unix.IPPROTO_TCP
	IPPROTO_UDP = unix.IPPROTO_UDP
)

// CmsgLen is the length of a control message with n bytes of data; CmsgSpace is
// the room it takes. CmsgHeader is the length of its header.
func CmsgLen(n int) int   { return unix.CmsgLen(n) }
func CmsgSpace(n int) int { return unix.CmsgSpace(n) }

// ControlMessage is one control message of a socket.
type ControlMessage struct {
	Level, Type int
	Data        []byte
}

// ParseControl takes control messages apart.
func ParseControl(oob []byte) ([]ControlMessage, error) {
	list, err := unix.ParseSocketControlMessage(oob)
	if err != nil {
		return nil, wrap(err)
	}
	out := make([]ControlMessage, len(list))
	for i, m := range list {
		out[i] = ControlMessage{int(m.Header.Level), int(m.Header.Type), m.Data}
	}
	return out, nil
}

// sockaddrOf makes the system's form of an address.
func sockaddrOf(a SockAddr) (unix.Sockaddr, error) {
	switch a.Family {
	case AF_INET:
		return &unix.SockaddrInet4{Port: a.Port, Addr: a.IP.As4()}, nil
	case AF_INET6:
		return &unix.SockaddrInet6{Port: a.Port, Addr: a.IP.As16(), ZoneId: a.Scope}, nil
	case AF_UNIX:
		path := a.Path
		if strings.HasPrefix(path, "@") {
			path = "./" + path // the package takes "@" for a zero byte
		}
		return &unix.SockaddrUnix{Name: path}, nil
	}
	return nil, NewError(EAFNOSUPPORT)
}

func sockAddr(sa unix.Sockaddr) SockAddr {
	switch sa := sa.(type) {
	case *unix.SockaddrInet4:
		return SockAddr{Family: AF_INET, IP: netip.AddrFrom4(sa.Addr), Port: sa.Port}
	case *unix.SockaddrInet6:
		return SockAddr{Family: AF_INET6, IP: netip.AddrFrom16(sa.Addr), Port: sa.Port, Scope: sa.ZoneId}
	case *unix.SockaddrUnix:
		name := sa.Name
		switch {
		case name == "@":
			name = "" // a socket without a name
		case strings.HasPrefix(name, "@"):
			name = "\x00" + name[1:]
		}
		return SockAddr{Family: AF_UNIX, Path: name}
	}
	return SockAddr{}
}

// abstract tells whether the address is a name of AF_UNIX that is no path.
func (a SockAddr) abstract() bool {
	return a.Family == AF_UNIX && strings.HasPrefix(a.Path, "\x00")
}

type realNet struct{ resolver }

func (realNet) Bind(fd int, a SockAddr) error {
	if a.abstract() {
		return bindAbstract(fd, a.Path)
	}
	sa, err := sockaddrOf(a)
	if err != nil {
		return err
	}
	return wrap(unix.Bind(fd, sa))
}

func (realNet) Connect(fd int, a SockAddr) error {
	if a.abstract() {
		return connectAbstract(fd, a.Path)
	}
	sa, err := sockaddrOf(a)
	if err != nil {
		return err
	}
	return wrap(unix.Connect(fd, sa))
}

func (realNet) Listen(fd, backlog int) error { return wrap(unix.Listen(fd, backlog)) }

func (realNet) Shutdown(fd, how int) error { return wrap(unix.Shutdown(fd, how)) }

func (realNet) Sockname(fd int) (SockAddr, error) {
	sa, err := unix.Getsockname(fd)
	if err != nil {
		return SockAddr{}, wrap(err)
	}
	return exactName(fd, sockAddr(sa), false), nil
}

func (realNet) Peername(fd int) (SockAddr, error) {
	sa, err := unix.Getpeername(fd)
	if err != nil {
		return SockAddr{}, wrap(err)
	}
	return exactName(fd, sockAddr(sa), true), nil
}

func (realNet) GetsockoptInt(fd, level, opt int) (int, error) {
	n, err := unix.GetsockoptInt(fd, level, opt)
	return n, wrap(err)
}

func (realNet) Setsockopt(fd, level, opt int, value []byte) error {
	return wrap(unix.SetsockoptString(fd, level, opt, string(value)))
}

func (realNet) SetsockoptInt(fd, level, opt, value int) error {
	return wrap(unix.SetsockoptInt(fd, level, opt, value))
}

func (realNet) Recv(fd int, bufs [][]byte, oob []byte, flags int) (Message, error) {
	if len(bufs) == 1 && oob == nil {
		n, sa, err := unix.Recvfrom(fd, bufs[0], flags)
		if err != nil {
			return Message{}, wrap(err)
		}
		return Message{N: n, From: sockAddr(sa)}, nil
	}
	n, oobn, rflags, sa, err := unix.RecvmsgBuffers(fd, bufs, oob, flags)
	if err != nil {
		return Message{}, wrap(err)
	}
	return Message{n, oobn, rflags, sockAddr(sa)}, nil
}

func (realNet) Send(fd int, bufs [][]byte, oob []byte, flags int, to *SockAddr) (int, error) {
	var sa unix.Sockaddr
	if to != nil {
		var err error
		if sa, err = sockaddrOf(*to); err != nil {
			return 0, err
		}
	}
	n, err := unix.SendmsgBuffers(fd, bufs, oob, sa, flags)
	return n, wrap(err)
}
