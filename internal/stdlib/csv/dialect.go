// Package csv is the native module _csv: reading and writing of
// comma-separated values.
package csv

import (
	"strings"
	"sync"

	"github.com/coachwhip/coachwhip/internal/py"
)

// The ways of quoting.
const (
	quoteMinimal = iota
	quoteAll
	quoteNonNumeric
	quoteNone
	quoteStrings
	quoteNotNull
	numQuoting
)

// unset is the rune of a quotechar or escapechar that is None.
const unset rune = -1

// dialect is how a reader or writer understands its text. It never changes
// once made.
type dialect struct {
	py.Header
	delimiter   rune
	quote       rune
	escape      rune
	terminator  *py.Str
	quoting     int
	doubleQuote bool
	skipSpace   bool
	strict      bool
}

var (
	errorType   = new(py.Type)
	dialectType = new(py.Type)
)

func asDialect(v py.Value) *dialect { return (*dialect)(v.Ptr()) }

// state is what the module keeps in an interpreter.
type state struct {
	mu       sync.Mutex
	limit    int // longest field that a reader accepts, in code points
	dialects *py.Dict
}

func stateOf(t *py.Thread) *state {
	return t.Interp().State("_csv", func() any { return &state{limit: 128 * 1024, dialects: py.NewDict()} }).(*state)
}

func (s *state) fieldLimit() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.limit
}

var dialectParams = [...]string{"dialect", "delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict"}

const (
	pDialect = iota
	pDelimiter
	pDoubleQuote
	pEscape
	pTerminator
	pQuote
	pQuoting
	pSkipSpace
	pStrict
)

// lookup is the registered dialect of that name.
func lookup(t *py.Thread, name py.Value) (py.Value, *py.Exc) {
	d, err := stateOf(t).dialects.Get(t, name)
	if err == nil && d.IsNil() {
		err = t.Raise(errorType, "unknown dialect")
	}
	return d, err
}

func dialectNew(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	var a [len(dialectParams)]py.Value
	pos := args.Pos()
	if len(pos)+args.NumKw() > len(a) {
		return py.Value{}, t.TypeErr("function takes at most %d arguments (%d given)", len(a), len(pos)+args.NumKw())
	}
	copy(a[:], pos)
	for i := range args.NumKw() {
		k, v := args.Kw(i)
		at := -1
		for j, name := range dialectParams {
			if name == k.String() {
				at = j
			}
		}
		if at < 0 {
			return py.Value{}, t.UnexpectedKeyword("this function", k.String(), dialectParams[:]...)
		}
		if at < len(pos) {
			return py.Value{}, t.TypeErr("argument for function given by name ('%s') and position (%d)", k.String(), at+1)
		}
		a[at] = v
	}
	return makeDialect(t, cls, a)
}

// makeDialect makes a dialect of options, of which those that are absent come
// from the attributes of the first.
func makeDialect(t *py.Thread, cls *py.Type, a [len(dialectParams)]py.Value) (py.Value, *py.Exc) {
	if base := a[pDialect]; !base.IsNil() && !base.IsNone() {
		if _, ok := py.ToStr(base); ok {
			var err *py.Exc
			if base, err = lookup(t, base); err != nil {
				return py.Value{}, err
			}
		}
		if py.IsInstance(base, dialectType) {
			plain := true
			for _, x := range a[1:] {
				plain = plain && x.IsNil()
			}
			if plain {
				return base, nil
			}
		}
		for i := 1; i < len(a); i++ {
			if !a[i].IsNil() {
				continue
			}
			x, err := t.GetAttrS(base, dialectParams[i])
			if err != nil {
				// Whatever keeps an option from being read leaves its default.
				if !err.Is(py.Exception) {
					return py.Value{}, err
				}
				continue
			}
			a[i] = x
		}
	}
	d := py.AllocFor[dialect](t, cls)
	if err := d.set(t, a); err != nil {
		return py.Value{}, err
	}
	return py.FromHeader(&d.Header), nil
}

func (d *dialect) set(t *py.Thread, a [len(dialectParams)]py.Value) (err *py.Exc) {
	char := func(i int, def rune) rune {
		if err != nil {
			return def
		}
		var c rune
		c, err = charOption(t, dialectParams[i], a[i], def, i != pDelimiter)
		return c
	}
	flag := func(i int, def bool) bool {
		if err != nil || a[i].IsNil() {
			return def
		}
		var b bool
		b, err = t.Truth(a[i])
		return b
	}
	d.delimiter = char(pDelimiter, ',')
	d.doubleQuote = flag(pDoubleQuote, true)
	d.escape = char(pEscape, unset)
	if err != nil {
		return err
	}
	switch v := a[pTerminator]; {
	case v.IsNil():
		d.terminator = py.InternStr("\r\n")
	case !v.IsNone():
		s, ok := py.ToStr(v)
		if !ok {
			return t.TypeErr(`"lineterminator" must be a string`)
		}
		d.terminator = s
	}
	d.quote = char(pQuote, '"')
	if err != nil {
		return err
	}
	switch v := a[pQuoting]; {
	case !v.IsNil():
		if v.Type() != py.IntType {
			return t.TypeErr(`"quoting" must be an integer`)
		}
		if d.quoting, err = t.CInt(v); err != nil {
			return err
		}
	case d.quote == unset:
		d.quoting = quoteNone
	}
	d.skipSpace = flag(pSkipSpace, false)
	d.strict = flag(pStrict, false)
	switch {
	case err != nil:
		return err
	case d.quoting < 0 || d.quoting >= numQuoting:
		return t.TypeErr(`bad "quoting" value`)
	case d.quoting != quoteNone && d.quote == unset:
		return t.TypeErr("quotechar must be set if quoting enabled")
	case d.terminator == nil:
		return t.TypeErr("lineterminator must be set")
	}
	return d.check(t)
}

// check refuses characters that would be ambiguous.
func (d *dialect) check(t *py.Thread) *py.Exc {
	chars := [...]struct {
		name string
		c    rune
	}{{"delimiter", d.delimiter}, {"escapechar", d.escape}, {"quotechar", d.quote}}
	for i, x := range chars {
		if x.c == '\n' || x.c == '\r' || x.c == ' ' && d.skipSpace && i > 0 {
			return t.ValueErr("bad %s value", x.name)
		}
	}
	for _, pair := range [...][2]int{{0, 1}, {0, 2}, {1, 2}} {
		a, b := chars[pair[0]], chars[pair[1]]
		if a.c != unset && a.c == b.c {
			return t.ValueErr("bad %s or %s value", a.name, b.name)
		}
	}
	for _, x := range chars {
		if x.c != unset && strings.ContainsRune(d.terminator.String(), x.c) {
			return t.ValueErr("bad %s or lineterminator value", x.name)
		}
	}
	return nil
}

// charOption converts an option that is one character.
func charOption(t *py.Thread, name string, v py.Value, def rune, optional bool) (rune, *py.Exc) {
	switch {
	case v.IsNil():
		return def, nil
	case optional && v.IsNone():
		return unset, nil
	}
	s, ok := py.ToStr(v)
	switch {
	case !ok && optional:
		return 0, t.TypeErr(`"%s" must be string or None, not %s`, name, v.Type().Name())
	case !ok:
		return 0, t.TypeErr(`"%s" must be string, not %s`, name, v.Type().Name())
	case s.Len() != 1:
		return 0, t.TypeErr(`"%s" must be a 1-character string`, name)
	}
	return s.RuneAt(0), nil
}

func charValue(c rune) py.Value {
	if c == unset {
		return py.None
	}
	return py.CharStr(c).Value()
}

// callDialect makes the dialect of a call of reader(), writer() or
// register_dialect(): base is nil when none is given.
func callDialect(t *py.Thread, base py.Value, args py.Args) (py.Value, *py.Exc) {
	vals := []py.Value{}
	if !base.IsNil() {
		vals = append(vals, base)
	}
	vals = append(vals, args.All()[args.Len():]...)
	return dialectNew(t, dialectType, py.MakeArgs(vals, args.KwNames()))
}

// oneOrTwo checks the positional arguments of such a call.
func oneOrTwo(t *py.Thread, args py.Args) (first, second py.Value, err *py.Exc) {
	pos := args.Pos()
	switch {
	case len(pos) == 0:
		return first, second, t.TypeErr(" expected at least 1 argument, got 0")
	case len(pos) > 2:
		return first, second, t.TypeErr(" expected at most 2 arguments, got %d", len(pos))
	case len(pos) == 2:
		second = pos[1]
	}
	return pos[0], second, nil
}

func registerDialect(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	name, base, err := oneOrTwo(t, args)
	if err != nil {
		return py.Value{}, err
	}
	if _, ok := py.ToStr(name); !ok {
		return py.Value{}, t.TypeErr("dialect name must be a string")
	}
	d, err := callDialect(t, base, args)
	if err != nil {
		return py.Value{}, err
	}
	return py.None, stateOf(t).dialects.Set(t, name, d)
}

func unregisterDialect(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	d, err := stateOf(t).dialects.Pop(t, a[0])
	if err == nil && d.IsNil() || err != nil && err.Is(py.KeyError) {
		err = t.Raise(errorType, "unknown dialect")
	}
	return py.None, err
}

func fieldSizeLimit(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	s := stateOf(t)
	old := s.fieldLimit()
	if !a[0].IsNil() {
		if !py.IsInt(a[0]) {
			return py.Value{}, t.TypeErr("limit must be an integer")
		}
		n, err := t.CLong(a[0])
		if err != nil {
			return py.Value{}, err
		}
		s.mu.Lock()
		s.limit = int(n)
		s.mu.Unlock()
	}
	return py.IntOf(old), nil
}

func init() {
	py.RegisterPackage(func() {
		registerDialectTypes()
		registerReader()
		registerWriter()
	}, "_csv")
}

func registerDialectTypes() {
	py.RegisterType(py.TypeSpec{Type: errorType, Name: "_csv.Error", Base: py.Exception, Flags: py.FlagBaseType})
	get := func(f func(d *dialect) py.Value) func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		return func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return f(asDialect(v)), nil }
	}
	noPickle := py.FnRaw(func(t *py.Thread, self py.Value, _ py.Args) (py.Value, *py.Exc) {
		return py.Value{}, t.TypeErr("cannot pickle '%s' instances", self.Type().BareName())
	})
	py.RegisterType(py.TypeSpec{
		Type: dialectType, Name: "_csv.Dialect", Flags: py.FlagBaseType, Layout: py.LayoutOf[dialect](),
		Doc:   "CSV dialect\n\nThe options of CSV parsing and generation.\n",
		Slots: py.Slots{New: dialectNew, Init: func(*py.Thread, py.Value, py.Args) *py.Exc { return nil }},
		GetSet: []py.GetSetSpec{
			{Name: "delimiter", Get: get(func(d *dialect) py.Value { return charValue(d.delimiter) })},
			{Name: "escapechar", Get: get(func(d *dialect) py.Value { return charValue(d.escape) })},
			{Name: "quotechar", Get: get(func(d *dialect) py.Value { return charValue(d.quote) })},
			{Name: "lineterminator", Get: get(func(d *dialect) py.Value { return d.terminator.Value() })},
			{Name: "quoting", Get: get(func(d *dialect) py.Value { return py.IntOf(d.quoting) })},
		},
		Members: []py.GetSetSpec{
			{Name: "doublequote", Get: get(func(d *dialect) py.Value { return py.Bool(d.doubleQuote) })},
			{Name: "skipinitialspace", Get: get(func(d *dialect) py.Value { return py.Bool(d.skipSpace) })},
			{Name: "strict", Get: get(func(d *dialect) py.Value { return py.Bool(d.strict) })},
		},
		Methods: []py.MethodSpec{{Name: "__reduce__", Fn: noPickle}, {Name: "__reduce_ex__", Fn: noPickle}},
	})
	py.RegisterModule(py.ModuleSpec{
		Name: "_csv", Doc: "CSV parsing and writing.\n",
		Types: []*py.Type{errorType, dialectType},
		Methods: []py.MethodSpec{
			{Name: "reader", Fn: py.FnRaw(newReader), Doc: "reader(iterable [, dialect='excel'] [optional keyword args])\n\nAn iterator over the rows of the CSV text whose lines iterable gives. The\nkeywords override options of the dialect."},
			{Name: "writer", Fn: py.FnRaw(newWriter), Doc: "writer(fileobj [, dialect='excel'] [optional keyword args])\n\nAn object whose writerow() and writerows() call fileobj.write() with a line of\nCSV for each row. The keywords override options of the dialect."},
			{Name: "list_dialects", Doc: "Return a list of all known dialect names.\n\n    names = csv.list_dialects()", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				return t.DictKeys(stateOf(t).dialects), nil
			})},
			{Name: "register_dialect", Fn: py.FnRaw(registerDialect), Doc: "Create a mapping from a string name to a dialect class.\n    dialect = csv.register_dialect(name[, dialect[, **fmtparams]])"},
			{Name: "unregister_dialect", Sig: "name", Fn: py.FnSig(unregisterDialect), Doc: "Delete the name/dialect mapping associated with a string name.\n\n    csv.unregister_dialect(name)"},
			{Name: "get_dialect", Sig: "name", Doc: "Return the dialect instance associated with name.\n\n    dialect = csv.get_dialect(name)", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				return lookup(t, a[0])
			})},
			{Name: "field_size_limit", Sig: "new_limit=<unrepresentable>", Fn: py.FnSig(fieldSizeLimit), Doc: "Sets an upper limit on parsed fields.\n\n    csv.field_size_limit([limit])\n\nReturns old limit. If limit is not given, no new limit is set and\nthe old limit is returned"},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			for i, name := range [...]string{"QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL"} {
				m.Set(name, py.IntOf(i))
			}
			m.Set("Reader", readerType.Value())
			m.Set("Writer", writerType.Value())
			m.Set("_dialects", stateOf(t).dialects.Value())
			return nil
		},
	})
}
