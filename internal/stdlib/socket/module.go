package socket

import (
	"math/bits"
	"net/netip"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// swap16 is htons() and ntohs().
func swap16(name string) py.Fn1 {
	return func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
		x, err := t.Index(v)
		if err != nil {
			return py.Value{}, err
		}
		n, ok := py.SmallInt(x)
		switch {
		case !ok || n > 1<<31-1 || n < -1<<31:
			return py.Value{}, t.Raise(py.OverflowError, "Python int too large to convert to C int")
		case n < 0:
			return py.Value{}, t.Raise(py.OverflowError, "%s: can't convert negative Python int to C 16-bit unsigned integer", name)
		case n > 0xffff:
			return py.Value{}, t.Raise(py.OverflowError, "%s: Python int too large to convert to C 16-bit unsigned integer", name)
		}
		return py.IntOf(int(toNetwork16(uint16(n)))), nil
	}
}

// toNetwork16 is x with its bytes in network order; a call more gives x back.
func toNetwork16(x uint16) uint16 {
	if littleEndian {
		return bits.ReverseBytes16(x)
	}
	return x
}

func toNetwork32(x uint32) uint32 {
	if littleEndian {
		return bits.ReverseBytes32(x)
	}
	return x
}

// swap32 is htonl() and ntohl().
func swap32(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	if !py.IsInt(v) {
		return py.Value{}, t.TypeErr("expected int, %s found", v.Type().Name())
	}
	b := py.BigOf(v)
	switch {
	case b.Sign() < 0:
		return py.Value{}, t.Raise(py.OverflowError, "can't convert negative value to unsigned int")
	case !b.IsUint64():
		return py.Value{}, t.Raise(py.OverflowError, "Python int too large to convert to C unsigned long")
	case b.Uint64() > 1<<32-1:
		return py.Value{}, t.Raise(py.OverflowError, "int larger than 32 bits")
	}
	return py.Int64(int64(toNetwork32(uint32(b.Uint64())))), nil
}

func inetAton(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	s, err := t.StrArg("inet_aton", 0, v)
	if err != nil {
		return py.Value{}, err
	}
	// What follows a blank is not looked at.
	text := s.String()
	if i := strings.IndexAny(text, " \t\n\r\v\f"); i >= 0 {
		text = text[:i]
	}
	a, ok := parseIP4(text)
	if !ok {
		return py.Value{}, t.Raise(py.OSError, "illegal IP address string passed to inet_aton")
	}
	b := a.As4()
	return py.NewBytes(b[:]).Value(), nil
}

func inetNtoa(t *py.Thread, _, v py.Value) (r py.Value, err *py.Exc) {
	err = t.BytesLike(v, func(b []byte) *py.Exc {
		if len(b) != 4 {
			return t.Raise(py.OSError, "packed IP wrong length for inet_ntoa")
		}
		r = py.NewStr(netip.AddrFrom4([4]byte(b)).String()).Value()
		return nil
	})
	return r, err
}

// exactly checks for n positional arguments.
func exactly(t *py.Thread, fname string, args py.Args, n int) *py.Exc {
	if args.NumKw() > 0 {
		return t.TypeErr("_socket.%s() takes no keyword arguments", fname)
	}
	if args.Len() != n {
		return t.TypeErr("%s() takes exactly %d argument%s (%d given)", fname, n, plural(n), args.Len())
	}
	return nil
}

func inetPton(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	if err := exactly(t, "inet_pton", args, 2); err != nil {
		return py.Value{}, err
	}
	family, err := t.CInt(args.Pos()[0])
	if err != nil {
		return py.Value{}, err
	}
	s, err := t.StrArg("inet_pton", 2, args.Pos()[1])
	if err != nil {
		return py.Value{}, err
	}
	if family != host.AF_INET && family != host.AF_INET6 {
		return py.Value{}, t.OSErrno(host.EAFNOSUPPORT)
	}
	a, perr := netip.ParseAddr(s.String())
	if perr != nil || a.Zone() != "" || a.Is4() != (family == host.AF_INET) {
		return py.Value{}, t.Raise(py.OSError, "illegal IP address string passed to inet_pton")
	}
	return py.NewBytes(a.AsSlice()).Value(), nil
}

func inetNtop(t *py.Thread, _ py.Value, args py.Args) (r py.Value, err *py.Exc) {
	if err := exactly(t, "inet_ntop", args, 2); err != nil {
		return py.Value{}, err
	}
	family, err := t.CInt(args.Pos()[0])
	if err != nil {
		return py.Value{}, err
	}
	err = t.BytesLike(args.Pos()[1], func(b []byte) *py.Exc {
		want := 4
		switch family {
		case host.AF_INET:
		case host.AF_INET6:
			want = 16
		default:
			return t.ValueErr("unknown address family %d", family)
		}
		if len(b) != want {
			return t.ValueErr("invalid length of packed IP address string")
		}
		a, _ := netip.AddrFromSlice(b)
		r = py.NewStr(ipText(a)).Value()
		return nil
	})
	return r, err
}

func cmsg(name string, f func(n int) int) py.FnRaw {
	return func(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
		if err := exactly(t, name, args, 1); err != nil {
			return py.Value{}, err
		}
		n, err := t.SizeArg(args.Pos()[0])
		if err != nil {
			return py.Value{}, err
		}
		if n < 0 || n > 1<<31-1-f(0) || name == "CMSG_SPACE" && n > 1<<31-1-f(1) {
			return py.Value{}, t.Raise(py.OverflowError, "%s() argument out of range", name)
		}
		return py.IntOf(f(n)), nil
	}
}

func socketpair(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	n := [3]int{host.AF_UNIX, host.SOCK_STREAM, 0}
	if err := ints(t, "socketpair", args, 0, n[:]); err != nil {
		return py.Value{}, err
	}
	a, b, err := netOf(t).Socketpair(n[0], n[1], n[2])
	if err != nil {
		return py.Value{}, t.OSErr(err)
	}
	s0, exc := newSocket(t, a, n[0], n[1], n[2])
	if exc != nil {
		return py.Value{}, exc
	}
	s1, exc := newSocket(t, b, n[0], n[1], n[2])
	if exc != nil {
		return py.Value{}, exc
	}
	return py.NewTuple(py.FromHeader(&s0.Header), py.FromHeader(&s1.Header)).Value(), nil
}

func interfaces(t *py.Thread) ([]host.Interface, *py.Exc) {
	list, err := netOf(t).Interfaces()
	if err != nil {
		return nil, t.OSErr(err)
	}
	return list, nil
}

func init() {
	py.RegisterPackage(func() {
		registerModule()
		registerSocket()
	}, "_socket")
}

func registerModule() {
	py.RegisterModule(py.ModuleSpec{
		Name: "_socket", Doc: "Implementation module for socket operations.\n\nSee the socket module for documentation.",
		Types: []*py.Type{socketType, gaiError, hError},
		Methods: []py.MethodSpec{
			{Name: "getaddrinfo", Sig: "host, port, family=0, type=0, proto=0, flags=0", Fn: py.FnSig(getaddrinfo), Doc: "getaddrinfo(host, port [, family, type, proto, flags])\n    -> list of (family, type, proto, canonname, sockaddr)\n\nWhat a socket can be made of and connected to to reach host and port."},
			{Name: "getnameinfo", Fn: py.FnRaw(getnameinfo), Doc: "getnameinfo(sockaddr, flags) --> (host, port)\n\nThe names of the host and the service at an address."},
			{Name: "gethostbyname", Fn: py.FnRaw(gethostbyname), Doc: "gethostbyname(host) -> address\n\nThe IPv4 address of a host, as text."},
			{Name: "gethostbyname_ex", Fn: py.FnRaw(gethostbynameEx), Doc: "gethostbyname_ex(host) -> (name, aliaslist, addresslist)\n\nThe names and IPv4 addresses of a host."},
			{Name: "gethostbyaddr", Fn: py.FnRaw(gethostbyaddr), Doc: "gethostbyaddr(host) -> (name, aliaslist, addresslist)\n\nThe names of the host at an address."},
			{Name: "gethostname", Doc: "gethostname() -> string\n\nThe name of this host.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				u, err := t.Interp().Host().Process.Uname()
				if err != nil {
					return py.Value{}, t.OSErr(err)
				}
				return py.FSDecode(u.Nodename).Value(), nil
			})},
			{Name: "sethostname", Doc: "sethostname(name)\n\nSet the name of this host.", Fn: py.Fn1(func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
				name, err := t.FSEncode(v)
				if err != nil {
					return py.Value{}, err
				}
				if err := netOf(t).SetHostname(name); err != nil {
					return py.Value{}, t.OSErr(err)
				}
				return py.None, nil
			})},
			{Name: "getservbyname", Fn: py.FnRaw(getservbyname), Doc: "getservbyname(servicename[, protocolname]) -> integer\n\nThe port of a service; the protocol is 'tcp' or 'udp'."},
			{Name: "getservbyport", Fn: py.FnRaw(getservbyport), Doc: "getservbyport(port[, protocolname]) -> string\n\nThe service at a port; the protocol is 'tcp' or 'udp'."},
			{Name: "getprotobyname", Fn: py.FnRaw(getprotobyname), Doc: "getprotobyname(name) -> integer\n\nThe number of a protocol."},
			{Name: "close", Sig: "object, /", Doc: "close(integer) -> None\n\nClose a socket's descriptor.", Fn: py.Fn1(func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
				fd, err := t.CInt(v)
				if err != nil {
					return py.Value{}, err
				}
				if err := t.Interp().Host().Files.Close(fd); err != nil && host.Errno(err) != host.ECONNRESET {
					return py.Value{}, t.OSErr(err)
				}
				return py.None, nil
			})},
			{Name: "dup", Sig: "object, /", Doc: "dup(integer) -> integer\n\nDuplicate a socket's descriptor.", Fn: py.Fn1(func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
				fd, err := t.CInt(v)
				if err != nil {
					return py.Value{}, err
				}
				n, herr := t.Interp().Host().Files.Dup(fd, false)
				if herr != nil {
					return py.Value{}, t.OSErr(herr)
				}
				return py.IntOf(n), nil
			})},
			{Name: "socketpair", Fn: py.FnRaw(socketpair), Doc: "socketpair([family[, type [, proto]]]) -> (socket object, socket object)\n\nA pair of connected sockets."},
			{Name: "htons", Sig: "x, /", Fn: swap16("htons"), Doc: "Convert a 16-bit unsigned integer from host to network byte order."},
			{Name: "ntohs", Sig: "x, /", Fn: swap16("ntohs"), Doc: "Convert a 16-bit unsigned integer from network to host byte order."},
			{Name: "htonl", Sig: "object, /", Fn: py.Fn1(swap32), Doc: "htonl(integer) -> integer\n\nConvert a 32-bit integer from host to network byte order."},
			{Name: "ntohl", Sig: "object, /", Fn: py.Fn1(swap32), Doc: "ntohl(integer) -> integer\n\nConvert a 32-bit integer from network to host byte order."},
			{Name: "inet_aton", Sig: "ip_addr, /", Fn: py.Fn1(inetAton), Doc: "Convert an IP address in string format (123.45.67.89) to the 32-bit packed binary format used in low-level network functions."},
			{Name: "inet_ntoa", Sig: "packed_ip, /", Fn: py.Fn1(inetNtoa), Doc: "Convert an IP address from 32-bit packed binary format to string format."},
			{Name: "inet_pton", Fn: py.FnRaw(inetPton), Doc: "inet_pton(af, ip) -> packed IP address string\n\nConvert an address from text to bytes."},
			{Name: "inet_ntop", Fn: py.FnRaw(inetNtop), Doc: "inet_ntop(af, packed_ip) -> string formatted IP address\n\nConvert an address from bytes to text."},
			{Name: "getdefaulttimeout", Doc: "getdefaulttimeout() -> timeout\n\nThe timeout in seconds of new sockets, None for none.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				return timeoutValue(defaultsOf(t).timeout.Load()), nil
			})},
			{Name: "setdefaulttimeout", Sig: "object, /", Doc: "setdefaulttimeout(timeout)\n\nSet the timeout in seconds of new sockets, None for none.", Fn: py.Fn1(func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
				ns, err := parseTimeout(t, v)
				if err != nil {
					return py.Value{}, err
				}
				defaultsOf(t).timeout.Store(ns)
				return py.None, nil
			})},
			{Name: "if_nameindex", Doc: "if_nameindex()\n\nReturns a list of network interface information (index, name) tuples.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				list, err := interfaces(t)
				if err != nil {
					return py.Value{}, err
				}
				out := make([]py.Value, len(list))
				for i, x := range list {
					out[i] = py.NewTuple(py.IntOf(x.Index), py.FSDecode(x.Name).Value()).Value()
				}
				return py.NewList(out).Value(), nil
			})},
			{Name: "if_nametoindex", Sig: "oname, /", Doc: "Returns the interface index corresponding to the interface name if_name.", Fn: py.Fn1(func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
				name, err := t.FSEncode(v)
				if err != nil {
					return py.Value{}, err
				}
				list, err := interfaces(t)
				if err != nil {
					return py.Value{}, err
				}
				for _, x := range list {
					if x.Name == name {
						return py.IntOf(x.Index), nil
					}
				}
				return py.Value{}, t.Raise(py.OSError, "no interface with this name")
			})},
			{Name: "if_indextoname", Sig: "object, /", Doc: "if_indextoname(if_index)\n\nReturns the interface name corresponding to the interface index if_index.", Fn: py.Fn1(func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
				if !py.IsInt(v) {
					return py.Value{}, t.TypeErr("an integer is required")
				}
				b := py.BigOf(v)
				if b.Sign() < 0 {
					return py.Value{}, t.Raise(py.OverflowError, "can't convert negative value to unsigned int")
				}
				if !b.IsUint64() || b.Uint64() > 1<<32-1 {
					return py.Value{}, t.Raise(py.OverflowError, "Python int too large to convert to C unsigned int")
				}
				list, err := interfaces(t)
				if err != nil {
					return py.Value{}, err
				}
				for _, x := range list {
					if uint64(x.Index) == b.Uint64() {
						return py.FSDecode(x.Name).Value(), nil
					}
				}
				return py.Value{}, t.OSErrno(host.ENXIO)
			})},
			{Name: "CMSG_LEN", Fn: cmsg("CMSG_LEN", host.CmsgLen), Doc: "CMSG_LEN(length) -> control message length\n\nThe length of a control message with length bytes of data."},
			{Name: "CMSG_SPACE", Fn: cmsg("CMSG_SPACE", host.CmsgSpace), Doc: "CMSG_SPACE(length) -> buffer size\n\nThe room that a control message with length bytes of data takes."},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("SocketType", socketType.Value())
			m.Set("error", py.OSError.Value())
			m.Set("timeout", py.TimeoutError.Value())
			m.Set("has_ipv6", py.True)
			for _, c := range host.SocketConstants() {
				m.Set(c.Name, py.IntOf(c.Value))
			}
			return nil
		},
	})
}
