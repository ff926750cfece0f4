package py

import (
	"fmt"
	"strings"
	"sync/atomic"
)

// Args are the arguments of a call: positional values followed by the values
// of the keywords that kw names. The slice belongs to the caller; a callee
// that keeps values copies them.
type Args struct {
	vals []Value
	kw   *Tuple // names, all exact str; nil: none
}

// Pos makes Args of positional values.
func Pos(vals ...Value) Args { return Args{vals: vals} }

// MakeArgs makes Args of positional values followed by keyword values.
func MakeArgs(vals []Value, kw *Tuple) Args { return Args{vals, kw} }

// Pos returns the positional values.
func (a Args) Pos() []Value {
	if a.kw == nil {
		return a.vals
	}
	return a.vals[:len(a.vals)-len(a.kw.items)]
}

// Len is the number of positional values.
func (a Args) Len() int { return len(a.Pos()) }

// NumKw is the number of keywords.
func (a Args) NumKw() int {
	if a.kw == nil {
		return 0
	}
	return len(a.kw.items)
}

// Kw returns the name and value of keyword i.
func (a Args) Kw(i int) (*Str, Value) {
	return asStr(a.kw.items[i]), a.vals[len(a.vals)-len(a.kw.items)+i]
}

// KwNamed returns the value of the keyword called name, nil if absent.
func (a Args) KwNamed(name string) Value {
	for i := 0; i < a.NumKw(); i++ {
		if k, v := a.Kw(i); k.s == name {
			return v
		}
	}
	return Value{}
}

// dropFirst is a without its first positional value.
func (a Args) dropFirst() Args { return Args{a.vals[1:], a.kw} }

// All returns the positional values followed by those of the keywords.
func (a Args) All() []Value { return a.vals }

// KwNames returns the names of the keywords, nil if there are none.
func (a Args) KwNames() *Tuple { return a.kw }

// DropFirst is a without its first positional value.
func (a Args) DropFirst() Args { return a.dropFirst() }

// Prepend is a with v put before the positional values.
func (a Args) Prepend(v Value) Args {
	n := make([]Value, 0, len(a.vals)+1)
	n = append(n, v)
	n = append(n, a.vals...)
	return Args{n, a.kw}
}

// KwDict returns the keywords as a new dict.
func (a Args) KwDict(t *Thread) *Dict {
	d := NewDict()
	for i := 0; i < a.NumKw(); i++ {
		k, v := a.Kw(i)
		d.setStr(k, v)
	}
	return d
}

// NoKeywords is the TypeError for keywords given to fname (with "()"), nil if there are none.
func (a Args) NoKeywords(t *Thread, fname ...string) *Exc {
	if a.NumKw() > 0 {
		return t.TypeErr("%s takes no keyword arguments", strings.Join(fname, ""))
	}
	return nil
}

// Count checks that there are no keywords and between min and max positional
// values (max < 0: any number), with the error text of CPython's
// PyArg_UnpackTuple.
func (a Args) Count(t *Thread, fname string, min, max int) *Exc {
	if e := a.NoKeywords(t, fname, "()"); e != nil {
		return e
	}
	return checkCount(t, fname, len(a.vals), min, max)
}

func checkCount(t *Thread, fname string, n, min, max int) *Exc {
	if n >= min && (max < 0 || n <= max) {
		return nil
	}
	want, word := min, "at least "
	if n > max && max >= 0 {
		want, word = max, "at most "
	}
	if min == max {
		word = ""
	}
	return t.TypeErr("%s expected %s%d argument%s, got %d", fname, word, want, plural(want), n)
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// Signature is the parameter list of a native function. Its text is that of
// __text_signature__ without "$self" and the outer parentheses, as in
// "sep=None, maxsplit=-1" or "x, /, *, key=None, reverse=False". It is parsed
// when it is first needed.
type Signature struct {
	text   string
	parsed atomic.Pointer[signature]
}

// ParseSignature makes a signature from its text.
func ParseSignature(text string) *Signature { return &Signature{text: text} }

func (l *Signature) get() *signature {
	s := l.parsed.Load()
	if s == nil {
		s = parseSignature(l.text)
		l.parsed.Store(s)
	}
	return s
}

// Bind puts the arguments into out, one Value per parameter (nil for one not
// given), in the order of the signature; *args follows as a tuple and **kwargs
// as a dict. name is used in error messages.
func (l *Signature) Bind(t *Thread, name string, args Args, out []Value) *Exc {
	return l.get().bind(t, name, args, out)
}

func (l *Signature) String() string { return fmt.Sprintf("(%s)", l.text) }

// signature is a Signature that is parsed.
type signature struct {
	text    string
	params  []sigParam
	posOnly int // number of positional-only parameters
	pos     int // number of positional parameters, positional-only included
	min     int // number of required positional parameters
	varPos  bool
	varKw   bool
}

type sigParam struct {
	name     string
	required bool
	str      *Str
}

func parseSignature(text string) *signature {
	s := &signature{text: text, pos: -1}
	if strings.TrimSpace(text) == "" {
		s.pos = 0
		return s
	}
	for _, part := range splitTop(text) {
		part = strings.TrimSpace(part)
		switch {
		case part == "/":
			s.posOnly = len(s.params)
		case part == "*":
			s.pos = len(s.params)
		case strings.HasPrefix(part, "**"):
			s.varKw = true
		case strings.HasPrefix(part, "*"):
			s.varPos = true
			s.pos = len(s.params)
		case strings.Contains(part, "[, "):
			// Optional groups, as in "sub[, start[, end]]".
			for i, name := range strings.Split(strings.TrimRight(part, "]"), "[, ") {
				s.params = append(s.params, sigParam{name, i == 0, InternStr(name)})
			}
		default:
			name, _, opt := strings.Cut(part, "=")
			name = strings.TrimSpace(name)
			s.params = append(s.params, sigParam{name, !opt, InternStr(name)})
		}
	}
	if s.pos < 0 {
		s.pos = len(s.params)
	}
	for i, p := range s.params[:s.pos] {
		if p.required {
			s.min = i + 1
		}
	}
	return s
}

// splitTop splits at commas outside of brackets and quotes.
func splitTop(s string) []string {
	var parts []string
	depth, start := 0, 0
	var quote byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '(' || c == '[' || c == '{':
			depth++
		case c == ')' || c == ']' || c == '}':
			depth--
		case c == ',' && depth == 0:
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}

func (s *signature) bind(t *Thread, name string, args Args, out []Value) *Exc {
	pos := args.Pos()
	n := len(pos)
	nkw := args.NumKw()
	if !s.varPos && (n > s.pos || n+nkw > len(s.params) && !s.varKw && s.posOnly < len(s.params)) {
		return s.tooMany(t, name, n, nkw)
	}
	if least := min(s.posOnly, s.min); n < least {
		return s.tooFew(t, name, n, least)
	}
	m := min(n, s.pos)
	copy(out, pos[:m])
	for i := m; i < len(out); i++ {
		out[i] = Value{}
	}
	next := len(s.params)
	if s.varPos {
		out[next] = NewTuple(pos[m:]...).Value()
		next++
	}
	var extra *Dict
	if s.varKw {
		extra = NewDict()
		out[next] = extra.Value()
	}
	// Errors about keywords come after those about missing arguments.
	bad, twice := -1, -1
	for i := 0; i < nkw; i++ {
		k, v := args.Kw(i)
		at := s.find(k)
		switch {
		case at < 0 && extra != nil:
			extra.setStr(k, v)
		case at < 0:
			if bad < 0 {
				bad = i
			}
		case out[at].p != nil:
			if twice < 0 {
				twice = i
			}
		default:
			out[at] = v
		}
	}
	if bad >= 0 && s.posOnly == len(s.params) {
		return t.TypeErr("%s() takes no keyword arguments", name)
	}
	for i := range s.params {
		if s.params[i].required && out[i].p == nil {
			return t.TypeErr("%s() missing required argument '%s' (pos %d)", name, s.params[i].name, i+1)
		}
	}
	if twice >= 0 {
		k, _ := args.Kw(twice)
		return t.TypeErr("argument for %s() given by name ('%s') and position (%d)", name, k.s, s.find(k)+1)
	}
	if bad >= 0 {
		k, _ := args.Kw(bad)
		for _, p := range s.params[:s.posOnly] {
			if p.name == k.s {
				return t.TypeErr("%s() got some positional-only arguments passed as keyword arguments: '%s'", name, k.s)
			}
		}
		var known []string
		for _, p := range s.params[s.posOnly:] {
			known = append(known, p.name)
		}
		return t.UnexpectedKeyword(name+"()", k.s, known...)
	}
	return nil
}

// UnexpectedKeyword is the TypeError of a call of what ("int()") with a keyword
// that is none of those known. It names the one that may be meant.
func (t *Thread) UnexpectedKeyword(what, got string, known ...string) *Exc {
	if best := suggest(got, known); best != "" {
		return t.TypeErr("%s got an unexpected keyword argument '%s'. Did you mean '%s'?", what, got, best)
	}
	return t.TypeErr("%s got an unexpected keyword argument '%s'", what, got)
}

// oneArg tells that exactly one positional argument is wanted.
func (s *signature) oneArg() bool {
	return len(s.params) == 1 && s.posOnly == 1 && s.params[0].required && !s.varPos && !s.varKw
}

// tooFew is the error for fewer positional arguments than there are required
// positional-only parameters.
func (s *signature) tooFew(t *Thread, name string, n, least int) *Exc {
	if s.posOnly == s.pos && s.pos == len(s.params) {
		max := s.pos
		if s.varPos {
			max = -1
		}
		if e := checkCount(t, name, n, s.min, max); e != nil {
			return e
		}
	}
	word := "exactly"
	if least < s.pos || s.varPos {
		word = "at least"
	}
	return t.TypeErr("%s() takes %s %d positional argument%s (%d given)", name, word, least, plural(least), n)
}

func (s *signature) tooMany(t *Thread, name string, n, nkw int) *Exc {
	if s.posOnly == s.pos && s.pos == len(s.params) {
		return checkCount(t, name, n, s.min, s.pos)
	}
	if n+nkw > len(s.params) {
		kind := ""
		if n == 0 {
			kind = "keyword "
		}
		return t.TypeErr("%s() takes at most %d %sargument%s (%d given)", name, len(s.params), kind, plural(len(s.params)), n+nkw)
	}
	if s.pos == 0 {
		return t.TypeErr("%s() takes no positional arguments", name)
	}
	word := "exactly"
	if s.min < s.pos {
		word = "at most"
	}
	return t.TypeErr("%s() takes %s %d positional argument%s (%d given)", name, word, s.pos, plural(s.pos), n)
}

func (s *signature) find(k *Str) int {
	for i := s.posOnly; i < len(s.params); i++ {
		if s.params[i].str == k || s.params[i].name == k.s {
			return i
		}
	}
	return -1
}

// slots is the length of the array that Bind fills.
func (s *signature) slots() int {
	n := len(s.params)
	if s.varPos {
		n++
	}
	if s.varKw {
		n++
	}
	return n
}

// boundText is the __text_signature__ of a function that is bound to self. The
// slash that ends the positional-only parameters is self's own where the
// signature has none.
func (s *signature) boundText(self string) Value {
	switch {
	case s.text == "":
		return NewStr("(" + self + ", /)").Value()
	case s.posOnly > 0:
		return NewStr("(" + self + ", " + s.text + ")").Value()
	}
	return NewStr("(" + self + ", /, " + s.text + ")").Value()
}
