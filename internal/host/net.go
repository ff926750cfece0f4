package host

import (
	"context"
	"errors"
	"net"
	"net/netip"
)

// SockAddr is the address of a socket. Which fields count depends on Family.
type SockAddr struct {
	Family int
	// IP, Port, Flow and Scope are of AF_INET and AF_INET6.
	IP          netip.Addr
	Port        int
	Flow, Scope uint32
	// Path is of AF_UNIX; a name without a place in the file system begins
	// with a zero byte.
	Path string
}

// Message is what Recv got.
type Message struct {
	N, OobN int
	Flags   int
	From    SockAddr // Family is 0 when the sender is not told
}

// Interface is a network interface.
type Interface struct {
	Index    int
	Name     string
	Hardware []byte // its address, if it has one
}

// Net is sockets, whose descriptors are those of Files, and the names of hosts.
type Net interface {
	// Socket gives a descriptor that children do not inherit.
	Socket(family, typ, proto int) (int, error)
	Socketpair(family, typ, proto int) (int, int, error)
	Bind(fd int, a SockAddr) error
	Connect(fd int, a SockAddr) error
	Listen(fd, backlog int) error
	Accept(fd int) (int, SockAddr, error)
	Shutdown(fd, how int) error
	Sockname(fd int) (SockAddr, error)
	Peername(fd int) (SockAddr, error)
	// Getsockopt gives at most n bytes of an option.
	Getsockopt(fd, level, opt, n int) ([]byte, error)
	GetsockoptInt(fd, level, opt int) (int, error)
	Setsockopt(fd, level, opt int, value []byte) error
	SetsockoptInt(fd, level, opt, value int) error
	// Recv fills bufs one after the other, and oob with control messages.
	Recv(fd int, bufs [][]byte, oob []byte, flags int) (Message, error)
	// Send sends bufs one after the other; to may be nil.
	Send(fd int, bufs [][]byte, oob []byte, flags int, to *SockAddr) (int, error)

	// LookupIP gives the addresses of a name; network is "ip", "ip4" or "ip6".
	// A failure is a *LookupError.
	LookupIP(ctx context.Context, network, name string) ([]netip.Addr, error)
	LookupName(ctx context.Context, a netip.Addr) ([]string, error)
	// LookupPort gives the port of a service; network is "tcp" or "udp".
	LookupPort(ctx context.Context, network, service string) (int, error)
	Interfaces() ([]Interface, error)
	SetHostname(name string) error
}

// LookupError is a failed look-up of a name.
type LookupError struct {
	NotFound  bool
	Temporary bool
	Err       error
}

func (e *LookupError) Error() string { return e.Err.Error() }
func (e *LookupError) Unwrap() error { return e.Err }

func lookupErr(err error) error {
	if err == nil {
		return nil
	}
	e := &LookupError{Err: err}
	var d *net.DNSError
	var a *net.AddrError
	switch {
	case errors.As(err, &d):
		e.NotFound, e.Temporary = d.IsNotFound, d.IsTemporary || d.IsTimeout
	case errors.As(err, &a):
		e.NotFound = true
	}
	return e
}

// resolver is the part of Net that package net has for every platform.
type resolver struct{}

func (resolver) LookupIP(ctx context.Context, network, name string) ([]netip.Addr, error) {
	a, err := net.DefaultResolver.LookupNetIP(ctx, network, name)
	for i := range a {
		a[i] = a[i].Unmap()
	}
	return a, lookupErr(err)
}

func (resolver) LookupName(ctx context.Context, a netip.Addr) ([]string, error) {
	names, err := net.DefaultResolver.LookupAddr(ctx, a.String())
	return names, lookupErr(err)
}

func (resolver) LookupPort(ctx context.Context, network, service string) (int, error) {
	n, err := net.DefaultResolver.LookupPort(ctx, network, service)
	return n, lookupErr(err)
}

func (resolver) Interfaces() ([]Interface, error) {
	list, err := net.Interfaces()
	if err != nil {
		return nil, wrap(err)
	}
	out := make([]Interface, len(list))
	for i, x := range list {
		out[i] = Interface{x.Index, x.Name, x.HardwareAddr}
	}
	return out, nil
}

// noNet has no network.
type noNet struct{}

func (noNet) Socket(int, int, int) (int, error)                        { return -1, noSys() }
func (noNet) Socketpair(int, int, int) (int, int, error)               { return -1, -1, noSys() }
func (noNet) Bind(int, SockAddr) error                                 { return noSys() }
func (noNet) Connect(int, SockAddr) error                              { return noSys() }
func (noNet) Listen(int, int) error                                    { return noSys() }
func (noNet) Accept(int) (int, SockAddr, error)                        { return -1, SockAddr{}, noSys() }
func (noNet) Shutdown(int, int) error                                  { return noSys() }
func (noNet) Sockname(int) (SockAddr, error)                           { return SockAddr{}, noSys() }
func (noNet) Peername(int) (SockAddr, error)                           { return SockAddr{}, noSys() }
func (noNet) Getsockopt(int, int, int, int) ([]byte, error)            { return nil, noSys() }
func (noNet) GetsockoptInt(int, int, int) (int, error)                 { return 0, noSys() }
func (noNet) Setsockopt(int, int, int, []byte) error                   { return noSys() }
func (noNet) SetsockoptInt(int, int, int, int) error                   { return noSys() }
func (noNet) Recv(int, [][]byte, []byte, int) (Message, error)         { return Message{}, noSys() }
func (noNet) Send(int, [][]byte, []byte, int, *SockAddr) (int, error)  { return 0, noSys() }
func (noNet) Interfaces() ([]Interface, error)                         { return nil, nil }
func (noNet) SetHostname(string) error                                 { return noSys() }
func (noNet) LookupPort(context.Context, string, string) (int, error)  { return 0, noName() }
func (noNet) LookupName(context.Context, netip.Addr) ([]string, error) { return nil, noName() }
func (noNet) LookupIP(context.Context, string, string) ([]netip.Addr, error) {
	return nil, noName()
}

func noName() error { return &LookupError{NotFound: true, Err: noSys()} }

// deniedNet refuses to make sockets, where noNet would say that there is no
// such call.
type deniedNet struct{ noNet }

func (deniedNet) Socket(int, int, int) (int, error)          { return -1, NewError(EACCES) }
func (deniedNet) Socketpair(int, int, int) (int, int, error) { return -1, -1, NewError(EACCES) }
