package posix

import (
	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// xattrPath converts the path of an extended attribute function.
func xattrPath(t *py.Thread, fn string, v, follow py.Value, none bool) (path, bool, *py.Exc) {
	p, err := toPath(t, v, pathKind{fn: fn, allowFd: true, allow: none})
	if err != nil {
		return p, false, err
	}
	f, err := truth(t, follow, true)
	if err != nil {
		return p, false, err
	}
	if p.isFd && !f {
		return p, f, t.ValueErr("%s: cannot use fd and follow_symlinks together", fn)
	}
	if p.isFd {
		p.text = fdPath(p.fd)
	}
	return p, f, nil
}

var xattrMethods = []py.MethodSpec{
	{Name: "getxattr", Sig: "path, attribute, *, follow_symlinks=True", Doc: "Return the value of extended attribute attribute on path.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, follow, err := xattrPath(t, "getxattr", a[0], a[2], false)
		if err != nil {
			return py.Value{}, err
		}
		name, err := toPath(t, a[1], pathKind{fn: "getxattr", arg: "attribute"})
		if err != nil {
			return py.Value{}, err
		}
		var b []byte
		if err := do(t, func(fs host.Files) (e error) { b, e = fs.Getxattr(p.text, name.text, follow); return e }, p.obj); err != nil {
			return py.Value{}, err
		}
		return py.NewBytes(b).Value(), nil
	})},
	{Name: "setxattr", Sig: "path, attribute, value, flags=0, *, follow_symlinks=True", Doc: "Set extended attribute attribute on path to value.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, follow, err := xattrPath(t, "setxattr", a[0], a[4], false)
		if err != nil {
			return py.Value{}, err
		}
		name, err := toPath(t, a[1], pathKind{fn: "setxattr", arg: "attribute"})
		if err != nil {
			return py.Value{}, err
		}
		b, err := t.Buffer(a[2], py.BufSimple)
		if err != nil {
			return py.Value{}, err
		}
		defer b.Release()
		flags, err := cInt(t, a[3], 0)
		if err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error { return fs.Setxattr(p.text, name.text, b.Data, flags, follow) }, p.obj)
	})},
	{Name: "removexattr", Sig: "path, attribute, *, follow_symlinks=True", Doc: "Remove extended attribute attribute on path.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, follow, err := xattrPath(t, "removexattr", a[0], a[2], false)
		if err != nil {
			return py.Value{}, err
		}
		name, err := toPath(t, a[1], pathKind{fn: "removexattr", arg: "attribute"})
		if err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error { return fs.Removexattr(p.text, name.text, follow) }, p.obj)
	})},
	{Name: "listxattr", Sig: "path=None, *, follow_symlinks=True", Doc: "Return a list of extended attributes on path, by default the current directory.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, follow, err := xattrPath(t, "listxattr", a[0], a[1], true)
		if err != nil {
			return py.Value{}, err
		}
		var names []string
		if err := do(t, func(fs host.Files) (e error) { names, e = fs.Listxattr(p.text, follow); return e }, p.obj); err != nil {
			return py.Value{}, err
		}
		vals := make([]py.Value, len(names))
		for i, n := range names {
			vals[i] = py.FSDecode(n).Value()
		}
		return py.NewList(vals).Value(), nil
	})},
}
