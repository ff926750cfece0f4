package expat

// token is a piece of markup or text as a scanner tells it. The negative ones
// say that the text ends within something.
type token int8

const (
	tokNone        token = iota - 8 // nothing is left
	tokTrailRSQB                    // "]" or "]]" at the end, which may become "]]>"
	tokTrailCR                      // a CR at the end, which may become CR LF
	tokPartialChar                  // a character is cut off
	tokPartial                      // a token is cut off
	tokInvalid                      // next is the place of the bad character
	_
	_
	_ // 0: a scan may go on
	// In content.
	tokStart // a start tag; lexer.atts has its attributes
	tokEmpty // an empty-element tag
	tokEnd
	tokData
	tokNewline
	tokEntityRef
	tokCharRef
	tokCDataOpen
	tokCDataClose
	// In both.
	tokPI
	tokXMLDecl
	tokComment
	tokBOM
	// In a document type declaration.
	tokSpace
	tokDeclOpen  // "<!" and a name
	tokDeclClose // ">"
	tokName
	tokPrefixedName
	tokNmtoken
	tokPoundName
	tokOr
	tokPercent
	tokParenOpen
	tokParenClose
	tokParenCloseOpt
	tokParenCloseRep
	tokParenClosePlus
	tokNameOpt
	tokNameRep
	tokNamePlus
	tokBracketOpen
	tokBracketClose
	tokLiteral
	tokParamRef
	tokInstance // the first element's start tag begins
	tokCondOpen
	tokCondClose
	tokComma
	// In an attribute's value.
	tokValueSpace
	tokIgnored // the text of an IGNORE section
)

// The classes of bytes.
const (
	clOther   uint8 = iota
	clBad           // no character of XML, or no beginning of one
	clMulti         // the first byte of a longer character
	clStart         // begins a name
	clName          // goes on in a name
	clColon         // a colon, which is clStart where there are no namespaces
	clSpace         // blank or tab
	clNewline       // CR or LF
)

// class has the class of each byte; text marks those that character data may
// contain without further thought.
var class, text = func() (c [256]uint8, text [256]bool) {
	for i := range c {
		switch b := byte(i); {
		case b == ' ' || b == '\t':
			c[i] = clSpace
		case b == '\r' || b == '\n':
			c[i] = clNewline
		case b < 0x20 || b >= 0x80 && b < 0xC0 || b >= 0xF5:
			c[i] = clBad
		case b >= 0xC0:
			c[i] = clMulti
		case b|0x20 >= 'a' && b|0x20 <= 'z' || b == '_':
			c[i] = clStart
		case b >= '0' && b <= '9' || b == '-' || b == '.':
			c[i] = clName
		case b == ':':
			c[i] = clColon
		}
		text[i] = (i == '\t' || i >= 0x20 && i < 0x80) && i != '<' && i != '&' && i != ']'
	}
	return c, text
}()

// rawAttr is an attribute in the text: offsets of its name and value. A plain
// value has no references and no white space but blanks.
type rawAttr struct {
	name, nameEnd, value, valueEnd int
	plain                          bool
}

// lexer splits text into tokens. Its functions take the text and an offset and
// return the token and where it ends (tokInvalid: where it goes wrong). They
// read UTF-8; a byte that never occurs in it stands for what could not be decoded.
type lexer struct {
	ns       bool // colons are no letters
	internal bool // the text is that of an internal entity: its CRs are those that were written as references
	names    *nameSet
	nameEnd  int // of the tag read last
	atts     []rawAttr
}

// charLen is the length of the character beyond ASCII at i: 0 when it is cut
// off, -1 when it is none of XML.
func charLen(b []byte, i int) int {
	n := 2
	switch c := b[i]; {
	case c < 0xC0 || c >= 0xF5:
		return -1
	case c >= 0xF0:
		n = 4
	case c >= 0xE0:
		n = 3
	}
	if len(b)-i < n {
		return 0
	}
	c := uint32(b[i]) & (0xFF >> (n + 1))
	for _, x := range b[i+1 : i+n] {
		if x&0xC0 != 0x80 {
			return -1
		}
		c = c<<6 | uint32(x&0x3F)
	}
	if c < [...]uint32{2: 0x80, 3: 0x800, 4: 0x10000}[n] || c > 0x10FFFF || c>>11 == 0x1B || c&^1 == 0xFFFE {
		return -1
	}
	return n
}

// runeAt decodes a character that charLen has found good.
func runeAt(b []byte, i, n int) uint32 {
	if n == 1 {
		return uint32(b[i])
	}
	c := uint32(b[i]) & (0xFF >> (n + 1))
	for _, x := range b[i+1 : i+n] {
		c = c<<6 | uint32(x&0x3F)
	}
	return c
}

// nameChar is the length of the character of a name at i, or 0 with the token
// that tells why there is none; clear is false when it may be other markup.
func (l *lexer) nameChar(b []byte, i int, first bool) (n int, tok token) {
	switch class[b[i]] {
	case clStart:
		return 1, 0
	case clName:
		if !first {
			return 1, 0
		}
	case clColon:
		if !l.ns {
			return 1, 0
		}
	case clMulti:
		n := charLen(b, i)
		if n == 0 {
			return 0, tokPartialChar
		}
		if n == 2 || n == 3 {
			if c := runeAt(b, i, n); first && l.names.first(c) || !first && l.names.later(c) {
				return n, 0
			}
		}
	}
	return 0, tokInvalid
}

// name skips the rest of a name. tok is tokPartial when the text ends in it, 0
// when something in ASCII follows, and else why it cannot go on.
func (l *lexer) name(b []byte, i int) (int, token) {
	for i < len(b) {
		c := class[b[i]]
		if c == clStart || c == clName {
			i++
			continue
		}
		if c != clMulti && (c != clColon || l.ns) {
			return i, 0
		}
		n, tok := l.nameChar(b, i, false)
		if n == 0 {
			return i, tok
		}
		i += n
	}
	return i, tokPartial
}

// start skips the first character of a name.
func (l *lexer) start(b []byte, i int) (int, token) {
	if i >= len(b) {
		return i, tokPartial
	}
	n, tok := l.nameChar(b, i, true)
	return i + n, tok
}

// qname skips a name whose first character has been checked, with one colon
// where there are namespaces.
func (l *lexer) qname(b []byte, i int) (int, token) {
	i, tok := l.name(b, i)
	if tok != 0 || b[i] != ':' {
		return i, tok
	}
	if i, tok = l.start(b, i+1); tok != 0 {
		return i, tok
	}
	return l.name(b, i)
}

// other skips one character that is neither of ASCII nor of a name.
func other(b []byte, i int) (int, token) {
	switch n := charLen(b, i); {
	case n > 0:
		return i + n, 0
	case n == 0:
		return i, tokPartialChar
	}
	return i, tokInvalid
}

func skipSpace(b []byte, i int) int {
	for i < len(b) && (class[b[i]] == clSpace || class[b[i]] == clNewline) {
		i++
	}
	return i
}

func isSpace(c byte) bool { return class[c] == clSpace || class[c] == clNewline }

// content reads a token of an element's content.
func (l *lexer) content(b []byte, i int) (token, int) {
	if i >= len(b) {
		return tokNone, i
	}
	switch c := b[i]; {
	case text[c] || c == '\r' && l.internal:
		i++
	case c == '<':
		return l.markup(b, i+1)
	case c == '&':
		return l.ref(b, i+1)
	case c == '\r':
		if i+1 == len(b) {
			return tokTrailCR, i + 1
		}
		if b[i+1] == '\n' {
			i++
		}
		return tokNewline, i + 1
	case c == '\n':
		return tokNewline, i + 1
	case c == ']':
		if i+1 == len(b) {
			return tokTrailRSQB, i + 1
		}
		if b[i+1] == ']' {
			if i+2 == len(b) {
				return tokTrailRSQB, i + 2
			}
			if b[i+2] == '>' {
				return tokInvalid, i + 2
			}
		}
		i++
	default:
		j, tok := other(b, i)
		if tok != 0 {
			return tok, j
		}
		i = j
	}
	for i < len(b) {
		c := b[i]
		if text[c] || c == '\r' && l.internal {
			i++
			continue
		}
		if c >= 0x80 {
			n := charLen(b, i)
			if n <= 0 {
				break
			}
			i += n
			continue
		}
		if c != ']' {
			break
		}
		if i+1 < len(b) && b[i+1] != ']' {
			i++
			continue
		}
		if i+2 < len(b) {
			if b[i+2] != '>' {
				i++
				continue
			}
			return tokInvalid, i + 2
		}
		break
	}
	return tokData, i
}

// cdata reads a token of a CDATA section.
func (l *lexer) cdata(b []byte, i int) (token, int) {
	if i >= len(b) {
		return tokNone, i
	}
	switch c := b[i]; {
	case c == ']':
		if i+1 == len(b) {
			return tokPartial, i
		}
		if b[i+1] == ']' {
			if i+2 == len(b) {
				return tokPartial, i
			}
			if b[i+2] == '>' {
				return tokCDataClose, i + 3
			}
		}
		i++
	case c == '\r' && !l.internal:
		if i+1 == len(b) {
			return tokPartial, i
		}
		if b[i+1] == '\n' {
			i++
		}
		return tokNewline, i + 1
	case c == '\n':
		return tokNewline, i + 1
	case c < 0x80 && class[c] != clBad:
		i++
	default:
		j, tok := other(b, i)
		if tok != 0 {
			return tok, j
		}
		i = j
	}
	for i < len(b) {
		c := b[i]
		if text[c] || c == '<' || c == '&' || c == '\r' && l.internal {
			i++
			continue
		}
		n := -1
		if c >= 0x80 {
			n = charLen(b, i)
		}
		if n <= 0 {
			break
		}
		i += n
	}
	return tokData, i
}

// markup reads what follows "<" in content.
func (l *lexer) markup(b []byte, i int) (token, int) {
	if i >= len(b) {
		return tokPartial, i
	}
	switch b[i] {
	case '/':
		return l.endTag(b, i+1)
	case '?':
		return l.pi(b, i+1)
	case '!':
		if i++; i >= len(b) {
			return tokPartial, i
		}
		switch b[i] {
		case '-':
			return l.comment(b, i+1)
		case '[':
			const word = "CDATA["
			if i++; len(b)-i < len(word) {
				return tokPartial, i
			}
			for k := range len(word) {
				if b[i+k] != word[k] {
					return tokInvalid, i + k
				}
			}
			return tokCDataOpen, i + len(word)
		}
		return tokInvalid, i
	}
	l.atts = l.atts[:0]
	i, tok := l.start(b, i)
	if tok != 0 {
		return tok, i
	}
	if i, tok = l.qname(b, i); tok != 0 {
		return tok, i
	}
	l.nameEnd = i
	for {
		gap := i
		if i = skipSpace(b, i); i >= len(b) {
			return tokPartial, i
		}
		switch b[i] {
		case '>':
			return tokStart, i + 1
		case '/':
			if i++; i >= len(b) {
				return tokPartial, i
			}
			if b[i] != '>' {
				return tokInvalid, i
			}
			return tokEmpty, i + 1
		}
		if gap == i {
			return tokInvalid, i
		}
		if i, tok = l.attr(b, i); tok != 0 {
			return tok, i
		}
	}
}

// attr reads an attribute into l.atts.
func (l *lexer) attr(b []byte, i int) (int, token) {
	a := rawAttr{name: i, plain: true}
	i, tok := l.start(b, i)
	if tok != 0 {
		return i, tok
	}
	if i, tok = l.qname(b, i); tok != 0 {
		return i, tok
	}
	a.nameEnd = i
	if i = skipSpace(b, i); i >= len(b) {
		return i, tokPartial
	}
	if b[i] != '=' {
		return i, tokInvalid
	}
	if i = skipSpace(b, i+1); i >= len(b) {
		return i, tokPartial
	}
	quote := b[i]
	if quote != '"' && quote != '\'' {
		return i, tokInvalid
	}
	i++
	for a.value = i; ; {
		if i >= len(b) {
			return i, tokPartial
		}
		c := b[i]
		if c == quote {
			break
		}
		if text[c] || c == ']' {
			a.plain = a.plain && c != '\t'
			i++
			continue
		}
		switch {
		case c == '&':
			a.plain = false
			if tok, i = l.ref(b, i+1); tok < 0 {
				return i, tok
			}
		case c == '\r' || c == '\n':
			a.plain = false
			i++
		case c >= 0x80:
			if i, tok = other(b, i); tok != 0 {
				return i, tok
			}
		default:
			return i, tokInvalid
		}
	}
	a.valueEnd = i
	l.atts = append(l.atts, a)
	if i++; i >= len(b) {
		return i, tokPartial
	}
	return i, 0
}

func (l *lexer) endTag(b []byte, i int) (token, int) {
	i, tok := l.start(b, i)
	if tok != 0 {
		return tok, i
	}
	for {
		// Colons are not counted: the name must be the one of the start tag.
		if i, tok = l.name(b, i); tok != 0 {
			return tok, i
		}
		if b[i] != ':' {
			break
		}
		i++
	}
	l.nameEnd = i
	if i = skipSpace(b, i); i >= len(b) {
		return tokPartial, i
	}
	if b[i] != '>' {
		return tokInvalid, i
	}
	return tokEnd, i + 1
}

// ref reads what follows "&".
func (l *lexer) ref(b []byte, i int) (token, int) {
	if i < len(b) && b[i] == '#' {
		return charRef(b, i+1)
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
	return tokEntityRef, i + 1
}

// charRef reads what follows "&#".
func charRef(b []byte, i int) (token, int) {
	hex := false
	if i < len(b) && b[i] == 'x' {
		hex = true
		i++
	}
	for first := i; i < len(b); i++ {
		c := b[i]
		if c >= '0' && c <= '9' || hex && (c|0x20 >= 'a' && c|0x20 <= 'f') {
			continue
		}
		if c == ';' && i > first {
			return tokCharRef, i + 1
		}
		return tokInvalid, i
	}
	return tokPartial, i
}

// comment reads what follows "<!-".
func (l *lexer) comment(b []byte, i int) (token, int) {
	if i >= len(b) {
		return tokPartial, i
	}
	if b[i] != '-' {
		return tokInvalid, i
	}
	for i++; i < len(b); {
		c := b[i]
		switch {
		case c == '-':
			if i++; i < len(b) && b[i] == '-' {
				if i++; i >= len(b) {
					return tokPartial, i
				}
				if b[i] != '>' {
					return tokInvalid, i
				}
				return tokComment, i + 1
			}
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

// pi reads what follows "<?".
func (l *lexer) pi(b []byte, i int) (token, int) {
	target := i
	i, tok := l.start(b, i)
	if tok != 0 {
		return tok, i
	}
	if i, tok = l.name(b, i); tok != 0 {
		return tok, i
	}
	kind := tokPI
	if i-target == 3 && b[target]|0x20 == 'x' && b[target+1]|0x20 == 'm' && b[target+2]|0x20 == 'l' {
		if string(b[target:i]) != "xml" {
			return tokInvalid, i
		}
		kind = tokXMLDecl
	}
	if b[i] == '?' {
		if i++; i >= len(b) {
			return tokPartial, i
		}
		if b[i] == '>' {
			return kind, i + 1
		}
		return tokInvalid, i
	}
	if !isSpace(b[i]) {
		return tokInvalid, i
	}
	for i++; i < len(b); {
		c := b[i]
		switch {
		case c == '?':
			if i++; i < len(b) && b[i] == '>' {
				return kind, i + 1
			}
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

// value reads a token of an attribute's value. Where it is the text of an
// entity it may contain what the scan of the tag would have refused.
func (l *lexer) value(b []byte, i int) (token, int) {
	if i >= len(b) {
		return tokNone, i
	}
	first := i
	for i < len(b) {
		switch c := b[i]; c {
		case '&', '\n', '\r', ' ', '\t', '<':
			if i > first {
				return tokData, i
			}
			switch c {
			case '&':
				return l.ref(b, i+1)
			case '<':
				return tokInvalid, i
			case '\n':
				return tokNewline, i + 1
			case '\r':
				if i+1 < len(b) && b[i+1] == '\n' && !l.internal {
					i++
				}
				return tokNewline, i + 1
			}
			return tokValueSpace, i + 1
		default:
			i++
		}
	}
	return tokData, i
}

// entityValue reads a token of the literal of an entity declaration.
func (l *lexer) entityValue(b []byte, i int) (token, int) {
	if i >= len(b) {
		return tokNone, i
	}
	first := i
	for i < len(b) {
		switch c := b[i]; c {
		case '&', '\n', '\r', '%':
			if c == '\r' && l.internal {
				i++
				continue
			}
			if i > first {
				return tokData, i
			}
			switch c {
			case '&':
				return l.ref(b, i+1)
			case '%':
				tok, next := l.percent(b, i+1)
				if tok == tokPercent {
					tok = tokInvalid
				}
				return tok, next
			case '\r':
				if i+1 < len(b) && b[i+1] == '\n' {
					i++
				}
			}
			return tokNewline, i + 1
		default:
			i++
		}
	}
	return tokData, i
}
