// Package unicodedata is the unicodedata module: the Unicode character database,
// current and of Unicode 3.2.0, as package unidata holds it.
package unicodedata

import (
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/unidata"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// database is a unicodedata.UCD. The functions of the module are bound to no
// database and read the current one.
type database struct {
	py.Header
	db unidata.Database
}

var ucdType = new(py.Type)

// maxName is the length from which on a name is not even looked for.
const maxName = 256

func dbOf(self py.Value) unidata.Database {
	if !self.IsNil() && py.IsInstance(self, ucdType) {
		return (*database)(self.Ptr()).db
	}
	return unidata.Current
}

// char is the one character of an argument; which is how errors call it.
func char(t *py.Thread, which string, v py.Value) (rune, *py.Exc) {
	s, ok := py.ToStr(v)
	if !ok || s.Len() != 1 {
		return 0, t.TypeErr("%s must be a unicode character, not %s", which, py.ArgTypeName(v))
	}
	return s.RuneAt(0), nil
}

// one makes a method of one character.
func one(name, doc string, f func(db unidata.Database, r rune) py.Value) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "chr, /", Doc: doc, Fn: func(t *py.Thread, self, v py.Value) (py.Value, *py.Exc) {
		r, err := char(t, name+"() argument", v)
		if err != nil {
			return py.Value{}, err
		}
		return f(dbOf(self), r), nil
	}}
}

// orDefault makes a method of one character that has no answer for some of them:
// f returns nil, and the default or a ValueError with that message comes out.
func orDefault(name, doc, message string, f func(db unidata.Database, r rune) py.Value) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "chr, default=<unrepresentable>, /", Doc: doc,
		Fn: func(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
			r, err := char(t, name+"() argument 1", a[0])
			if err != nil {
				return py.Value{}, err
			}
			v := f(dbOf(self), r)
			if v.IsNil() {
				v = a[1]
			}
			if v.IsNil() {
				return v, t.ValueErr("%s", message)
			}
			return v, nil
		}}
}

func text(s string) py.Value { return py.NewStr(s).Value() }

func integer(v int, ok bool) py.Value {
	if !ok {
		return py.Value{}
	}
	return py.IntOf(v)
}

func lookup(t *py.Thread, self, v py.Value) (py.Value, *py.Exc) {
	var name string
	if s, ok := py.ToStr(v); ok {
		name = s.String()
		if wtf8.HasSurrogates(name) {
			_, err := t.Encode(s, "", "")
			return py.Value{}, err
		}
	} else if err := t.BytesLike(v, func(b []byte) *py.Exc { name = string(b); return nil }); err != nil {
		return py.Value{}, err
	}
	if len(name) > maxName {
		return py.Value{}, t.KeyErr(text("name too long"))
	}
	r, ok := dbOf(self).Lookup(name)
	if !ok {
		return py.Value{}, t.KeyErr(text("undefined character name '" + name + "'"))
	}
	return text(r), nil
}

// form binds the arguments of normalize and is_normalized.
func form(t *py.Thread, fn string, a []py.Value) (unidata.Form, *py.Str, *py.Exc) {
	name, err := t.StrArg(fn, 1, a[0])
	if err != nil {
		return 0, nil, err
	}
	s, err := t.StrArg(fn, 2, a[1])
	if err != nil {
		return 0, nil, err
	}
	f, ok := unidata.ParseForm(name.String())
	if !ok && s.Len() > 0 {
		return 0, nil, t.ValueErr("invalid normalization form")
	}
	return f, s, nil
}

func normalize(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
	f, s, err := form(t, "normalize", a)
	if err != nil {
		return py.Value{}, err
	}
	in := s.String()
	if s.ASCII() {
		return s.Exact().Value(), nil
	}
	out := dbOf(self).Normalize(f, in)
	if out == in {
		return s.Exact().Value(), nil
	}
	return text(out), nil
}

func isNormalized(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
	f, s, err := form(t, "is_normalized", a)
	if err != nil {
		return py.Value{}, err
	}
	return py.Bool(s.ASCII() || dbOf(self).IsNormalized(f, s.String())), nil
}

func methods() []py.MethodSpec {
	return []py.MethodSpec{
		orDefault("decimal", "Return the value of a decimal digit as an integer.\n\nFor other characters, return default, or raise ValueError.", "not a decimal",
			func(db unidata.Database, r rune) py.Value { return integer(db.Decimal(r)) }),
		orDefault("digit", "Return the value of a digit as an integer.\n\nFor other characters, return default, or raise ValueError.", "not a digit",
			func(db unidata.Database, r rune) py.Value { return integer(db.Digit(r)) }),
		orDefault("numeric", "Return the numeric value of a character as a float.\n\nFor other characters, return default, or raise ValueError.", "not a numeric character",
			func(db unidata.Database, r rune) py.Value {
				f, ok := db.Numeric(r)
				if !ok {
					return py.Value{}
				}
				return py.Float64(f)
			}),
		one("category", "Return the general category of a character.",
			func(db unidata.Database, r rune) py.Value { return text(db.Category(r)) }),
		one("bidirectional", "Return the bidirectional class of a character, '' if there is none.",
			func(db unidata.Database, r rune) py.Value { return text(db.Bidirectional(r)) }),
		one("combining", "Return the canonical combining class of a character, 0 if there is none.",
			func(db unidata.Database, r rune) py.Value { return py.IntOf(db.Combining(r)) }),
		one("mirrored", "Return 1 if the character is mirrored in bidirectional text, else 0.",
			func(db unidata.Database, r rune) py.Value {
				if db.Mirrored(r) {
					return py.IntOf(1)
				}
				return py.IntOf(0)
			}),
		one("east_asian_width", "Return the East Asian width of a character.",
			func(db unidata.Database, r rune) py.Value { return text(db.EastAsianWidth(r)) }),
		one("decomposition", "Return the decomposition mapping of a character, '' if there is none.",
			func(db unidata.Database, r rune) py.Value { return text(db.Decomposition(r)) }),
		orDefault("name", "Return the name of a character.\n\nIf it has none, return default, or raise ValueError.", "no such name",
			func(db unidata.Database, r rune) py.Value {
				if n := db.Name(r); n != "" {
					return text(n)
				}
				return py.Value{}
			}),
		{Name: "lookup", Sig: "name, /", Fn: lookup, Doc: "Return the character with that name; raise KeyError if there is none."},
		{Name: "is_normalized", Sig: "form, unistr, /", Fn: isNormalized, Doc: "Tell whether a string is in a normal form: 'NFC', 'NFKC', 'NFD' or 'NFKD'."},
		{Name: "normalize", Sig: "form, unistr, /", Fn: normalize, Doc: "Return the normal form of a string: 'NFC', 'NFKC', 'NFD' or 'NFKD'."},
	}
}

func init() { py.RegisterPackage(registerUnicodedata, "unicodedata") }

func registerUnicodedata() {
	py.RegisterType(py.TypeSpec{Type: ucdType, Name: "unicodedata.UCD", Flags: py.FlagNoNew | py.FlagImmutable,
		Layout: py.LayoutOf[database](), Methods: methods(),
		Members: []py.GetSetSpec{{Name: "unidata_version", Get: func(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
			if dbOf(self) == unidata.Old {
				return text(unidata.OldVersion), nil
			}
			return text(unidata.Version), nil
		}}},
	})
	py.RegisterModule(py.ModuleSpec{
		Name:    "unicodedata",
		Doc:     "The Unicode character database.\n\nIt holds the properties of all characters as of Unicode " + unidata.Version + ".",
		Methods: methods(),
		Types:   []*py.Type{ucdType},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("unidata_version", text(unidata.Version))
			old := &database{db: unidata.Old}
			old.InitHeader(ucdType)
			m.Set("ucd_3_2_0", py.FromHeader(&old.Header))
			return nil
		},
	})
}
