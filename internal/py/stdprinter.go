package py

import "io"

// stdPrinter is sys.stderr before the io module makes the real one, so that
// what happens at start-up can be told.
type stdPrinter struct {
	Header
	w io.Writer
}

var stdPrinterType = new(Type)

func init() {
	RegisterType(TypeSpec{
		Type: stdPrinterType, Name: "stderrprinter", Flags: FlagNoNew,
		Methods: []MethodSpec{
			{Name: "write", Sig: "text, /", Doc: "Write a string.", Fn: Fn1(func(t *Thread, v, text Value) (Value, *Exc) {
				s, ok := ToStr(text)
				if !ok {
					return Value{}, t.TypeErr("write() argument must be str, not %s", text.p.typ.name)
				}
				if _, err := io.WriteString((*stdPrinter)(v.ptr()).w, s.s); err != nil {
					return Value{}, t.OSErr(err)
				}
				return IntOf(s.n), nil
			})},
			{Name: "flush", Doc: "Do nothing: nothing is buffered.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return None, nil })},
		},
	})
}

// setStdPrinter makes the preliminary sys.stderr.
func (t *Thread) setStdPrinter() {
	if t.interp.opts.Stderr == nil {
		return
	}
	f := &stdPrinter{w: t.interp.opts.Stderr}
	f.typ, f.shape = stdPrinterType, stdPrinterType.root.id
	t.SysSet("stderr", Value{&f.Header, 0})
}
