package posix

import (
	"math"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// path is a converted path argument.
type path struct {
	obj   py.Value // as errors show it: the str, bytes or int; nil for None
	text  string   // what the system gets
	fd    int      // the descriptor that was given, -1 for a name
	isFd  bool
	bytes bool // the argument was bytes
}

// pathKind says what a path argument may be beside str, bytes and os.PathLike.
type pathKind struct {
	fn, arg        string
	allowFd, allow bool // a descriptor; None
}

func (k pathKind) expected() string {
	switch {
	case k.allowFd && k.allow:
		return "string, bytes, os.PathLike, integer or None"
	case k.allowFd:
		return "string, bytes, os.PathLike or integer"
	case k.allow:
		return "string, bytes, os.PathLike or None"
	}
	return "string, bytes or os.PathLike"
}

// toPath converts a path argument.
func toPath(t *py.Thread, v py.Value, k pathKind) (p path, err *py.Exc) {
	p.fd = -1
	if k.arg == "" {
		k.arg = "path"
	}
	if v.IsNil() || v.IsNone() {
		if k.allow {
			p.text = "."
			return p, nil
		}
	}
	if s, ok := py.ToStr(v); ok {
		p.obj = v
		if p.text, err = t.FSEncodeText(s); err != nil {
			return p, err
		}
	} else if b, ok := py.ToBytes(v); ok {
		p.obj, p.bytes, p.text = v, true, string(b.Bytes())
	} else if k.allowFd && !v.IsNil() && v.Type().Slots().Index != nil {
		if v.Type() == py.BoolType {
			if err := t.Warn(py.RuntimeWarning, 1, "bool is used as a file descriptor"); err != nil {
				return p, err
			}
		}
		p.obj, p.isFd = v, true
		p.fd, err = fdNumber(t, v)
		return p, err
	} else {
		wrong := func() *py.Exc {
			return t.TypeErr("%s: %s should be %s, not %s", k.fn, k.arg, k.expected(), v.Type().BareName())
		}
		has, err := t.GetAttrOpt(v.Type().Value(), py.InternStr("__fspath__"))
		if err != nil {
			return p, err
		}
		if has.IsNil() || has.IsNone() {
			return p, wrong()
		}
		r, err := t.FSPath(v)
		if err != nil {
			return p, err
		}
		return toPath(t, r, pathKind{fn: k.fn, arg: k.arg})
	}
	if strings.IndexByte(p.text, 0) >= 0 {
		return p, t.ValueErr("%s: embedded null character in %s", k.fn, k.arg)
	}
	return p, nil
}

// fdNumber converts a descriptor given in place of a path.
func fdNumber(t *py.Thread, v py.Value) (int, *py.Exc) {
	x, err := t.Index(v)
	if err != nil {
		return -1, err
	}
	b := py.BigOf(x)
	switch {
	case !b.IsInt64() && b.Sign() > 0 || b.IsInt64() && b.Int64() > math.MaxInt32:
		return -1, t.Raise(py.OverflowError, "fd is greater than maximum")
	case !b.IsInt64() || b.Int64() < math.MinInt32:
		return -1, t.Raise(py.OverflowError, "fd is less than minimum")
	}
	return int(b.Int64()), nil
}

// name makes the str or bytes in which results are given back for p.
func (p *path) name(text string) py.Value {
	if p.bytes {
		return py.NewBytes([]byte(text)).Value()
	}
	return py.FSDecode(text).Value()
}

// fail is the OSError of an operation on p.
func (p *path) fail(t *py.Thread, err error) *py.Exc {
	return t.OSErrno(host.Errno(err), p.obj)
}

// dirFd converts a dir_fd argument.
func dirFd(t *py.Thread, v py.Value) (int, *py.Exc) {
	if v.IsNil() || v.IsNone() {
		return host.AtCwd, nil
	}
	if v.Type().Slots().Index == nil {
		return 0, t.TypeErr("argument should be integer or None, not %s", v.Type().BareName())
	}
	if v.Type() == py.BoolType {
		if err := t.Warn(py.RuntimeWarning, 1, "bool is used as a file descriptor"); err != nil {
			return 0, err
		}
	}
	return fdNumber(t, v)
}

// needPath refuses combinations of a descriptor with arguments that only make
// sense with a name.
func (p *path) needPath(t *py.Thread, fn string, dir int, follow bool) *py.Exc {
	if !p.isFd {
		return nil
	}
	if dir != host.AtCwd {
		return t.ValueErr("%s: can't specify dir_fd without matching path", fn)
	}
	if !follow {
		return t.ValueErr("%s: cannot use fd and follow_symlinks together", fn)
	}
	return nil
}

func truth(t *py.Thread, v py.Value, def bool) (bool, *py.Exc) {
	if v.IsNil() {
		return def, nil
	}
	return t.Truth(v)
}

// cInt converts an argument to a C int; def stands for one not given.
func cInt(t *py.Thread, v py.Value, def int) (int, *py.Exc) {
	if v.IsNil() {
		return def, nil
	}
	return t.CInt(v)
}

// do runs a system call; its failure is an OSError with the given names.
func do(t *py.Thread, f func(fs host.Files) error, names ...py.Value) *py.Exc {
	fs := t.Interp().Host().Files
	err, exc := t.Retry(func() error { return f(fs) })
	if exc != nil {
		return exc
	}
	if err != nil {
		return t.OSErrno(host.Errno(err), names...)
	}
	return nil
}

// doNone is do for functions that return None.
func doNone(t *py.Thread, f func(fs host.Files) error, names ...py.Value) (py.Value, *py.Exc) {
	if err := do(t, f, names...); err != nil {
		return py.Value{}, err
	}
	return py.None, nil
}

// normpath is posixpath.normpath on the text of a path.
func normpath(text string) string {
	if text == "" {
		return "."
	}
	root := ""
	switch {
	case strings.HasPrefix(text, "//") && !strings.HasPrefix(text, "///"):
		root = "//"
	case text[0] == '/':
		root = "/"
	}
	var parts []string
	for part := range strings.SplitSeq(text, "/") {
		switch {
		case part == "" || part == ".":
		case part != "..":
			parts = append(parts, part)
		case len(parts) > 0 && parts[len(parts)-1] != "..":
			parts = parts[:len(parts)-1]
		case root == "":
			parts = append(parts, part)
		}
	}
	if out := root + strings.Join(parts, "/"); out != "" {
		return out
	}
	return "."
}

// rawText gives the text of a path without encoding it, for functions that only
// work on names; null characters pass.
func rawText(t *py.Thread, fn string, v py.Value) (text string, isBytes bool, err *py.Exc) {
	if s, ok := py.ToStr(v); ok {
		return s.String(), false, nil
	}
	if b, ok := py.ToBytes(v); ok {
		return string(b.Bytes()), true, nil
	}
	has, err := t.GetAttrOpt(v.Type().Value(), py.InternStr("__fspath__"))
	if err != nil {
		return "", false, err
	}
	if has.IsNil() {
		return "", false, t.TypeErr("%s: path should be string, bytes or os.PathLike, not %s", fn, v.Type().BareName())
	}
	r, err := t.FSPath(v)
	if err != nil {
		return "", false, err
	}
	return rawText(t, fn, r)
}

func rawResult(text string, isBytes bool) py.Value {
	if isBytes {
		return py.NewBytes([]byte(text)).Value()
	}
	return py.NewStr(text).Value()
}

var pathNameMethods = []py.MethodSpec{
	{Name: "_path_normpath", Sig: "path", Doc: "Normalize path, eliminating double slashes, etc.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		text, isBytes, err := rawText(t, "_path_normpath", a[0])
		if err != nil {
			return py.Value{}, err
		}
		out := normpath(text)
		if s, ok := py.ToStr(a[0]); ok && out == text && a[0].Type() == py.StrType {
			return s.Value(), nil
		}
		return rawResult(out, isBytes), nil
	})},
	{Name: "_path_splitroot_ex", Sig: "path", Doc: "Split a path into drive (empty here), root and the rest.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		text, isBytes, err := rawText(t, "_path_splitroot_ex", a[0])
		if err != nil {
			return py.Value{}, err
		}
		n := 0
		switch {
		case strings.HasPrefix(text, "//") && !strings.HasPrefix(text, "///"):
			n = 2
		case strings.HasPrefix(text, "/"):
			n = 1
		}
		return py.NewTuple(rawResult("", isBytes), rawResult(text[:n], isBytes), rawResult(text[n:], isBytes)).Value(), nil
	})},
	{Name: "fspath", Sig: "path", Doc: "Return the file system path representation of the object.\n\nA str or bytes is returned as it is, otherwise what __fspath__() returns.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		return t.FSPath(a[0])
	})},
}
