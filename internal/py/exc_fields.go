package py

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
)

// The builtin exceptions that have attributes of their own. They are kept in
// Exc.fields under these numbers.
const (
	AttrErrName = 0 // AttributeError.name
	AttrErrObj  = 1 // AttributeError.obj
	NameErrName = 0 // NameError.name
	StopValue   = 0 // StopIteration.value
	ExitCode    = 0 // SystemExit.code

	ImportErrMsg      = 0 // ImportError.msg, name, path, name_from
	ImportErrName     = 1
	ImportErrPath     = 2
	ImportErrNameFrom = 3

	OSErrno     = 0 // OSError.errno, strerror, filename, filename2
	OSStrerror  = 1
	OSFilename  = 2
	OSFilename2 = 3
	OSWritten   = 4 // characters_written

	SyntaxMsg       = 0 // SyntaxError.msg, filename, lineno, offset, text, ...
	SyntaxFilename  = 1
	SyntaxLineno    = 2
	SyntaxOffset    = 3
	SyntaxText      = 4
	SyntaxEndLineno = 5
	SyntaxEndOffset = 6
	SyntaxPrintFile = 7

	UnicodeEncoding = 0 // UnicodeDecodeError.encoding, object, start, end, reason
	UnicodeObject   = 1
	UnicodeStart    = 2
	UnicodeEnd      = 3
	UnicodeReason   = 4

	groupMsg  = 0 // BaseExceptionGroup.message, exceptions
	groupExcs = 1
)

// fieldKind tells how a builtin attribute is read and set.
type fieldKind uint8

const (
	fieldObject   fieldKind = iota // None when unset; can be deleted
	fieldReadOnly                  // cannot be set
	fieldInt                       // an int, 0 when unset
)

type excField struct {
	name string
	kind fieldKind
	doc  string
}

// fieldMembers makes the member descriptors of fields 0, 1, ...
func fieldMembers(owner *Type, fields []excField) func() map[string]Value {
	return func() map[string]Value {
		m := map[string]Value{}
		for i, f := range fields {
			spec := GetSetSpec{Name: f.name, Doc: f.doc, Get: func(t *Thread, v Value) (Value, *Exc) { return orNone(asExc(v).Field(i)), nil }}
			switch f.kind {
			case fieldObject:
				spec.Set = func(t *Thread, v, val Value) *Exc {
					asExc(v).SetField(i, val)
					return nil
				}
			case fieldReadOnly:
				spec.Set = func(t *Thread, v, val Value) *Exc { return t.Raise(AttributeError, "readonly attribute") }
			case fieldInt:
				spec.Get = func(t *Thread, v Value) (Value, *Exc) { return IntOf(asExc(v).intField(i)), nil }
				spec.Set = func(t *Thread, v, val Value) *Exc {
					if val.p == nil {
						return t.cannotDeleteNumber()
					}
					if val.p.typ.flags&FlagIntSubclass == 0 {
						return t.TypeErr("an integer is required")
					}
					n, err := t.AsInt(val)
					if err != nil {
						return t.Raise(OverflowError, "Python int too large to convert to C ssize_t")
					}
					asExc(v).SetField(i, IntOf(n))
					return nil
				}
			}
			m[f.name] = memberDescr(owner, spec)
		}
		return m
	}
}

func (e *Exc) intField(i int) int { return int(e.Field(i).int()) }

// nativeFields fills the fields that the constructor of e's class would derive
// from its args, for exceptions made by NewExc.
func (e *Exc) nativeFields() {
	a := e.args.items
	if len(a) == 0 {
		return
	}
	switch e.typ.layout {
	case StopIteration:
		e.initField(StopValue, a[0])
	case SystemExit:
		if len(a) == 1 {
			e.initField(ExitCode, a[0])
		} else {
			e.initField(ExitCode, e.args.Value())
		}
	case ImportError, SyntaxError:
		e.initField(0, a[0])
	case OSError:
		if len(a) == 2 {
			e.initField(OSErrno, a[0])
			e.initField(OSStrerror, a[1])
			if e.typ == OSError {
				e.typ = osErrorClass(a[0])
				e.shape = e.typ.root.id
			}
		}
	}
}

// osErrorClass is the subclass of OSError that stands for an errno (PEP 3151).
func osErrorClass(num Value) *Type {
	if num.p == &boolTag {
		num = Int64(int64(num.b))
	}
	if num.p == &intTag {
		if tp := errnoClasses[int(num.int())]; tp != nil {
			return tp
		}
	}
	return OSError
}

var errnoClasses = map[int]*Type{
	host.EAGAIN: BlockingIOError, host.EALREADY: BlockingIOError, host.EINPROGRESS: BlockingIOError,
	host.EPIPE: BrokenPipeError, host.ESHUTDOWN: BrokenPipeError, host.ECHILD: ChildProcessError,
	host.ECONNABORTED: ConnectionAbortedError, host.ECONNREFUSED: ConnectionRefusedError, host.ECONNRESET: ConnectionResetError,
	host.EEXIST: FileExistsError, host.ENOENT: FileNotFoundError, host.EISDIR: IsADirectoryError, host.ENOTDIR: NotADirectoryError,
	host.EINTR: InterruptedError, host.EACCES: PermissionError, host.EPERM: PermissionError, host.ESRCH: ProcessLookupError,
	host.ETIMEDOUT: TimeoutError,
}

// OSErr makes the OSError of a failed operation of the host. names are its
// filename and filename2 as the Python caller gave them; without any the paths
// in err are used.
func (t *Thread) OSErr(err error, names ...Value) *Exc {
	var he *host.Error
	if !errors.As(err, &he) {
		return t.Raise(OSError, "%s", err.Error())
	}
	e := t.OSErrno(he.Num, names...)
	e.SetField(OSStrerror, NewStr(he.Msg).Value())
	e.args = NewTuple(e.args.items[0], e.Field(OSStrerror))
	if len(names) == 0 && he.HasPath {
		e.SetField(OSFilename, NewStr(he.Path).Value())
		if he.Path2 != "" {
			e.SetField(OSFilename2, NewStr(he.Path2).Value())
		}
	}
	return e
}

// OSErrno makes the OSError of an errno number with the platform's text for it.
func (t *Thread) OSErrno(num int, names ...Value) *Exc {
	e := NewExc(OSError, IntOf(num), NewStr(host.Strerror(num)).Value())
	for i, n := range names {
		if i < 2 && n.p != nil && !n.IsNone() {
			e.SetField(OSFilename+i, n)
		}
	}
	return e
}

// keywordFields binds the keywords of an exception's constructor to fields.
func (t *Thread) keywordFields(e *Exc, fname string, args Args, first int, names ...string) *Exc {
	given := make([]Value, len(names))
	for i := 0; i < args.NumKw(); i++ {
		k, v := args.Kw(i)
		j := slices.Index(names, k.s)
		if j < 0 {
			return t.UnexpectedKeyword(fname+"()", k.s, names...)
		}
		given[j] = v
	}
	for j, v := range given {
		e.SetField(first+j, v)
	}
	return nil
}

func importInit(t *Thread, self Value, args Args) *Exc {
	e := asExc(self)
	pos := args.Pos()
	e.setArgs(pos)
	if err := t.keywordFields(e, "ImportError", args, ImportErrName, "name", "path", "name_from"); err != nil {
		return err
	}
	e.SetField(ImportErrMsg, Value{})
	if len(pos) == 1 {
		e.SetField(ImportErrMsg, pos[0])
	}
	return nil
}

func importReduce(t *Thread, v Value) (Value, *Exc) {
	e := asExc(v)
	attrs := t.excAttrs(e)
	var d *Dict
	for i, n := range [...]string{"name", "path", "name_from"} {
		if f := e.Field(ImportErrName + i); f.p != nil {
			if d == nil {
				d = NewDict()
				if attrs != nil {
					d = attrs.CopyOf(t)
				}
			}
			d.setStr(InternStr(n), f)
		}
	}
	if d == nil {
		d = attrs
	}
	if d == nil {
		return NewTuple(e.typ.Value(), e.args.Value()).Value(), nil
	}
	return NewTuple(e.typ.Value(), e.args.Value(), d.Value()).Value(), nil
}

func attrErrState(t *Thread, v Value) (Value, *Exc) {
	e := asExc(v)
	d := NewDict()
	if a := t.excAttrs(e); a != nil {
		d = a.CopyOf(t)
	}
	if n := e.Field(AttrErrName); n.p != nil {
		d.setStr(InternStr("name"), n)
	}
	d.setStr(InternStr("args"), e.args.Value())
	return d.Value(), nil
}

// osUsesInit tells whether OSError's arguments are looked at by __init__: when
// a subclass overrides __init__ but not __new__.
func osUsesInit(cls *Type) bool {
	if cls.flags&FlagHeap == 0 {
		return false
	}
	i := cls.Lookup(strInit)
	ownInit := i.p == nil || i.p.typ != WrapperDescrType
	return ownInit && isNativeNew(cls.Lookup(strNew))
}

// osParse reads OSError's arguments into the fields and returns what args becomes.
func (t *Thread) osParse(e *Exc, cls *Type, pos []Value) ([]Value, *Exc) {
	e.args = NewTuple(pos...)
	if len(pos) < 2 || len(pos) > 5 {
		return pos, nil
	}
	e.SetField(OSErrno, pos[0])
	e.SetField(OSStrerror, pos[1])
	if len(pos) < 3 || pos[2].IsNone() {
		return pos, nil
	}
	s := &pos[2].p.typ.slots
	if cls == BlockingIOError && (s.Index != nil || s.ToInt != nil || s.ToFloat != nil || pos[2].p.typ == ComplexType) {
		n, err := t.AsInt(pos[2])
		if err != nil {
			if err.Is(OverflowError) {
				return nil, t.ValueErr("cannot fit '%s' into an index-sized integer", pos[2].p.typ.name)
			}
			return nil, err
		}
		e.SetField(OSWritten, IntOf(n))
		return pos, nil
	}
	e.SetField(OSFilename, pos[2])
	if len(pos) == 5 && !pos[4].IsNone() {
		e.SetField(OSFilename2, pos[4])
	}
	return pos[:2], nil
}

func osNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	if osUsesInit(cls) {
		return allocExc(t, cls).Value(), nil
	}
	if args.NumKw() > 0 {
		return Value{}, t.TypeErr("%s() takes no keyword arguments", cls.name)
	}
	pos := args.Pos()
	if cls == OSError && len(pos) >= 2 && len(pos) <= 5 {
		cls = osErrorClass(pos[0])
	}
	e := allocExc(t, cls)
	kept, err := t.osParse(e, cls, pos)
	if err != nil {
		return Value{}, err
	}
	e.setArgs(kept)
	return e.Value(), nil
}

func osInit(t *Thread, self Value, args Args) *Exc {
	e := asExc(self)
	if !osUsesInit(e.typ) {
		return nil
	}
	if args.NumKw() > 0 {
		return t.TypeErr("%s() takes no keyword arguments", e.typ.name)
	}
	kept, err := t.osParse(e, e.typ, args.Pos())
	if err != nil {
		return err
	}
	e.setArgs(kept)
	return nil
}

func osStr(t *Thread, v Value) (Value, *Exc) {
	e := asExc(v)
	num, text := orNone(e.Field(OSErrno)), orNone(e.Field(OSStrerror))
	f, f2 := e.Field(OSFilename), e.Field(OSFilename2)
	if f.p == nil && (e.Field(OSErrno).p == nil || e.Field(OSStrerror).p == nil) {
		return excStr(t, v)
	}
	n, err := t.StrOf(num)
	if err != nil {
		return Value{}, err
	}
	m, err := t.StrOf(text)
	if err != nil {
		return Value{}, err
	}
	s := "[Errno " + n.s + "] " + m.s
	if f.p != nil {
		r, err := t.Repr(f)
		if err != nil {
			return Value{}, err
		}
		s += ": " + r.s
		if f2.p != nil {
			r, err := t.Repr(f2)
			if err != nil {
				return Value{}, err
			}
			s += " -> " + r.s
		}
	}
	return NewStr(s).Value(), nil
}

func osReduce(t *Thread, v Value) (Value, *Exc) {
	e := asExc(v)
	args := e.args
	if f := e.Field(OSFilename); len(args.items) == 2 && f.p != nil {
		vals := []Value{args.items[0], args.items[1], f}
		if f2 := e.Field(OSFilename2); f2.p != nil {
			vals = append(vals, None, f2)
		}
		args = newTupleOwned(vals)
	}
	if d := t.excAttrs(e); d != nil {
		return NewTuple(e.typ.Value(), args.Value(), d.Value()).Value(), nil
	}
	return NewTuple(e.typ.Value(), args.Value()).Value(), nil
}

var osWritten = GetSetSpec{Name: "characters_written",
	Get: func(t *Thread, v Value) (Value, *Exc) {
		if w := asExc(v).Field(OSWritten); w.p != nil {
			return w, nil
		}
		return Value{}, t.Raise(AttributeError, "characters_written")
	},
	Set: func(t *Thread, v, val Value) *Exc {
		if val.p == nil {
			if asExc(v).Field(OSWritten).p == nil {
				return t.Raise(AttributeError, "characters_written")
			}
			asExc(v).SetField(OSWritten, Value{})
			return nil
		}
		n, err := t.AsInt(val)
		if err != nil {
			if err.Is(OverflowError) {
				return t.ValueErr("cannot fit '%s' into an index-sized integer", val.p.typ.name)
			}
			return err
		}
		asExc(v).SetField(OSWritten, IntOf(n))
		return nil
	}}

func syntaxInit(t *Thread, self Value, args Args) *Exc {
	if err := excInit(t, self, args); err != nil {
		return err
	}
	e := asExc(self)
	pos := args.Pos()
	if len(pos) > 0 {
		e.SetField(SyntaxMsg, pos[0])
	}
	if len(pos) != 2 {
		return nil
	}
	info, err := t.Items(pos[1])
	if err != nil {
		return err
	}
	switch n := len(info); {
	case n < 4:
		return t.TypeErr("function takes at least 4 arguments (%d given)", n)
	case n > 6:
		return t.TypeErr("function takes at most 6 arguments (%d given)", n)
	}
	for i := 0; i < 6; i++ {
		var v Value
		if i < len(info) {
			v = info[i]
		}
		e.SetField(SyntaxFilename+i, v)
	}
	if len(info) == 5 {
		return t.TypeErr("end_offset must be provided when end_lineno is provided")
	}
	return nil
}

func syntaxStr(t *Thread, v Value) (Value, *Exc) {
	e := asExc(v)
	m, err := t.StrOf(orNone(e.Field(SyntaxMsg)))
	if err != nil {
		return Value{}, err
	}
	file, hasFile := ToStr(e.Field(SyntaxFilename))
	line := e.Field(SyntaxLineno)
	hasLine := line.p == &intTag
	switch {
	case hasFile && hasLine:
		return NewStr(m.s + " (" + baseName(file.s) + ", line " + strconv.FormatInt(line.int(), 10) + ")").Value(), nil
	case hasFile:
		return NewStr(m.s + " (" + baseName(file.s) + ")").Value(), nil
	case hasLine:
		return NewStr(m.s + " (line " + strconv.FormatInt(line.int(), 10) + ")").Value(), nil
	}
	return m.Value(), nil
}

func baseName(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// StopIterationWith makes a StopIteration carrying a return value.
func StopIterationWith(v Value) *Exc {
	if v.IsNil() || v.IsNone() {
		return NewExc(StopIteration)
	}
	return NewExc(StopIteration, v)
}

// excOwn holds the specs of the exception classes with behaviour of their own.
var excOwn = map[*Type]*TypeSpec{
	StopIteration: {
		Doc: "Signal the end from iterator.__next__().", Layout: excLayout(), newFrom: BaseException,
		Slots: Slots{New: excNew, Init: func(t *Thread, self Value, args Args) *Exc {
			if err := excInit(t, self, args); err != nil {
				return err
			}
			v := None
			if p := args.Pos(); len(p) > 0 {
				v = p[0]
			}
			asExc(self).SetField(StopValue, v)
			return nil
		}},
		Attrs: fieldMembers(StopIteration, []excField{{"value", fieldObject, "generator return value"}}),
	},
	SystemExit: {
		Doc: "Request to exit from the interpreter.", Layout: excLayout(), newFrom: BaseException,
		Slots: Slots{New: excNew, Init: func(t *Thread, self Value, args Args) *Exc {
			if err := excInit(t, self, args); err != nil {
				return err
			}
			e := asExc(self)
			switch args := e.args.items; len(args) {
			case 0:
			case 1:
				e.SetField(ExitCode, args[0])
			default:
				e.SetField(ExitCode, e.args.Value())
			}
			return nil
		}},
		Attrs: fieldMembers(SystemExit, []excField{{"code", fieldObject, "exception code"}}),
	},
	ImportError: {
		Doc: "Import can't find module, or can't find name in module.", Layout: excLayout(), newFrom: BaseException,
		Slots: Slots{New: excNew, Init: importInit, Str: func(t *Thread, v Value) (Value, *Exc) {
			if m := asExc(v).Field(ImportErrMsg); m.p != nil && m.p.shape == shStr {
				return m, nil
			}
			return excStr(t, v)
		}},
		Methods: []MethodSpec{{Name: "__reduce__", Fn: Fn0(importReduce)}},
		Attrs: fieldMembers(ImportError, []excField{{"msg", fieldObject, "exception message"}, {"name", fieldObject, "module name"},
			{"path", fieldObject, "module path"}, {"name_from", fieldObject, "name imported from module"}}),
	},
	AttributeError: {
		Doc: "Attribute not found.", Layout: excLayout(), newFrom: BaseException,
		Slots: Slots{New: excNew, Str: excStr, Init: func(t *Thread, self Value, args Args) *Exc {
			asExc(self).setArgs(args.Pos())
			return t.keywordFields(asExc(self), "AttributeError", args, AttrErrName, "name", "obj")
		}},
		Methods: []MethodSpec{
			{Name: "__getstate__", Fn: Fn0(attrErrState)},
			{Name: "__reduce__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				st, err := attrErrState(t, v)
				if err != nil {
					return Value{}, err
				}
				return NewTuple(v.p.typ.Value(), asExc(v).args.Value(), st).Value(), nil
			})},
		},
		Attrs: fieldMembers(AttributeError, []excField{{"name", fieldObject, "attribute name"}, {"obj", fieldObject, "object"}}),
	},
	NameError: {
		Doc: "Name not found globally.", Layout: excLayout(), newFrom: BaseException,
		Slots: Slots{New: excNew, Str: excStr, Init: func(t *Thread, self Value, args Args) *Exc {
			asExc(self).setArgs(args.Pos())
			return t.keywordFields(asExc(self), "NameError", args, NameErrName, "name")
		}},
		Attrs: fieldMembers(NameError, []excField{{"name", fieldObject, "name"}}),
	},
	KeyError: {
		Doc: "Mapping key not found.", newFrom: BaseException,
		Slots: Slots{New: excNew, Init: excInit, Str: func(t *Thread, v Value) (Value, *Exc) {
			if a := asExc(v).args.items; len(a) == 1 {
				s, err := t.Repr(a[0])
				if err != nil {
					return Value{}, err
				}
				return s.Value(), nil
			}
			return excStr(t, v)
		}},
	},
	OSError: {
		Doc: "Base class for I/O related errors.", Layout: excLayout(),
		Slots:   Slots{New: osNew, Init: osInit, Str: osStr},
		Methods: []MethodSpec{{Name: "__reduce__", Fn: Fn0(osReduce)}},
		GetSet:  []GetSetSpec{osWritten},
		Attrs: fieldMembers(OSError, []excField{{"errno", fieldObject, "POSIX exception code"}, {"strerror", fieldObject, "exception strerror"},
			{"filename", fieldObject, "exception filename"}, {"filename2", fieldObject, "second exception filename"}}),
	},
	SyntaxError: {
		Doc: "Invalid syntax.", Layout: excLayout(), newFrom: BaseException,
		Slots: Slots{New: excNew, Init: syntaxInit, Str: syntaxStr},
		Attrs: fieldMembers(SyntaxError, []excField{{"msg", fieldObject, "exception msg"}, {"filename", fieldObject, "exception filename"},
			{"lineno", fieldObject, "exception lineno"}, {"offset", fieldObject, "exception offset"}, {"text", fieldObject, "exception text"},
			{"end_lineno", fieldObject, "exception end lineno"}, {"end_offset", fieldObject, "exception end offset"},
			{"print_file_and_line", fieldObject, "exception print_file_and_line"}}),
	},
	UnicodeEncodeError:    unicodeSpec(UnicodeEncodeError, "Unicode encoding error.", unicodeEncodeInit, unicodeEncodeStr),
	UnicodeDecodeError:    unicodeSpec(UnicodeDecodeError, "Unicode decoding error.", unicodeDecodeInit, unicodeDecodeStr),
	UnicodeTranslateError: unicodeSpec(UnicodeTranslateError, "Unicode translation error.", unicodeTranslateInit, unicodeTranslateStr),
	BaseExceptionGroup:    groupSpec,
}
