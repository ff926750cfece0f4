package sre

// This file holds the inner loops: what is done per character.

// admits tells whether a match that begins with one of f is possible at pos.
func admits[T Unit](f *firstSet, s []T, pos int) bool {
	if f == nil {
		return true
	}
	if uint(pos) >= uint(len(s)) {
		return false
	}
	c := s[pos]
	if uint32(c) < lowChars {
		return f.tab[uint8(c)]
	}
	return f.high && (f.set == nil || f.set.slow(uint32(c)))
}

// candidates returns the alternatives of a branch that can match at pos.
func candidates[T Unit](b *branch, s []T, pos int) []int32 {
	if uint(pos) >= uint(len(s)) {
		return b.end
	}
	c := s[pos]
	if uint32(c) < lowChars {
		return b.lists[b.class[uint8(c)]]
	}
	return b.high
}

// stringAt returns the length of the literal if it is at pos, else 0.
func stringAt[T Unit](l *literal, s []T, pos int) int {
	n := len(l.runes)
	if len(s)-pos < n {
		return 0
	}
	if isByte[T]() {
		if l.wide || string(asBytes(s)[pos:pos+n]) != string(l.bytes) {
			return 0
		}
		return n
	}
	for i, c := range s[pos : pos+n] {
		if rune(c) != l.runes[i] {
			return 0
		}
	}
	return n
}

// sameText compares two texts of equal length under a folding.
func sameText[T Unit](fold foldMode, a, b []T) bool {
	for i, c := range a {
		d := b[i]
		if c == d {
			continue
		}
		switch fold {
		case foldASCII, foldLocale:
			if lowerASCII(uint32(c)) != lowerASCII(uint32(d)) {
				return false
			}
		case foldUni:
			if lowerUni(uint32(c)) != lowerUni(uint32(d)) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// accepts tells whether the one-character match of a run accepts c.
func accepts[T Unit](in *inst, c T) bool {
	switch in.unit {
	case opLit:
		return uint32(c) == in.arg
	case opNotLit:
		return uint32(c) != in.arg
	case opAny:
		return c != '\n'
	case opSet:
		return inSet(in.set, c)
	}
	return true
}

// runLimit returns how far a run from pos may reach; pos is at most len(s).
func runLimit[T Unit](in *inst, s []T, pos int) int {
	if in.max != unlimited && uint64(len(s)-pos) > uint64(in.max) {
		return pos + int(in.max)
	}
	return len(s)
}

// runEnd returns the first position in [pos, limit] where the run of
// characters that in accepts ends.
func runEnd[T Unit](in *inst, s []T, pos, limit int) int {
	s = s[:limit]
	switch in.unit {
	case opAnyAll:
		return limit
	case opAny:
		if end := indexUnit(s, pos, '\n'); end >= 0 {
			return end
		}
		return limit
	case opLit:
		for pos < len(s) && uint32(s[pos]) == in.arg {
			pos++
		}
	case opNotLit:
		for pos < len(s) && uint32(s[pos]) != in.arg {
			pos++
		}
	case opSet:
		set := in.set
		for ; pos < len(s); pos++ {
			if c := s[pos]; uint32(c) < lowChars {
				if !set.tab[uint8(c)] {
					return pos
				}
			} else if !set.slow(uint32(c)) {
				return pos
			}
		}
	}
	return pos
}

// lazyEnd returns the first position in [pos, limit] where what follows a
// lazy run can begin and up to which the run reaches, or -1.
func lazyEnd[T Unit](in *inst, s []T, pos, limit int) int {
	for !admits(in.first, s, pos) {
		if pos >= limit || !accepts(in, s[pos]) {
			return -1
		}
		pos++
	}
	return pos
}

// at tells whether the position test holds.
func (m *Matcher[T]) at(test uint32, pos int) bool {
	s := m.s
	switch test {
	case atBeginning, atBeginningString:
		return pos == 0
	case atBeginningLine:
		return pos == 0 || m.subject[pos-1] == '\n'
	case atEnd:
		return pos == len(s) || pos == len(s)-1 && s[pos] == '\n'
	case atEndLine:
		return pos == len(s) || pos < len(m.subject) && m.subject[pos] == '\n'
	case atEndString:
		return pos == len(s)
	}
	if len(s) == 0 {
		return false // there is neither a boundary nor a non-boundary
	}
	var before, after bool
	if test == atUniBoundary || test == atUniNonBoundary {
		before = pos > 0 && isWord(latin1Word, m.subject[pos-1])
		after = pos < len(s) && isWord(latin1Word, s[pos])
	} else {
		before = pos > 0 && isWordOnly(asciiWord, m.subject[pos-1])
		after = pos < len(s) && isWordOnly(asciiWord, s[pos])
	}
	return (before != after) == (test == atBoundary || test == atLocBoundary || test == atUniBoundary)
}

func isWord[T Unit](tab *[lowChars]bool, c T) bool {
	if uint32(c) < lowChars {
		return tab[uint8(c)]
	}
	return hasProp(uint32(c), propAlnum)
}

func isWordOnly[T Unit](tab *[lowChars]bool, c T) bool {
	return uint32(c) < lowChars && tab[uint8(c)]
}
