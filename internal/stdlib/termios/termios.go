// Package termios is the module termios: terminal attributes.
package termios

import (
	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

var errorType = new(py.Type)

func fail(t *py.Thread, err error) *py.Exc {
	num := host.Errno(err)
	return py.NewExc(errorType, py.IntOf(num), py.NewStr(host.Strerror(num)).Value())
}

// Indexes of the control characters that are numbers when ICANON is off, and
// that flag.
const (
	vtime, vmin = 5, 6
	icanon      = 2
)

func getattr(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := t.FileDescriptor(a[0])
	if err != nil {
		return py.Value{}, err
	}
	at, herr := t.Interp().Host().Terminal.Attr(fd)
	if herr != nil {
		return py.Value{}, fail(t, herr)
	}
	cc := make([]py.Value, len(at.Cc))
	for i, c := range at.Cc {
		cc[i] = py.NewBytes([]byte{c}).Value()
		if at.Lflag&icanon == 0 && (i == vtime || i == vmin) {
			cc[i] = py.IntOf(int(c))
		}
	}
	u := func(n uint64) py.Value { return py.Int64(int64(n)) }
	return py.NewList([]py.Value{u(at.Iflag), u(at.Oflag), u(at.Cflag), u(at.Lflag), u(at.Ispeed), u(at.Ospeed), py.NewList(cc).Value()}).Value(), nil
}

func setattr(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := t.FileDescriptor(a[0])
	if err != nil {
		return py.Value{}, err
	}
	when, err := t.CInt(a[1])
	if err != nil {
		return py.Value{}, err
	}
	l, ok := py.ToList(a[2])
	if !ok || l.Len(t) != 7 {
		return py.Value{}, t.TypeErr("tcsetattr, arg 3: must be 7 element list")
	}
	term := t.Interp().Host().Terminal
	at, herr := term.Attr(fd)
	if herr != nil {
		return py.Value{}, fail(t, herr)
	}
	items := l.Snapshot(t)
	for i, p := range [...]*uint64{&at.Iflag, &at.Oflag, &at.Cflag, &at.Lflag, &at.Ispeed, &at.Ospeed} {
		n, err := t.CLong(items[i])
		if err != nil {
			return py.Value{}, err
		}
		*p = uint64(n)
	}
	cc, ok := py.ToList(items[6])
	if !ok || cc.Len(t) != len(at.Cc) {
		return py.Value{}, t.TypeErr("tcsetattr: attributes[6] must be %d element list", len(at.Cc))
	}
	for i, v := range cc.Snapshot(t) {
		if i >= len(at.Cc) {
			break
		}
		if b, ok := py.ToBytes(v); ok && len(b.Bytes()) == 1 {
			at.Cc[i] = b.Bytes()[0]
		} else if py.IsInt(v) {
			n, err := t.CLong(v)
			if err != nil {
				return py.Value{}, err
			}
			at.Cc[i] = byte(n)
		} else {
			return py.Value{}, t.TypeErr("tcsetattr: elements of attributes must be characters or integers")
		}
	}
	var serr error
	t.Blocking(func() { serr = term.SetAttr(fd, when, at) })
	if serr != nil {
		return py.Value{}, fail(t, serr)
	}
	return py.None, nil
}

// fdInt is a function of a descriptor and a number.
func fdInt(f func(term host.Terminal, fd, n int) error) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.FileDescriptor(a[0])
		if err != nil {
			return py.Value{}, err
		}
		n := 0
		if len(a) > 1 {
			if n, err = t.CInt(a[1]); err != nil {
				return py.Value{}, err
			}
		}
		var herr error
		t.Blocking(func() { herr = f(t.Interp().Host().Terminal, fd, n) })
		if herr != nil {
			return py.Value{}, fail(t, herr)
		}
		return py.None, nil
	}
}

func init() { py.RegisterPackage(registerTermios, "termios") }

func registerTermios() {
	py.RegisterType(py.TypeSpec{Type: errorType, Name: "termios.error", Base: py.Exception, Flags: py.FlagBaseType | py.FlagExcSubclass})
	py.RegisterModule(py.ModuleSpec{
		Name: "termios", Doc: "The POSIX calls for terminal control.\n\nThe first argument is a descriptor or an object with fileno().",
		Methods: []py.MethodSpec{
			{Name: "tcgetattr", Sig: "fd, /", Fn: py.FnSig(getattr), Doc: "Get the tty attributes for file descriptor fd.\n\nReturns [iflag, oflag, cflag, lflag, ispeed, ospeed, cc]; cc is a list of the\ncontrol characters, where VMIN and VTIME are ints if ICANON is off."},
			{Name: "tcsetattr", Sig: "fd, when, attributes, /", Fn: py.FnSig(setattr), Doc: "Set the tty attributes for file descriptor fd: now (TCSANOW), after what was\nwritten (TCSADRAIN), or then and dropping input (TCSAFLUSH)."},
			{Name: "tcsendbreak", Sig: "fd, duration, /", Fn: fdInt(func(term host.Terminal, fd, n int) error { return term.SendBreak(fd, n) }), Doc: "Send a break on file descriptor fd."},
			{Name: "tcdrain", Sig: "fd, /", Fn: fdInt(func(term host.Terminal, fd, _ int) error { return term.Drain(fd) }), Doc: "Wait until all output written to file descriptor fd has been transmitted."},
			{Name: "tcflush", Sig: "fd, queue, /", Fn: fdInt(func(term host.Terminal, fd, n int) error { return term.Flush(fd, n) }), Doc: "Discard queued data on file descriptor fd."},
			{Name: "tcflow", Sig: "fd, action, /", Fn: fdInt(func(term host.Terminal, fd, n int) error { return term.Flow(fd, n) }), Doc: "Suspend or resume input or output on file descriptor fd."},
			{Name: "tcgetwinsize", Sig: "fd, /", Doc: "Get the tty winsize for file descriptor fd: (rows, columns).", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				fd, err := t.FileDescriptor(a[0])
				if err != nil {
					return py.Value{}, err
				}
				cols, lines, herr := t.Interp().Host().Terminal.Size(fd)
				if herr != nil {
					return py.Value{}, fail(t, herr)
				}
				return py.NewTuple(py.IntOf(lines), py.IntOf(cols)).Value(), nil
			})},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("error", errorType.Value())
			for _, c := range host.TermiosConstants() {
				m.Set(c.Name, py.IntOf(c.Value))
			}
			return nil
		},
	})
}
