package socket

import (
	"context"
	"errors"
	"net/netip"
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// Addresses: Python's tuples and strings, and looking names up.

// addrValue is an address as Python has it.
func addrValue(a host.SockAddr) py.Value {
	switch a.Family {
	case host.AF_INET:
		return py.NewTuple(py.NewStr(a.IP.String()).Value(), py.IntOf(a.Port)).Value()
	case host.AF_INET6:
		return py.NewTuple(py.NewStr(ipText(a.IP)).Value(), py.IntOf(a.Port), py.Int64(int64(a.Flow)), py.Int64(int64(a.Scope))).Value()
	case host.AF_UNIX:
		if strings.HasPrefix(a.Path, "\x00") {
			return py.NewBytes([]byte(a.Path)).Value()
		}
		return py.FSDecode(a.Path).Value()
	}
	return py.None
}

// ipText writes an address as the C library does: the last 32 bits of one that
// is compatible with IPv4 in decimal.
func ipText(a netip.Addr) string {
	if b := a.As16(); a.Is6() && !a.Is4In6() {
		zeros := true
		for _, x := range b[:12] {
			zeros = zeros && x == 0
		}
		if zeros && (b[12] != 0 || b[13] != 0) {
			return "::" + netip.AddrFrom4([4]byte(b[12:])).String()
		}
	}
	return a.WithZone("").String()
}

// hostArg converts the host of an address to the text that is looked up.
func hostArg(t *py.Thread, v py.Value) (string, *py.Exc) {
	var text string
	if s, ok := py.ToStr(v); ok {
		if s.ASCII() {
			text = s.String()
		} else {
			b, err := t.Encode(s, "idna", "strict")
			if err != nil {
				return "", err
			}
			text = string(b.Bytes())
		}
	} else if b, ok := py.ToBytes(v); ok {
		text = string(b.Bytes())
	} else if b, ok := py.ToByteArray(v); ok {
		text = string(b.Data(t))
	} else {
		return "", t.TypeErr("str, bytes or bytearray expected, not %s", v.Type().Name())
	}
	if strings.Contains(text, "\x00") {
		return "", t.TypeErr("host name must not contain null character")
	}
	return text, nil
}

// parseAddr converts the address argument of function fname for a socket of
// that family.
func parseAddr(t *py.Thread, family int, fname string, v py.Value) (host.SockAddr, *py.Exc) {
	a := host.SockAddr{Family: family}
	switch family {
	case host.AF_UNIX:
		if s, ok := py.ToStr(v); ok {
			text, err := t.FSEncodeText(s)
			if err != nil {
				return a, err
			}
			a.Path = text
		} else if err := t.BytesLike(v, func(b []byte) *py.Exc { a.Path = string(b); return nil }); err != nil {
			return a, err
		}
		most := 107
		if strings.HasPrefix(a.Path, "\x00") {
			most = 108
		}
		if len(a.Path) > most {
			return a, t.Raise(py.OSError, "AF_UNIX path too long")
		}
		if i := strings.IndexByte(a.Path, 0); i > 0 {
			a.Path = a.Path[:i]
		}
		return a, nil
	case host.AF_INET, host.AF_INET6:
	default:
		return a, t.Raise(py.OSError, "%s(): bad family", fname)
	}
	tuple, ok := py.ToTuple(v)
	kind, most, want := "AF_INET", 2, "AF_INET address must be a pair (host, port)"
	if family == host.AF_INET6 {
		kind, most, want = "AF_INET6", 4, "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])"
	}
	if !ok {
		return a, t.TypeErr("%s(): %s address must be tuple, not %s", fname, kind, v.Type().Name())
	}
	items := tuple.Items()
	if len(items) < 2 || len(items) > most {
		return a, t.TypeErr("%s", want)
	}
	text, err := hostArg(t, items[0])
	if err != nil {
		return a, err
	}
	port, err := t.CInt(items[1])
	if err != nil {
		if err.Is(py.OverflowError) {
			err = t.Raise(py.OverflowError, "%s(): port must be 0-65535.", fname)
		}
		return a, err
	}
	for i, p := range [...]*uint32{&a.Flow, &a.Scope} {
		if len(items) <= 2+i {
			break
		}
		x, err := t.Index(items[2+i])
		if err != nil {
			return a, err
		}
		n, _ := py.SmallInt(x)
		*p = uint32(n)
	}
	if a.IP, err = resolve(t, text, family); err != nil {
		return a, err
	}
	switch {
	case port < 0 || port > 0xffff:
		return a, t.Raise(py.OverflowError, "%s(): port must be 0-65535.", fname)
	case a.Flow > 0xfffff:
		return a, t.Raise(py.OverflowError, "%s(): flowinfo must be 0-1048575.", fname)
	}
	a.Port = port
	if z := a.IP.Zone(); z != "" {
		if a.Scope == 0 {
			a.Scope = scopeOf(t, z)
		}
		a.IP = a.IP.WithZone("")
	}
	return a, nil
}

// scopeOf is the number of the interface that a zone names.
func scopeOf(t *py.Thread, zone string) uint32 {
	if n, err := strconv.ParseUint(zone, 10, 32); err == nil {
		return uint32(n)
	}
	if list, err := netOf(t).Interfaces(); err == nil {
		for _, x := range list {
			if x.Name == zone {
				return uint32(x.Index)
			}
		}
	}
	return 0
}

// parseIP4 reads an IPv4 address in the forms of inet_aton(): one to four
// numbers, decimal, octal or hexadecimal.
func parseIP4(s string) (netip.Addr, bool) {
	parts := strings.Split(s, ".")
	if len(parts) > 4 {
		return netip.Addr{}, false
	}
	var sum uint64
	for i, p := range parts {
		if p == "" || p[0] < '0' || p[0] > '9' {
			return netip.Addr{}, false
		}
		base := 10
		switch {
		case strings.HasPrefix(p, "0x") || strings.HasPrefix(p, "0X"):
			p, base = p[2:], 16
		case p[0] == '0' && len(p) > 1:
			p, base = p[1:], 8
		}
		n, err := strconv.ParseUint(p, base, 33)
		if err != nil {
			return netip.Addr{}, false
		}
		if i < len(parts)-1 {
			if n > 255 {
				return netip.Addr{}, false
			}
			sum |= n << (24 - 8*i)
			continue
		}
		if n >= 1<<(8*(5-len(parts))) {
			return netip.Addr{}, false
		}
		sum |= n
	}
	return netip.AddrFrom4([4]byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)}), true
}

// parseIP reads a numeric address.
func parseIP(s string) (netip.Addr, bool) {
	if strings.Contains(s, ":") {
		a, err := netip.ParseAddr(s)
		return a, err == nil
	}
	return parseIP4(s)
}

var gaiTexts = map[int]string{
	host.EAI_ADDRFAMILY: "Address family for hostname not supported",
	host.EAI_AGAIN:      "Temporary failure in name resolution",
	host.EAI_BADFLAGS:   "Bad value for ai_flags",
	host.EAI_FAIL:       "Non-recoverable failure in name resolution",
	host.EAI_FAMILY:     "ai_family not supported",
	host.EAI_NONAME:     "Name or service not known",
	host.EAI_SERVICE:    "Servname not supported for ai_socktype",
	host.EAI_SOCKTYPE:   "ai_socktype not supported",
}

func gaiErr(num int) *py.Exc {
	return py.NewExc(gaiError, py.IntOf(num), py.NewStr(gaiTexts[num]).Value())
}

// lookupExc is the gaierror of a failed look-up.
func lookupExc(err error) *py.Exc {
	var e *host.LookupError
	switch {
	case errors.As(err, &e) && e.NotFound:
		return gaiErr(host.EAI_NONAME)
	case errors.As(err, &e) && e.Temporary:
		return gaiErr(host.EAI_AGAIN)
	}
	return gaiErr(host.EAI_FAIL)
}

// validName tells whether a name can be one of a host; others are not asked for.
func validName(s string) bool {
	return s != "" && len(s) <= 254 && !strings.ContainsAny(s, " \t\n\r\x00/%")
}

// lookup asks the system for the addresses of a name, IPv4 ones first.
func lookup(t *py.Thread, text string, family int) ([]netip.Addr, *py.Exc) {
	network := "ip"
	switch family {
	case host.AF_INET:
		network = "ip4"
	case host.AF_INET6:
		network = "ip6"
	}
	if !validName(text) {
		return nil, gaiErr(host.EAI_NONAME)
	}
	var list []netip.Addr
	var err error
	nw := netOf(t)
	t.Blocking(func() { list, err = nw.LookupIP(context.Background(), network, text) })
	if err == nil && len(list) == 0 {
		err = &host.LookupError{NotFound: true}
	}
	if err != nil {
		return nil, lookupExc(err)
	}
	return list, nil
}

// resolve gives the one address of a family that a text stands for.
func resolve(t *py.Thread, text string, family int) (netip.Addr, *py.Exc) {
	switch {
	case text == "":
		if family == host.AF_INET6 {
			return netip.IPv6Unspecified(), nil
		}
		return netip.AddrFrom4([4]byte{}), nil
	case text == "<broadcast>" || text == "255.255.255.255":
		if family == host.AF_INET6 {
			return netip.Addr{}, t.Raise(py.OSError, "address family mismatched")
		}
		return netip.AddrFrom4([4]byte{255, 255, 255, 255}), nil
	}
	if a, ok := parseIP(text); ok {
		if a.Is4() == (family == host.AF_INET6) {
			return netip.Addr{}, gaiErr(host.EAI_ADDRFAMILY)
		}
		return a, nil
	}
	list, err := lookup(t, text, family)
	if err != nil {
		return netip.Addr{}, err
	}
	return list[0], nil
}
