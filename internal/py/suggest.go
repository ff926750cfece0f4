package py

// Suggestions for misspelt names: the candidate at the smallest edit distance,
// if it is small enough.

const (
	suggestMaxItems = 750
	suggestMaxLen   = 40
	suggestMove     = 2 // cost of inserting, deleting or replacing a character
	suggestCase     = 1 // cost of changing its case
)

// suggest returns the name among the candidates that is closest to name, ""
// when none is close.
func suggest(name string, among []string) string {
	if len(among) >= suggestMaxItems {
		return ""
	}
	best, found := int(^uint(0)>>1), ""
	for _, c := range among {
		if c == name {
			continue
		}
		limit := min((len(name)+len(c)+3)*suggestMove/6, best-1)
		if d := editDistance(name, c, limit); d <= limit && d < best {
			best, found = d, c
		}
	}
	return found
}

func lowerASCII(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// editDistance is the edit distance of a and b, or limit+1 when it is larger
// than limit.
func editDistance(a, b string, limit int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return (len(a) + len(b)) * suggestMove
	}
	if len(a) > suggestMaxLen || len(b) > suggestMaxLen {
		return limit + 1
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	if (len(b)-len(a))*suggestMove > limit {
		return limit + 1
	}
	// row[i] is the distance of a[:i+1] from the part of b seen so far.
	var row [suggestMaxLen]int
	for i := range a {
		row[i] = (i + 1) * suggestMove
	}
	result := 0
	for j := 0; j < len(b); j++ {
		diag := j * suggestMove
		result = diag
		least := int(^uint(0) >> 1)
		for i := 0; i < len(a); i++ {
			cost := suggestMove
			switch {
			case a[i] == b[j]:
				cost = 0
			case lowerASCII(a[i]) == lowerASCII(b[j]):
				cost = suggestCase
			}
			replaced := diag + cost
			diag = row[i]
			result = min(replaced, min(result, diag)+suggestMove)
			row[i] = result
			least = min(least, result)
		}
		if least > limit {
			return limit + 1
		}
	}
	return result
}

// suggestFor finds what an exception's wrong name was probably meant to be:
// the text to put after "Did you mean", "" for nothing. Errors of the objects
// looked at count as no suggestion.
func (t *Thread) suggestFor(e *Exc, wrong string) string {
	var frame *Frame
	for tb := loadPointer(&e.tb); tb != nil; tb = loadPointer(&tb.next) {
		frame = tb.frame
	}
	switch {
	case e.Is(AttributeError):
		obj := orNone(e.Field(AttrErrObj))
		names, ok := t.dirNames(obj)
		if !ok {
			return ""
		}
		hide := wrong == "" || wrong[0] != '_'
		if hide && frame != nil {
			if self := frame.lookup(t, strSelf); self.p != nil && self == obj {
				hide = false
			}
		}
		return suggest(wrong, visibleNames(names, hide))
	case e.Is(ImportError):
		name, ok := ToStr(e.Field(ImportErrName))
		if !ok {
			return ""
		}
		m, err := t.ImportLevel(name, None, None, 0)
		if err != nil {
			return ""
		}
		names, ok := t.dirNames(m)
		if !ok {
			return ""
		}
		return suggest(wrong, visibleNames(names, wrong == "" || wrong[0] != '_'))
	case e.Is(NameError):
		if frame == nil {
			return ""
		}
		if self := frame.lookup(t, strSelf); self.p != nil {
			if a, err := t.GetAttrOpt(self, InternStr(wrong)); err == nil && a.p != nil {
				return "self." + wrong
			}
		}
		if t.completeBuiltins() != nil {
			return ""
		}
		names := frame.localNames(t)
		for _, d := range [...]*Dict{frame.fn.globals, frame.fn.builtins} {
			for p := 0; ; {
				k, _, next, ok := d.EntryAt(t, p)
				if !ok {
					break
				}
				p = next
				if s, ok := ToStr(k); ok {
					names = append(names, s.s)
				}
			}
		}
		return suggest(wrong, names)
	}
	return ""
}

var strSelf = InternStr("self")

// visibleNames drops the names that begin with an underscore.
func visibleNames(names []string, hide bool) []string {
	if !hide {
		return names
	}
	kept := names[:0]
	for _, n := range names {
		if n == "" || n[0] != '_' {
			kept = append(kept, n)
		}
	}
	return kept
}

// dirNames is dir(obj).
func (t *Thread) dirNames(obj Value) ([]string, bool) {
	v, err := biDir(t, None, Pos(obj))
	if err != nil {
		return nil, false
	}
	items, err := t.Items(v)
	if err != nil {
		return nil, false
	}
	names := make([]string, 0, len(items))
	for _, x := range items {
		s, ok := ToStr(x)
		if !ok {
			return nil, false
		}
		names = append(names, s.s)
	}
	return names, true
}
