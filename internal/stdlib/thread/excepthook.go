package thread

import (
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/py"
)

// excepthook prints an exception that a thread did not handle.
func excepthook(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	if v.Type() != excArgs.Type {
		return py.Value{}, t.TypeErr("_thread.excepthook argument type must be ExceptHookArgs")
	}
	args, _ := py.ToTuple(v)
	a := args.Items()
	typ, exc, th := a[0], a[1], a[3]
	if typ == py.SystemExit.Value() {
		return py.None, nil
	}
	file := t.SysGet("stderr")
	if file.IsNil() || file.IsNone() {
		if th.IsNone() {
			return py.None, nil
		}
		f, err := t.GetAttrS(th, "_stderr")
		if err != nil || f.IsNone() {
			return py.None, err
		}
		file = f
	}
	name := ""
	if !th.IsNone() {
		n, err := t.GetAttrS(th, "name")
		var s *py.Str
		if err == nil {
			s, err = t.StrOf(n)
		}
		switch {
		case err == nil:
			name = s.String()
		case !err.Is(py.AttributeError):
			if _, werr := t.CallMethodS(file, "write", py.NewStr("Exception in thread ").Value()); werr != nil {
				return py.Value{}, werr
			}
			return py.Value{}, err
		}
	}
	if name == "" {
		name = strconv.FormatUint(t.ID(), 10)
	}
	var b strings.Builder
	b.WriteString("Exception in thread " + name + ":\n")
	if e, ok := py.ToExc(exc); ok {
		py.PrintException(t, e, &b)
	} else {
		text, err := t.StrOf(exc)
		if err != nil {
			return py.Value{}, err
		}
		b.WriteString(exc.Type().Name() + ": " + text.String() + "\n")
	}
	if _, err := t.CallMethodS(file, "write", py.NewStr(b.String()).Value()); err != nil {
		return py.Value{}, err
	}
	_, err := t.CallMethodS(file, "flush")
	return py.None, err
}
