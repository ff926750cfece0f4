// Package locale is the native module _locale for the only locale there is:
// C with UTF-8 as the encoding.
package locale

import (
	"strings"
	"sync"

	"github.com/coachwhip/coachwhip/internal/py"
)

var errorType = new(py.Type)

// The categories of setlocale.
const (
	lcCtype, lcNumeric, lcTime, lcCollate, lcMonetary, lcMessages, lcAll = 0, 1, 2, 3, 4, 5, 6
	numCategories                                                        = 6
)

// categoryNames is the order in which setlocale(LC_ALL) lists differing
// categories, with those that Python does not name at the end.
var categoryNames = []string{"LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES"}

// state is the names that the categories were set to.
type state struct {
	mu    sync.Mutex
	names [numCategories]string
}

func stateOf(t *py.Thread) *state {
	return t.Interp().State("_locale", func() any {
		s := &state{}
		for i := range s.names {
			s.names[i] = "C"
		}
		s.names[lcCtype] = "C.UTF-8"
		return s
	}).(*state)
}

// known gives the name under which a locale is known here; ok is false for one
// that is not.
func known(name string, category int) (string, bool) {
	switch strings.ToLower(strings.ReplaceAll(name, "-", "")) {
	case "":
		if category == lcCtype {
			return "C.UTF-8", true
		}
		return "C", true
	case "c", "posix":
		return "C", true
	case "c.utf8":
		return name, true
	}
	return "", false
}

func (s *state) all() string {
	same := true
	for _, n := range s.names {
		same = same && n == s.names[0]
	}
	if same {
		return s.names[0]
	}
	parts := make([]string, 0, 12)
	for i, n := range categoryNames {
		parts = append(parts, n+"="+s.names[i])
	}
	for _, n := range [...]string{"LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT", "LC_IDENTIFICATION"} {
		parts = append(parts, n+"=C")
	}
	return strings.Join(parts, ";")
}

func setlocale(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	cat, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	bad := func() (py.Value, *py.Exc) {
		return py.Value{}, t.Raise(errorType, "unsupported locale setting")
	}
	if cat < 0 || cat > lcAll {
		return py.Value{}, t.Raise(errorType, "invalid locale category")
	}
	s := stateOf(t)
	s.mu.Lock()
	defer s.mu.Unlock()
	if v := a[1]; !v.IsNil() && !v.IsNone() {
		x, ok := py.ToStr(v)
		if !ok {
			return py.Value{}, t.TypeErr("setlocale() argument 2 must be str or None, not %s", v.Type().Name())
		}
		name := x.String()
		next := s.names
		if cat == lcAll && strings.IndexByte(name, '=') >= 0 {
			for part := range strings.SplitSeq(name, ";") {
				key, val, _ := strings.Cut(part, "=")
				n, ok := known(val, -1)
				if !ok {
					return bad()
				}
				for i, c := range categoryNames {
					if c == key {
						next[i] = n
					}
				}
			}
		} else {
			for i := range next {
				if cat != lcAll && cat != i {
					continue
				}
				n, ok := known(name, i)
				if !ok {
					return bad()
				}
				next[i] = n
			}
		}
		s.names = next
	}
	if cat == lcAll {
		return py.NewStr(s.all()).Value(), nil
	}
	return py.NewStr(s.names[cat]).Value(), nil
}

func localeconv(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
	d := py.NewDict()
	text := func(k, v string) { d.SetStr(t, k, py.NewStr(v).Value()) }
	text("decimal_point", ".")
	for _, k := range [...]string{"thousands_sep", "int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep", "positive_sign", "negative_sign"} {
		text(k, "")
	}
	d.SetStr(t, "grouping", py.NewList(nil).Value())
	d.SetStr(t, "mon_grouping", py.NewList(nil).Value())
	for _, k := range [...]string{"int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes", "n_sep_by_space", "p_sign_posn", "n_sign_posn"} {
		d.SetStr(t, k, py.IntOf(charMax))
	}
	return d.Value(), nil
}

// charMax is what a number is that the locale does not set.
const charMax = 127

func twoTexts(t *py.Thread, fn string, a []py.Value) (x, y string, err *py.Exc) {
	var out [2]string
	for i := range out {
		s, ok := py.ToStr(a[i])
		if !ok {
			return "", "", t.TypeErr("%s() argument %d must be str, not %s", fn, i+1, a[i].Type().Name())
		}
		out[i] = s.String()
		if strings.IndexByte(out[i], 0) >= 0 {
			return "", "", t.ValueErr("embedded null character")
		}
	}
	return out[0], out[1], nil
}

func langinfo(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	n, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	for _, c := range constants {
		if c.value == n {
			return py.NewStr(c.text).Value(), nil
		}
	}
	return py.Value{}, t.ValueErr("unsupported langinfo constant")
}

func init() { py.RegisterPackage(registerLocale, "_locale") }

func registerLocale() {
	py.RegisterType(py.TypeSpec{Type: errorType, Name: "locale.Error", Base: py.Exception, Flags: py.FlagBaseType | py.FlagExcSubclass})
	py.RegisterModule(py.ModuleSpec{
		Name: "_locale", Doc: "Support for POSIX locales.",
		Methods: []py.MethodSpec{
			{Name: "setlocale", Sig: "category, locale=<unrepresentable>, /", Fn: py.FnSig(setlocale), Doc: "Activates/queries locale processing."},
			{Name: "localeconv", Fn: py.Fn0(localeconv), Doc: "Returns numeric and monetary locale-specific parameters."},
			{Name: "nl_langinfo", Sig: "key, /", Fn: py.FnSig(langinfo), Doc: "Return the value for the locale information associated with key."},
			{Name: "getencoding", Doc: "Get the current locale encoding.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				return py.NewStr("UTF-8").Value(), nil
			})},
			{Name: "strcoll", Sig: "os1, os2, /", Doc: "Compares two strings according to the locale.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				x, y, err := twoTexts(t, "strcoll", a)
				return py.IntOf(strings.Compare(x, y)), err
			})},
			{Name: "strxfrm", Sig: "string, /", Doc: "Return a string that can be used as a key for locale-aware comparisons.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				s, ok := py.ToStr(a[0])
				if !ok {
					return py.Value{}, t.TypeErr("strxfrm() argument must be str, not %s", a[0].Type().Name())
				}
				if strings.IndexByte(s.String(), 0) >= 0 {
					return py.Value{}, t.ValueErr("embedded null character")
				}
				return a[0], nil
			})},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			for _, c := range constants {
				m.Set(c.name, py.IntOf(c.value))
			}
			for i, n := range categoryNames {
				m.Set(n, py.IntOf(i))
			}
			m.Set("LC_ALL", py.IntOf(lcAll))
			m.Set("CHAR_MAX", py.IntOf(charMax))
			m.Set("Error", errorType.Value())
			return nil
		},
	})
}
