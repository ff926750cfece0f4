// Package posix is the posix module: the operating system as Lib/os.py and
// its users expect it.
package posix

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/codec"
	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// fspath is a path argument: its bytes, and how results are to look.
type fspath struct {
	name  string // bytes as the system wants them
	bytes bool   // the argument was bytes
	fd    int    // a descriptor instead of a name, else -1
	arg   py.Value
}

// value makes a file name of the same kind as the argument.
func (p *fspath) value(name string) py.Value {
	if p.bytes {
		return py.NewBytes([]byte(name)).Value()
	}
	return decode(name)
}

// decode turns a file name from the system into a str (surrogateescape).
func decode(name string) py.Value {
	s, _, err := codec.DecodeUTF8([]byte(name), true, codec.SurrogateEscapeDecode)
	if err != nil {
		s = codec.DecodeLatin1([]byte(name)) // the handler accepts every byte
	}
	return py.NewStr(s).Value()
}

// encode turns a str into a file name for the system.
func encode(t *py.Thread, s *py.Str) (string, *py.Exc) {
	b, cerr := codec.EncodeUTF8(s.String(), codec.SurrogateEscapeEncode)
	if cerr != nil {
		_, err := t.CallMethodS(s.Value(), "encode", py.NewStr("utf-8").Value(), py.NewStr("surrogateescape").Value())
		return "", err
	}
	return string(b), nil
}

// path converts a path argument of function fn. allowFd accepts a descriptor,
// nullable None (which stands for ".").
func path(t *py.Thread, fn, arg string, v py.Value, allowFd, nullable bool) (fspath, *py.Exc) {
	p := fspath{fd: -1, arg: v}
	if v.IsNil() || nullable && v.IsNone() {
		p.name, p.arg = ".", py.Value{}
		return p, nil
	}
	if s, ok := py.ToStr(v); ok {
		n, err := encode(t, s)
		if err != nil {
			return p, err
		}
		p.name = n
	} else if b, ok := py.ToBytes(v); ok {
		p.name, p.bytes = string(b.Bytes()), true
	} else if allowFd && v.Type().Slots().Index != nil {
		n, err := t.AsInt(v)
		if err != nil {
			return p, err
		}
		p.fd = n
		return p, nil
	} else {
		r, err := fspathOf(t, v)
		if err != nil {
			if err.Is(py.TypeError) {
				kinds := "string, bytes or os.PathLike"
				if allowFd && nullable {
					kinds = "string, bytes, os.PathLike, integer or None"
				} else if allowFd {
					kinds = "string, bytes, os.PathLike or integer"
				} else if nullable {
					kinds = "string, bytes, os.PathLike or None"
				}
				if !t.HasSpecial(v, "__fspath__") {
					return p, t.TypeErr("%s: %s should be %s, not %s", fn, arg, kinds, v.Type().Name())
				}
			}
			return p, err
		}
		q, err := path(t, fn, arg, r, false, false)
		q.arg = v
		return q, err
	}
	if strings.IndexByte(p.name, 0) >= 0 {
		return p, t.ValueErr("%s: embedded null character in %s", fn, arg)
	}
	return p, nil
}

// fspathOf is os.fspath.
func fspathOf(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	if _, ok := py.ToStr(v); ok {
		return v, nil
	}
	if _, ok := py.ToBytes(v); ok {
		return v, nil
	}
	r, found, err := t.CallSpecial(v, "__fspath__")
	if err != nil {
		return r, err
	}
	if !found {
		return r, t.TypeErr("expected str, bytes or os.PathLike object, not %s", v.Type().Name())
	}
	_, isStr := py.ToStr(r)
	_, isBytes := py.ToBytes(r)
	if !isStr && !isBytes {
		return r, t.TypeErr("expected %s.__fspath__() to return str or bytes, not %s", v.Type().Name(), r.Type().Name())
	}
	return r, nil
}

// fail makes the OSError of a failed call on a path.
func (p *fspath) fail(t *py.Thread, err error) *py.Exc {
	if p.arg.IsNil() {
		return t.OSErr(err)
	}
	return t.OSErr(err, p.arg)
}

// dirFd converts a dir_fd argument.
func dirFd(t *py.Thread, v py.Value) (int, *py.Exc) {
	if v.IsNil() || v.IsNone() {
		return host.AtCwd, nil
	}
	if v.Type().Slots().Index == nil {
		return 0, t.TypeErr("argument should be integer or None, not %s", v.Type().Name())
	}
	return t.AsInt(v)
}

// truth converts an optional bool argument.
func truth(t *py.Thread, v py.Value, def bool) (bool, *py.Exc) {
	if v.IsNil() {
		return def, nil
	}
	return t.Truth(v)
}

// intArg converts an optional int argument.
func intArg(t *py.Thread, v py.Value, def int) (int, *py.Exc) {
	if v.IsNil() {
		return def, nil
	}
	return t.AsInt(v)
}

// normpath is os.path.normpath of POSIX.
func normpath(s string) string {
	if s == "" {
		return "."
	}
	slashes := ""
	if strings.HasPrefix(s, "/") {
		slashes = "/"
		if strings.HasPrefix(s, "//") && !strings.HasPrefix(s, "///") {
			slashes = "//"
		}
	}
	var out []string
	for _, c := range strings.Split(s, "/") {
		switch {
		case c == "" || c == ".":
		case c == ".." && (slashes == "" && len(out) == 0 || len(out) > 0 && out[len(out)-1] == ".."):
			out = append(out, c)
		case c == "..":
			if len(out) > 0 {
				out = out[:len(out)-1]
			}
		default:
			out = append(out, c)
		}
	}
	r := slashes + strings.Join(out, "/")
	if r == "" {
		return "."
	}
	return r
}

// splitRoot is os.path.splitroot of POSIX: drive (always empty), root, tail.
func splitRoot(s string) (root, tail string) {
	switch {
	case !strings.HasPrefix(s, "/"):
		return "", s
	case !strings.HasPrefix(s, "//") || strings.HasPrefix(s, "///"):
		return s[:1], s[1:]
	}
	return s[:2], s[2:]
}
