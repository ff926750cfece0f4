package socket

import (
	"context"
	"net/netip"
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// kinds are the types of sockets that getaddrinfo() knows, with the protocol of
// each; service is the name under which its ports are looked up.
var kinds = []struct {
	kind, proto int
	service     string
	explicit    bool // only when it is asked for
}{
	{host.SOCK_STREAM, host.IPPROTO_TCP, "tcp", false},
	{host.SOCK_DGRAM, host.IPPROTO_UDP, "udp", false},
	{sockSeqpacket, 132, "sctp", true},
	{host.SOCK_RAW, 0, "", false},
}

const sockSeqpacket = 5

func getaddrinfo(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	name, hasName := "", false
	if !a[0].IsNone() {
		if _, ok := py.ToByteArray(a[0]); ok {
			return py.Value{}, t.TypeErr("getaddrinfo() argument 1 must be string or None")
		}
		_, isStr := py.ToStr(a[0])
		_, isBytes := py.ToBytes(a[0])
		if !isStr && !isBytes {
			return py.Value{}, t.TypeErr("getaddrinfo() argument 1 must be string or None")
		}
		var err *py.Exc
		if name, err = hostArg(t, a[0]); err != nil {
			if err.Is(py.TypeError) {
				err = gaiErr(host.EAI_NONAME)
			}
			return py.Value{}, err
		}
		hasName = true
	}
	service, hasService := "", false
	switch v := a[1]; {
	case v.IsNone():
	case py.IsInt(v):
		x, err := t.Index(v)
		if err != nil {
			return py.Value{}, err
		}
		if service, err = py.IntText(t, x); err != nil {
			return py.Value{}, err
		}
		hasService = true
	default:
		if s, ok := py.ToStr(v); ok {
			b, err := t.Encode(s, "utf-8", "strict")
			if err != nil {
				return py.Value{}, err
			}
			service = string(b.Bytes())
		} else if b, ok := py.ToBytes(v); ok {
			service = string(b.Bytes())
		} else {
			return py.Value{}, t.Raise(py.OSError, "Int or String expected")
		}
		hasService = true
	}
	var n [4]int
	for i := range n {
		if !a[2+i].IsNil() {
			var err *py.Exc
			if n[i], err = t.CInt(a[2+i]); err != nil {
				return py.Value{}, err
			}
		}
	}
	list, err := addrInfo(t, name, hasName, service, hasService, n[0], n[1], n[2], n[3])
	if err != nil {
		return py.Value{}, err
	}
	return py.NewList(list).Value(), nil
}

// target is one address to be told, with its port for each kind of socket.
type target struct {
	ip    netip.Addr
	scope uint32
}

func addrInfo(t *py.Thread, name string, hasName bool, service string, hasService bool, family, kind, proto, flags int) ([]py.Value, *py.Exc) {
	if !hasName && !hasService {
		return nil, gaiErr(host.EAI_NONAME)
	}
	if family != host.AF_UNSPEC && family != host.AF_INET && family != host.AF_INET6 {
		return nil, gaiErr(host.EAI_FAMILY)
	}
	if flags&host.AI_CANONNAME != 0 && !hasName {
		return nil, gaiErr(host.EAI_BADFLAGS)
	}
	// The kinds that fit.
	type choice struct {
		kind, proto, port int
	}
	var choices []choice
	port, numeric := 0, true
	if hasService {
		x, err := strconv.ParseInt(strings.TrimSpace(service), 10, 32)
		numeric = err == nil
		port = int(x) & 0xffff
		if !numeric && flags&host.AI_NUMERICSERV != 0 {
			return nil, gaiErr(host.EAI_NONAME)
		}
	}
	known := kind == 0
	for _, k := range kinds {
		known = known || k.kind == kind
		raw := k.kind == host.SOCK_RAW
		switch {
		case kind != 0 && k.kind != kind, kind == 0 && k.explicit:
			continue
		case proto != 0 && proto != k.proto && !raw:
			continue
		case raw && (kind != 0 || proto != 0) && hasService:
			continue // such sockets have no ports
		case raw && !numeric:
			continue
		}
		c := choice{k.kind, k.proto, port}
		if raw {
			c.proto = proto
		}
		if !numeric {
			n, ok := findPort(t, k.service, service)
			if !ok {
				continue
			}
			c.port = n
		}
		choices = append(choices, c)
	}
	switch {
	case !known:
		return nil, gaiErr(host.EAI_SOCKTYPE)
	case len(choices) == 0:
		return nil, gaiErr(host.EAI_SERVICE)
	}
	targets, canon, exc := targetsOf(t, name, hasName, family, flags)
	if exc != nil {
		return nil, exc
	}
	var out []py.Value
	for _, x := range targets {
		a := host.SockAddr{Family: host.AF_INET, IP: x.ip}
		if x.ip.Is6() {
			a.Family, a.Scope = host.AF_INET6, x.scope
		}
		for _, c := range choices {
			a.Port = c.port
			out = append(out, py.NewTuple(py.IntOf(a.Family), py.IntOf(c.kind), py.IntOf(c.proto), py.NewStr(canon).Value(), addrValue(a)).Value())
			canon = "" // only the first tells it
		}
	}
	return out, nil
}

func targetsOf(t *py.Thread, name string, hasName bool, family, flags int) (out []target, canon string, exc *py.Exc) {
	if !hasName {
		v4, v6 := netip.AddrFrom4([4]byte{127, 0, 0, 1}), netip.IPv6Loopback()
		first, second := v6, v4
		if flags&host.AI_PASSIVE != 0 {
			v4, v6 = netip.AddrFrom4([4]byte{}), netip.IPv6Unspecified()
			first, second = v4, v6
		}
		for _, ip := range [...]netip.Addr{first, second} {
			if family == host.AF_UNSPEC || ip.Is4() == (family == host.AF_INET) {
				out = append(out, target{ip: ip})
			}
		}
		return out, "", nil
	}
	if flags&host.AI_CANONNAME != 0 {
		canon = name
	}
	if ip, ok := parseIP(name); ok {
		if family != host.AF_UNSPEC && ip.Is4() != (family == host.AF_INET) {
			return nil, "", gaiErr(host.EAI_ADDRFAMILY)
		}
		x := target{ip: ip.WithZone("")}
		if z := ip.Zone(); z != "" {
			if x.scope = scopeOf(t, z); x.scope == 0 {
				return nil, "", gaiErr(host.EAI_NONAME)
			}
		}
		return []target{x}, canon, nil
	}
	if flags&host.AI_NUMERICHOST != 0 {
		return nil, "", gaiErr(host.EAI_NONAME)
	}
	list, exc := lookup(t, name, family)
	if exc != nil {
		return nil, "", exc
	}
	for _, ip := range list {
		out = append(out, target{ip: ip.WithZone("")})
	}
	return out, canon, nil
}

// findPort looks the port of a service up.
func findPort(t *py.Thread, network, service string) (int, bool) {
	if network != "tcp" && network != "udp" || service == "" {
		return 0, false
	}
	if n, ok := portIn(t, network, service); ok {
		return n, true
	}
	return 0, false
}

// services reads the system's table of services: name, port and protocol.
func services(t *py.Thread) [][3]string {
	var out [][3]string
	for _, f := range tableLines(t, "/etc/services") {
		port, proto, ok := strings.Cut(f[1], "/")
		if !ok {
			continue
		}
		out = append(out, [3]string{f[0], port, proto})
		for _, alias := range f[2:] {
			out = append(out, [3]string{alias, port, proto})
		}
	}
	return out
}

// tableLines reads a table of words, without its comments; each line has two
// words at least.
func tableLines(t *py.Thread, path string) [][]string {
	text, err := host.ReadFile(t.Interp().Host().Files, path)
	if err != nil {
		return nil // a system without the table knows no names
	}
	var out [][]string
	for line := range strings.SplitSeq(string(text), "\n") {
		line, _, _ = strings.Cut(line, "#")
		if f := strings.Fields(line); len(f) >= 2 {
			out = append(out, f)
		}
	}
	return out
}

func portIn(t *py.Thread, network, service string) (int, bool) {
	for _, s := range services(t) {
		if s[0] == service && (network == "" || s[2] == network) {
			if n, err := strconv.Atoi(s[1]); err == nil {
				return n, true
			}
		}
	}
	if network == "" {
		network = "tcp"
	}
	// The resolver has a small table of its own.
	var n int
	var err error
	t.Blocking(func() { n, err = netOf(t).LookupPort(context.Background(), network, service) })
	return n, err == nil && !isNumber(service)
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

func textArg(t *py.Thread, fname string, i int, v py.Value) (string, *py.Exc) {
	s, err := t.StrArg(fname, i, v)
	if err != nil {
		return "", err
	}
	return s.String(), nil
}

func getservbyname(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	var a [2]py.Value
	if err := positional(t, "getservbyname", args, 1, 2, a[:]); err != nil {
		return py.Value{}, err
	}
	name, err := textArg(t, "getservbyname", 1, a[0])
	if err != nil {
		return py.Value{}, err
	}
	proto := ""
	if !a[1].IsNil() {
		if proto, err = textArg(t, "getservbyname", 2, a[1]); err != nil {
			return py.Value{}, err
		}
	}
	if proto == "" || proto == "tcp" || proto == "udp" {
		for _, s := range services(t) {
			if s[0] == name && (proto == "" || s[2] == proto) {
				if n, err := strconv.Atoi(s[1]); err == nil {
					return py.IntOf(n), nil
				}
			}
		}
	}
	return py.Value{}, t.Raise(py.OSError, "service/proto not found")
}

func getservbyport(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	var a [2]py.Value
	if err := positional(t, "getservbyport", args, 1, 2, a[:]); err != nil {
		return py.Value{}, err
	}
	port, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	proto := ""
	if !a[1].IsNil() {
		if proto, err = textArg(t, "getservbyport", 2, a[1]); err != nil {
			return py.Value{}, err
		}
	}
	if port < 0 || port > 0xffff {
		return py.Value{}, t.Raise(py.OverflowError, "getservbyport: port must be 0-65535.")
	}
	if name := serviceAt(t, port, proto); name != "" {
		return py.NewStr(name).Value(), nil
	}
	return py.Value{}, t.Raise(py.OSError, "port/proto not found")
}

func serviceAt(t *py.Thread, port int, proto string) string {
	want := strconv.Itoa(port)
	for _, s := range services(t) {
		if s[1] == want && (proto == "" || s[2] == proto) {
			return s[0]
		}
	}
	return ""
}

// protocols that every system knows.
var protocols = map[string]int{"ip": 0, "icmp": 1, "igmp": 2, "tcp": 6, "egp": 8, "udp": 17, "ipv6": 41, "gre": 47, "esp": 50, "ah": 51, "ipv6-icmp": 58, "sctp": 132}

func getprotobyname(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	var a [1]py.Value
	if err := positional(t, "getprotobyname", args, 1, 1, a[:]); err != nil {
		return py.Value{}, err
	}
	name, err := textArg(t, "getprotobyname", 0, a[0])
	if err != nil {
		return py.Value{}, err
	}
	for _, f := range tableLines(t, "/etc/protocols") {
		for i, w := range f {
			if i != 1 && w == name {
				if n, err := strconv.Atoi(f[1]); err == nil {
					return py.IntOf(n), nil
				}
			}
		}
	}
	if n, ok := protocols[name]; ok {
		return py.IntOf(n), nil
	}
	return py.Value{}, t.Raise(py.OSError, "protocol not found")
}

// nameArg is the host argument of the gethostby functions.
func nameArg(t *py.Thread, fname string, args py.Args) (string, *py.Exc) {
	var a [1]py.Value
	if err := positional(t, fname, args, 1, 1, a[:]); err != nil {
		return "", err
	}
	_, isStr := py.ToStr(a[0])
	_, isBytes := py.ToBytes(a[0])
	_, isArray := py.ToByteArray(a[0])
	if !isStr && !isBytes && !isArray {
		return "", t.TypeErr("%s() argument 1 must be str, bytes or bytearray, not %s", fname, py.ArgTypeName(a[0]))
	}
	return hostArg(t, a[0])
}

func gethostbyname(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	name, err := nameArg(t, "gethostbyname", args)
	if err != nil {
		return py.Value{}, err
	}
	ip, err := resolve(t, name, host.AF_INET)
	if err != nil {
		return py.Value{}, err
	}
	return py.NewStr(ip.String()).Value(), nil
}

func hostTuple(name string, aliases []string, ips []netip.Addr) py.Value {
	al := make([]py.Value, len(aliases))
	for i, x := range aliases {
		al[i] = py.NewStr(x).Value()
	}
	list := make([]py.Value, len(ips))
	for i, x := range ips {
		list[i] = py.NewStr(ipText(x)).Value()
	}
	return py.NewTuple(py.NewStr(name).Value(), py.NewList(al).Value(), py.NewList(list).Value()).Value()
}

func gethostbynameEx(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	name, err := nameArg(t, "gethostbyname_ex", args)
	if err != nil {
		return py.Value{}, err
	}
	if ip, ok := parseIP4(name); ok {
		return hostTuple(name, nil, []netip.Addr{ip}), nil
	}
	ips, err := lookup(t, name, host.AF_INET)
	if err != nil {
		return py.Value{}, err
	}
	return hostTuple(name, nil, ips), nil
}

// namesOf looks the names of an address up.
func namesOf(t *py.Thread, ip netip.Addr) []string {
	var names []string
	nw := netOf(t)
	t.Blocking(func() {
		// A look-up that fails finds no names, whatever the reason.
		names, _ = nw.LookupName(context.Background(), ip.WithZone(""))
	})
	for i := range names {
		names[i] = strings.TrimSuffix(names[i], ".")
	}
	return names
}

func gethostbyaddr(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	name, err := nameArg(t, "gethostbyaddr", args)
	if err != nil {
		return py.Value{}, err
	}
	ip, ok := parseIP(name)
	if !ok {
		list, err := lookup(t, name, host.AF_UNSPEC)
		if err != nil {
			return py.Value{}, err
		}
		ip = list[0]
	}
	names := namesOf(t, ip)
	if len(names) == 0 {
		return py.Value{}, py.NewExc(hError, py.IntOf(1), py.NewStr("Unknown host").Value())
	}
	return hostTuple(names[0], names[1:], []netip.Addr{ip}), nil
}

func getnameinfo(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	var a [2]py.Value
	if err := positional(t, "getnameinfo", args, 2, 2, a[:]); err != nil {
		return py.Value{}, err
	}
	flags, err := t.CInt(a[1])
	if err != nil {
		return py.Value{}, err
	}
	tuple, ok := py.ToTuple(a[0])
	if !ok {
		return py.Value{}, t.TypeErr("getnameinfo() argument 1 must be a tuple")
	}
	items := tuple.Items()
	if len(items) < 2 || len(items) > 4 {
		return py.Value{}, t.TypeErr("getnameinfo(): illegal sockaddr argument")
	}
	name, ok := py.ToStr(items[0])
	if !ok {
		return py.Value{}, t.TypeErr("getnameinfo(): illegal sockaddr argument")
	}
	var n [3]int
	for i, x := range items[1:] {
		if n[i], err = t.CInt(x); err != nil {
			return py.Value{}, err
		}
	}
	if n[1] < 0 || n[1] > 0xfffff {
		return py.Value{}, t.Raise(py.OverflowError, "getnameinfo(): flowinfo must be 0-1048575.")
	}
	ip, ok := parseIP(name.String())
	if !ok {
		return py.Value{}, gaiErr(host.EAI_NONAME)
	}
	if ip.Is4() && len(items) != 2 {
		return py.Value{}, t.Raise(py.OSError, "IPv4 sockaddr must be 2 tuple")
	}
	hostText := ""
	if flags&host.NI_NUMERICHOST == 0 {
		if names := namesOf(t, ip); len(names) > 0 {
			hostText = names[0]
			if flags&host.NI_NOFQDN != 0 {
				hostText, _, _ = strings.Cut(hostText, ".")
			}
		} else if flags&host.NI_NAMEREQD != 0 {
			return py.Value{}, gaiErr(host.EAI_NONAME)
		}
	}
	if hostText == "" {
		hostText = ipText(ip.WithZone(""))
		scope := uint32(n[2])
		if scope == 0 && ip.Zone() != "" {
			scope = scopeOf(t, ip.Zone())
		}
		if scope != 0 {
			zone := strconv.Itoa(int(scope))
			if ip.IsLinkLocalUnicast() || ip.IsLinkLocalMulticast() {
				if list, err := netOf(t).Interfaces(); err == nil {
					for _, x := range list {
						if x.Index == int(scope) {
							zone = x.Name
						}
					}
				}
			}
			hostText += "%" + zone
		}
	}
	port := n[0] & 0xffff
	service := ""
	if flags&host.NI_NUMERICSERV == 0 {
		proto := "tcp"
		if flags&host.NI_DGRAM != 0 {
			proto = "udp"
		}
		service = serviceAt(t, port, proto)
	}
	if service == "" {
		service = strconv.Itoa(port)
	}
	return py.NewTuple(py.NewStr(hostText).Value(), py.NewStr(service).Value()).Value(), nil
}
