package syntax

import "strings"

// stringLiteral reads a STRING token; lx.cur is at the opening quote,
// lx.tokStart at its prefix.
func (lx *lexer) stringLiteral() token {
	src, start := lx.src, lx.tokStart
	quote := src[lx.cur]
	i := lx.cur + 1
	lx.firstLine, lx.firstLineStart = lx.line, lx.lineStart
	triple := false
	if src[i] == quote {
		if src[i+1] == quote {
			triple = true
			i += 2
		} else {
			lx.cur = i + 1
			return lx.stringToken(STRING, start, lx.cur)
		}
	}
	escapedQuote := false
	for {
		c := src[i]
		switch {
		case c == quote:
			if !triple {
				lx.cur = i + 1
				return lx.stringToken(STRING, start, lx.cur)
			}
			if src[i+1] == quote && src[i+2] == quote {
				lx.cur = i + 3
				return lx.stringToken(STRING, start, lx.cur)
			}
		case c == '\\':
			i++
			if src[i] == quote {
				escapedQuote = true
			}
			if src[i] == '\n' {
				lx.cur = i + 1
				lx.nextLine()
			}
			if i >= lx.n {
				return lx.unterminated(i, quote, triple, escapedQuote)
			}
		case c == '\n':
			if !triple {
				return lx.unterminated(i, quote, triple, escapedQuote)
			}
			lx.cur = i + 1
			lx.nextLine()
		case c == 0 && i >= lx.n:
			return lx.unterminated(i, quote, triple, escapedQuote)
		}
		i++
	}
}

// unterminated reports a string literal that ends at offset i without its quote.
func (lx *lexer) unterminated(i int, quote byte, triple, escapedQuote bool) token {
	detected := lx.line
	lx.inp = lx.lineEnd()
	lx.cur = lx.tokStart + 1
	lx.lineStart = lx.firstLineStart
	lx.line = lx.firstLine
	if n := len(lx.fstack); n > 0 {
		// The quote that was meant to end an f-string with an open field.
		if f := &lx.fstack[n-1]; f.quote == quote && f.triple == triple {
			return lx.syntaxError("f-string: expecting '}'")
		}
	}
	var t token
	switch {
	case triple:
		t = lx.syntaxError("unterminated triple-quoted string literal (detected at line %d)", detected)
	case escapedQuote:
		t = lx.syntaxError("unterminated string literal (detected at line %d); perhaps you escaped the end quote?", detected)
	default:
		t = lx.syntaxError("unterminated string literal (detected at line %d)", detected)
	}
	if i >= lx.n {
		lx.state = lexEOFinStr
	}
	return t
}

// fstringStart reads FSTRING_START; lx.cur is at the opening quote.
func (lx *lexer) fstringStart(raw bool) token {
	src, start := lx.src, lx.tokStart
	quote := src[lx.cur]
	lx.firstLine, lx.firstLineStart = lx.line, lx.lineStart
	triple := src[lx.cur+1] == quote && src[lx.cur+2] == quote
	lx.cur++
	if triple {
		lx.cur += 2
	}
	if len(lx.fstack)+1 >= maxFStrings {
		return lx.syntaxError("too many nested f-strings")
	}
	lx.fstack = append(lx.fstack, fstring{quote: quote, triple: triple, raw: raw, inText: true,
		exprDepth: -1, start: int32(start), line: lx.line, lineStart: int32(lx.lineStart)})
	return lx.stringToken(FSTRING_START, start, lx.cur)
}

// fstringText reads FSTRING_MIDDLE or FSTRING_END, or switches to reading a
// replacement field.
func (lx *lexer) fstringText() token {
	src := lx.src
	f := &lx.fstack[len(lx.fstack)-1]
	start := lx.cur
	lx.tokStart = start
	lx.firstLine, lx.firstLineStart = lx.line, lx.lineStart
	if src[start] == '{' && src[start+1] != '{' {
		if !lx.openField(f) {
			return lx.syntaxError("f-string: expressions nested too deeply")
		}
		return lx.next()
	}
	if lx.atQuote(f, start) {
		lx.cur = start + 1
		if f.triple {
			lx.cur += 2
		}
		lx.fstack = lx.fstack[:len(lx.fstack)-1]
		return lx.stringToken(FSTRING_END, start, lx.cur)
	}
	named := false // inside \N{...}
	i := start
	for {
		c := src[i]
		inSpec := f.inSpec && f.inField()
		switch {
		case c == 0 && i >= lx.n || c == '\n' && !f.triple:
			if inSpec && c == '\n' {
				lx.cur = i
				f.inText = false
				f.inSpec = false
				return lx.stringToken(FSTRING_MIDDLE, start, i)
			}
			return lx.unterminatedF(f, i)
		case c == '\n':
			lx.cur = i + 1
			lx.nextLine()
		case c == f.quote && lx.atQuote(f, i):
			lx.cur = i
			return lx.stringToken(FSTRING_MIDDLE, start, i)
		case c == '{':
			if src[i+1] == '{' && !inSpec {
				t := lx.stringToken(FSTRING_MIDDLE, start, i+1)
				t.EndCol++ // the range covers the second brace
				lx.cur = i + 2
				return t
			}
			lx.cur = i
			if !lx.openField(f) {
				return lx.syntaxError("f-string: expressions nested too deeply")
			}
			return lx.stringToken(FSTRING_MIDDLE, start, i)
		case c == '}':
			if named {
				lx.cur = i + 1
				return lx.stringToken(FSTRING_MIDDLE, start, lx.cur)
			}
			if src[i+1] == '}' && !inSpec && f.depth == 0 {
				t := lx.stringToken(FSTRING_MIDDLE, start, i+1)
				t.EndCol++ // the range covers the second brace
				lx.cur = i + 2
				return t
			}
			lx.cur = i
			f.inText = false
			return lx.stringToken(FSTRING_MIDDLE, start, i)
		case c == '\\':
			d := src[i+1]
			if d == '{' || d == '}' {
				// A doubled brace is part of the literal, whose escapes are checked later.
				if !f.raw && lx.warn != nil && src[i+2] != d {
					lx.warn("invalid escape sequence '\\"+string(rune(d))+"'", lx.line, start, i+2)
				}
				break // the backslash stands for itself, the brace is seen next
			}
			i++
			if d == 'N' && !f.raw && src[i+1] == '{' {
				i++
				named = true
			}
			if d == '\n' {
				lx.cur = i + 1
				lx.nextLine()
			}
			if d == 0 && i >= lx.n {
				return lx.unterminatedF(f, i)
			}
		}
		i++
	}
}

// openField enters the expression part of a replacement field.
func (lx *lexer) openField(f *fstring) bool {
	f.exprDepth++
	if f.exprDepth >= maxFields {
		return false
	}
	f.inText = false
	return true
}

func (lx *lexer) atQuote(f *fstring, i int) bool {
	if lx.src[i] != f.quote {
		return false
	}
	return !f.triple || lx.src[i+1] == f.quote && lx.src[i+2] == f.quote
}

func (lx *lexer) unterminatedF(f *fstring, i int) token {
	detected := lx.line
	atEnd := i >= lx.n
	lx.inp = lx.lineEnd()
	lx.cur = int(f.start) + 1
	lx.lineStart = int(f.lineStart)
	lx.line = f.line
	kind := ""
	if f.triple {
		kind = "triple-quoted "
	}
	t := lx.syntaxError("unterminated %sf-string literal (detected at line %d)", kind, detected)
	if atEnd && f.triple {
		lx.state = lexEOFinStr
	}
	return t
}

// stripFieldComments removes comments from the text of a self-documenting
// field, "{text=}". As in the reference implementation a # inside a string
// counts as a comment, too.
func stripFieldComments(s string) string {
	if strings.IndexByte(s, '#') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '#' {
			for i < len(s) && s[i] != '\n' {
				i++
			}
			if i < len(s) {
				b.WriteByte('\n')
			}
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
