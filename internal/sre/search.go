package sre

import "bytes"

// search looks for the first match at start or later. With must, a match at
// start itself must not be empty.
func (m *Matcher[T]) search(start int, must bool) bool {
	p := m.prog
	s := m.s
	last := len(s) - p.minWidth
	if start > last {
		return false
	}
	switch p.strategy {
	case searchStart:
		return start == 0 && m.run(0, must)
	case searchLine:
		for at := start; ; must = false {
			if (at == 0 || s[at-1] == '\n') && m.run(at, must) {
				return true
			}
			if m.err != nil {
				return false
			}
			at = indexUnit(s, at, '\n') + 1
			if at == 0 || at > last {
				return false
			}
		}
	case searchPrefix:
		for at := start; at <= last; at++ {
			if at = m.indexPrefix(at); at < 0 {
				return false
			}
			if p.literal {
				m.begin, m.end, m.last = at, at+len(p.prefix.runes), 0
				return true
			}
			if m.run(at, must && at == start) {
				return true
			}
			if m.err != nil {
				return false
			}
		}
		return false
	case searchFirst:
		for at := start; at <= last; {
			if at = indexFirst(p, s, at, last); at < 0 {
				return false
			}
			if p.run != nil {
				limit := runLimit(p.run, s, at)
				end := runEnd(p.run, s, at, limit)
				if uint64(end-at) >= uint64(p.run.min) {
					m.begin, m.end, m.last = at, end, 0
					return true
				}
				if at++; p.run.max == unlimited && end > at {
					at = end
				}
				continue
			}
			if m.run(at, must && at == start) {
				return true
			}
			if m.err != nil {
				return false
			}
			if at++; p.lead && at < m.leadEnd {
				at = m.leadEnd
			}
		}
		return false
	}
	for at := start; at <= last; {
		if m.run(at, must && at == start) {
			return true
		}
		if m.err != nil {
			return false
		}
		if at++; p.lead && at < m.leadEnd {
			at = m.leadEnd
		}
	}
	return false
}

// indexUnit returns the first position of c in s from at on, or -1.
func indexUnit[T Unit](s []T, at int, c T) int {
	if isByte[T]() {
		if i := bytes.IndexByte(asBytes(s[at:]), byte(c)); i >= 0 {
			return at + i
		}
		return -1
	}
	for i := at; i < len(s); i++ {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// indexFirst returns the first position in [at, last] whose character can
// begin a match, or -1.
func indexFirst[T Unit](p *Program, s []T, at, last int) int {
	if last >= len(s) {
		last = len(s) - 1
	}
	if p.single >= 0 {
		if last < at {
			return -1
		}
		return indexUnit(s[:last+1], at, T(p.single))
	}
	tab, high, set := p.first.tab, p.first.high, p.first.set
	for i := at; i <= last; i++ {
		c := s[i]
		if uint32(c) < lowChars {
			if tab[uint8(c)] {
				return i
			}
		} else if high && (set == nil || set.slow(uint32(c))) {
			return i
		}
	}
	return -1
}

// indexPrefix returns the first position of the literal prefix from at on,
// or -1.
func (m *Matcher[T]) indexPrefix(at int) int {
	p := m.prog
	if isByte[T]() {
		if p.prefix.wide {
			return -1
		}
		if i := bytes.Index(asBytes(m.s[at:]), p.prefix.bytes); i >= 0 {
			return at + i
		}
		return -1
	}
	want := p.prefix.runes
	k := 0
	for i := at; i < len(m.s); i++ {
		c := rune(m.s[i])
		if k == 0 {
			if i = indexUnit(m.s, i, T(want[0])); i < 0 {
				return -1
			}
			c = want[0]
		}
		for k > 0 && c != want[k] {
			k = int(p.overlap[k-1])
		}
		if c == want[k] {
			k++
		}
		if k == len(want) {
			return i + 1 - k
		}
	}
	return -1
}
