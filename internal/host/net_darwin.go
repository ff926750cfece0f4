package host

import (
	"encoding/binary"

	"golang.org/x/sys/unix"
)

// TypeFlags are the bits of a socket's type that are no part of it.
const TypeFlags = 0

func (realNet) Socket(family, typ, proto int) (int, error) {
	fd, err := unix.Socket(family, typ, proto)
	if err == nil {
		unix.CloseOnExec(fd)
	}
	return fd, wrap(err)
}

func (realNet) Socketpair(family, typ, proto int) (int, int, error) {
	p, err := unix.Socketpair(family, typ, proto)
	if err == nil {
		unix.CloseOnExec(p[0])
		unix.CloseOnExec(p[1])
	}
	return p[0], p[1], wrap(err)
}

func (realNet) Accept(fd int) (int, SockAddr, error) {
	n, sa, err := unix.Accept(fd)
	if err != nil {
		return -1, SockAddr{}, wrap(err)
	}
	unix.CloseOnExec(n)
	return n, sockAddr(sa), nil
}

// Getsockopt knows options of four bytes only: package unix has no call for the
// others.
func (realNet) Getsockopt(fd, level, opt, n int) ([]byte, error) {
	v, err := unix.GetsockoptInt(fd, level, opt)
	if err != nil {
		return nil, wrap(err)
	}
	p := binary.NativeEndian.AppendUint32(nil, uint32(v))
	return p[:min(n, len(p))], nil
}

func (realNet) SetHostname(string) error { return noSys() }

// SockProtocol is the protocol of a socket, which this system does not tell.
func SockProtocol(Net, int) (int, error) { return 0, nil }

// BuildControl puts control messages together.
func BuildControl(list []ControlMessage) []byte {
	var out []byte
	for _, m := range list {
		p := make([]byte, unix.CmsgSpace(len(m.Data)))
		binary.NativeEndian.PutUint32(p, uint32(unix.CmsgLen(len(m.Data))))
		binary.NativeEndian.PutUint32(p[4:], uint32(m.Level))
		binary.NativeEndian.PutUint32(p[8:], uint32(m.Type))
		copy(p[unix.CmsgLen(0):], m.Data)
		out = append(out, p...)
	}
	return out
}

// This system has no abstract names.

func bindAbstract(int, string) error    { return NewError(EINVAL) }
func connectAbstract(int, string) error { return NewError(EINVAL) }

func exactName(_ int, a SockAddr, _ bool) SockAddr { return a }
