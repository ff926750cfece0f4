package expat

// prolog reads a token of a prolog, of a document type declaration or of what
// follows the document's element. more tells that text may follow, so that a
// token that ends with the text may go on.
func (l *lexer) prolog(b []byte, i int, more bool) (token, int) {
	if i >= len(b) {
		return tokNone, i
	}
	// open is the answer for a token that lasts to the end of the text.
	open := func(tok token) (token, int) {
		if more {
			return tokPartial, len(b)
		}
		return tok, len(b)
	}
	switch c := b[i]; c {
	case '"', '\'':
		return l.literal(b, i+1, c, more)
	case '<':
		if i+1 >= len(b) {
			return tokPartial, i
		}
		switch b[i+1] {
		case '!':
			return l.decl(b, i+2)
		case '?':
			return l.pi(b, i+2)
		}
		if k := class[b[i+1]]; k == clStart || k == clMulti || k == clColon && !l.ns {
			return tokInstance, i
		}
		return tokInvalid, i + 1
	case ' ', '\t', '\n', '\r':
		if c == '\r' && i+1 == len(b) {
			return open(tokSpace)
		}
		for i++; i < len(b) && isSpace(b[i]); i++ {
			// A last CR is left for the LF that may follow.
			if b[i] == '\r' && i+1 == len(b) {
				break
			}
		}
		return tokSpace, i
	case '%':
		return l.percent(b, i+1)
	case ',':
		return tokComma, i + 1
	case '[':
		return tokBracketOpen, i + 1
	case ']':
		if i++; i == len(b) {
			return open(tokBracketClose)
		}
		if b[i] == ']' {
			if i+1 == len(b) {
				return tokPartial, i
			}
			if b[i+1] == '>' {
				return tokCondClose, i + 2
			}
		}
		return tokBracketClose, i
	case '(':
		return tokParenOpen, i + 1
	case ')':
		if i++; i == len(b) {
			return open(tokParenClose)
		}
		switch c := b[i]; c {
		case '*':
			return tokParenCloseRep, i + 1
		case '?':
			return tokParenCloseOpt, i + 1
		case '+':
			return tokParenClosePlus, i + 1
		case '>', ',', '|', ')':
			return tokParenClose, i
		default:
			if isSpace(c) {
				return tokParenClose, i
			}
		}
		return tokInvalid, i
	case '|':
		return tokOr, i + 1
	case '>':
		return tokDeclClose, i + 1
	case '#':
		return l.poundName(b, i+1, more)
	}
	kind := tokName
	n, tok := l.nameChar(b, i, true)
	if n == 0 {
		if tok == tokPartialChar {
			return tok, i
		}
		if n, tok = l.nameChar(b, i, false); n == 0 {
			if b[i] != ':' {
				return tok, i
			}
			n = 1
		}
		kind = tokNmtoken
	}
	for i += n; ; i++ {
		if i, tok = l.name(b, i); tok == tokPartial {
			return open(kind)
		} else if tok != 0 {
			return tok, i
		}
		switch c := b[i]; c {
		case ':':
			switch kind {
			case tokName:
				if i+1 == len(b) {
					return tokPartial, i
				}
				kind = tokPrefixedName
				if n, tok := l.nameChar(b, i+1, false); n == 0 {
					if tok == tokPartialChar {
						return tok, i + 1
					}
					kind = tokNmtoken
				}
			case tokPrefixedName:
				kind = tokNmtoken
			}
			continue
		case '+', '*', '?':
			if kind == tokNmtoken {
				return tokInvalid, i
			}
			switch c {
			case '+':
				return tokNamePlus, i + 1
			case '*':
				return tokNameRep, i + 1
			}
			return tokNameOpt, i + 1
		case '>', ')', ',', '|', '[', '%':
			return kind, i
		default:
			if isSpace(c) {
				return kind, i
			}
		}
		return tokInvalid, i
	}
}

// literal reads a quoted text whose first quote is before i.
func (l *lexer) literal(b []byte, i int, quote byte, more bool) (token, int) {
	for i < len(b) {
		c := b[i]
		switch {
		case c == quote:
			if i++; i == len(b) {
				if more {
					return tokPartial, i
				}
				return tokLiteral, i
			}
			if c := b[i]; isSpace(c) || c == '>' || c == '%' || c == '[' {
				return tokLiteral, i
			}
			return tokInvalid, i
		case c >= 0x80 || class[c] == clBad:
			j, tok := other(b, i)
			if tok != 0 {
				return tok, j
			}
			i = j
		default:
			i++
		}
	}
	return tokPartial, i
}

// decl reads what follows "<!": a comment, or the beginning of a declaration.
func (l *lexer) decl(b []byte, i int) (token, int) {
	if i >= len(b) {
		return tokPartial, i
	}
	switch c := b[i]; {
	case c == '-':
		return l.comment(b, i+1)
	case c == '[':
		return tokCondOpen, i + 1
	case class[c] != clStart && (c != ':' || l.ns):
		return tokInvalid, i
	}
	for i++; i < len(b); i++ {
		c := b[i]
		switch {
		case c == '%':
			if i+1 == len(b) {
				return tokPartial, i
			}
			// Not as in <!ENTITY% foo.
			if isSpace(b[i+1]) || b[i+1] == '%' {
				return tokInvalid, i
			}
			return tokDeclOpen, i
		case isSpace(c):
			return tokDeclOpen, i
		case class[c] != clStart && (c != ':' || l.ns):
			return tokInvalid, i
		}
	}
	return tokPartial, i
}

// percent reads what follows "%".
func (l *lexer) percent(b []byte, i int) (token, int) {
	if i < len(b) && (isSpace(b[i]) || b[i] == '%') {
		return tokPercent, i
	}
	i, tok := l.start(b, i)
	if tok != 0 {
		return tok, i
	}
	if i, tok = l.name(b, i); tok != 0 {
		return tok, i
	}
	if b[i] != ';' {
		return tokInvalid, i
	}
	return tokParamRef, i + 1
}

// poundName reads what follows "#".
func (l *lexer) poundName(b []byte, i int, more bool) (token, int) {
	i, tok := l.start(b, i)
	if tok != 0 {
		return tok, i
	}
	if i, tok = l.name(b, i); tok == tokPartial && !more {
		return tokPoundName, i
	}
	if tok != 0 {
		return tok, i
	}
	if c := b[i]; isSpace(c) || c == ')' || c == '>' || c == '%' || c == '|' {
		return tokPoundName, i
	}
	return tokInvalid, i
}

// ignored reads an IGNORE section up to its end. It starts over when it was cut off.
func (l *lexer) ignored(b []byte, i int) (token, int) {
	for level := 0; i < len(b); {
		c := b[i]
		switch {
		case c == '<' && i+2 < len(b) && b[i+1] == '!' && b[i+2] == '[':
			level++
			i += 3
		case c == ']' && i+2 < len(b) && b[i+1] == ']' && b[i+2] == '>':
			i += 3
			if level == 0 {
				return tokIgnored, i
			}
			level--
		case c >= 0x80 || class[c] == clBad:
			j, tok := other(b, i)
			if tok != 0 {
				return tok, j
			}
			i = j
		default:
			i++
		}
	}
	return tokPartial, i
}
