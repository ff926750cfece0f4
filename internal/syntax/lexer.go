package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

const (
	maxIndent   = 100 // levels of indentation
	maxParens   = 200 // nested brackets
	maxFStrings = 150 // nested f-strings
	maxFields   = 3   // nested replacement fields within one f-string
	tabSize     = 8
)

// lexState tells how the input ended, for callers that treat incomplete input
// apart from wrong input.
type lexState uint8

const (
	lexOK       lexState = iota
	lexDone              // ENDMARKER was produced
	lexEOF               // input ended inside brackets or after a backslash
	lexEOFinStr          // input ended inside a string literal
	lexFailed            // any other error
)

// lexFault is an error that the lexer only notes; the message is made when a
// parser reads the token.
type lexFault uint8

const (
	faultNone     lexFault = iota
	faultEOF               // input ended inside brackets or after a backslash
	faultDedent            // a dedent to a column that no block has
	faultTab               // tabs and spaces do not compare
	faultTooDeep           // too many indentation levels
	faultLineCont          // text after a backslash
	faultDecode            // a name that is not UTF-8
)

// bracket is one open bracket.
type bracket struct {
	char byte
	line int32
	pos  int32 // byte offset
	col  int32 // byte column
}

// fstring is one f-string being lexed (PEP 701).
type fstring struct {
	quote     byte
	triple    bool
	raw       bool
	inText    bool // between fields (or in a format spec), not in a field's expression
	inSpec    bool
	depth     int // open brackets inside the f-string's fields
	exprDepth int // index of the innermost field being read, -1 outside any
	start     int32
	line      int32
	lineStart int32
}

func (f *fstring) inField() bool { return f.exprDepth >= 0 }

// lexer splits text into tokens. Its text is normalised: lines end in "\n",
// and it is followed by a NUL byte as sentinel.
type lexer struct {
	src       string // text plus sentinel
	n         int    // length of the text
	cur       int    // next byte
	line      int32  // number of the current line
	lineStart int    // offset of the current line
	inp       int    // end of the text read, if an error has moved the position back
	bufStart  int    // offset of the line where the token being read began
	tokStart  int    // offset of the token being read

	atBOL    bool // before the first byte of a line
	pending  int  // INDENTs (>0) or DEDENTs (<0) to deliver
	nindent  int
	indents  [maxIndent]int32
	altcols  [maxIndent]int32
	brackets []bracket
	fstack   []fstring

	// Where the current STRING or FSTRING_* token began.
	firstLine      int32
	firstLineStart int

	interactive  bool // empty line ends a block
	typeComments bool
	extraTokens  bool // also COMMENT and NL, and lenient about brackets
	implicitNL   bool // the final newline is not in the source

	state     lexState
	err       *Error
	fault     lexFault
	warn      func(msg string, line int32, start, end int)
	commentNL bool // a COMMENT is all that the line holds
}

func (lx *lexer) init(src string) {
	lx.src = src + "\x00"
	lx.n = len(src)
	if lx.n > 0 {
		lx.line = 1
	}
	lx.atBOL = true
}

// nextLine enters the line that begins at lx.cur.
func (lx *lexer) nextLine() {
	if lx.cur < lx.n {
		lx.line++
		lx.lineStart = lx.cur
	}
}

// nextLineFresh does so between tokens.
func (lx *lexer) nextLineFresh() {
	lx.nextLine()
	if lx.cur < lx.n {
		lx.bufStart = lx.lineStart
	}
}

// noteFault stops lexing with an error that has no message yet.
func (lx *lexer) noteFault(f lexFault) token {
	lx.fault = f
	if lx.state == lexOK {
		lx.state = lexFailed
	}
	t := lx.token(ERRORTOKEN, -1, -1)
	return t
}

func (lx *lexer) fail(kind ErrorKind, msg string, line, col, endLine, endCol int, text string) token {
	if lx.err == nil {
		lx.err = &Error{Kind: kind, Msg: msg, Line: line, Col: col, EndLine: endLine, EndCol: endCol, Text: text}
	}
	if lx.state == lexOK || lx.state == lexDone {
		lx.state = lexFailed
	}
	return lx.token(ERRORTOKEN, -1, -1)
}

// syntaxError reports an error whose last consumed character is the one before cur.
func (lx *lexer) syntaxError(format string, args ...any) token {
	return lx.syntaxErrorRange(-1, -1, format, args...)
}

func (lx *lexer) syntaxErrorRange(col, endCol int, format string, args ...any) token {
	msg := format
	if len(args) > 0 {
		msg = fmt.Sprintf(format, args...)
	}
	if col == -1 {
		col = runeCount(lx.src[lx.lineStart:min(lx.cur, lx.n)])
	}
	if endCol == -1 {
		endCol = col
	}
	return lx.fail(SyntaxError, msg, int(lx.line), col, int(lx.line), endCol, replaceInvalid(lx.lineText(lx.lineStart)))
}

// lineText returns the line that starts at offset start, without newline.
func (lx *lexer) lineText(start int) string {
	if start >= lx.n {
		return ""
	}
	s := lx.src[start:lx.n]
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[:i]
	}
	return s
}

// token makes a token of the text [start, end); -1, -1 for none.
func (lx *lexer) token(k Kind, start, end int) token {
	t := token{Kind: k, Start: int32(start), End: int32(end), Line: lx.line, EndLine: lx.line, Col: -1, EndCol: -1}
	if start >= 0 {
		t.Col = int32(start - lx.lineStart)
		t.EndCol = int32(end - lx.lineStart)
	}
	return t
}

// stringToken makes a token that may have begun on an earlier line.
func (lx *lexer) stringToken(k Kind, start, end int) token {
	return token{Kind: k, Start: int32(start), End: int32(end),
		Line: lx.firstLine, Col: int32(start - lx.firstLineStart),
		EndLine: lx.line, EndCol: int32(end - lx.lineStart)}
}

// Character classes of ASCII and, as one class, all else.
const (
	clsIdentStart = 1 << iota
	clsIdent
	clsDigit
	clsHex
)

var charClass = func() (t [256]uint8) {
	for c := 0; c < 256; c++ {
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 128:
			t[c] = clsIdentStart | clsIdent
		case c >= '0' && c <= '9':
			t[c] = clsIdent | clsDigit | clsHex
		}
		if c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' {
			t[c] |= clsHex
		}
	}
	return
}()

func isDigit(c byte) bool { return c-'0' < 10 }

// next returns the next token. After ENDMARKER or ERRORTOKEN it must not be
// called again.
func (lx *lexer) next() token {
	if n := len(lx.fstack); n > 0 && lx.fstack[n-1].inText {
		return lx.fstringText()
	}
	src := lx.src
nextLine:
	blank := false
	if lx.atBOL {
		lx.atBOL = false
		if lx.cur > 0 {
			lx.nextLineFresh()
		}
		if t, ok := lx.indentation(&blank); !ok {
			return t
		}
	}
	if lx.pending != 0 {
		if lx.pending < 0 {
			lx.pending++
			if lx.extraTokens {
				return lx.token(DEDENT, lx.cur, lx.cur)
			}
			return lx.token(DEDENT, -1, -1)
		}
		lx.pending--
		if lx.extraTokens {
			return lx.token(INDENT, lx.lineStart, lx.cur)
		}
		return lx.token(INDENT, -1, -1)
	}
again:
	for {
		c := src[lx.cur]
		if c != ' ' && c != '\t' && c != '\f' {
			break
		}
		lx.cur++
	}
	start := lx.cur
	lx.tokStart = start
	c := src[start]
	newlineStart := -1

	if charClass[c]&clsIdentStart != 0 {
		return lx.identifier()
	}
	if c == '#' {
		end := start + strings.IndexByte(src[start:], '\n')
		if end < start {
			end = lx.n
		}
		lx.cur = end
		if lx.extraTokens {
			lx.commentNL = blank
			return lx.token(COMMENT, start, end)
		}
		if lx.typeComments {
			if t, ok := lx.typeComment(start, end, blank); ok {
				return t
			}
		}
		c = src[lx.cur]
		newlineStart = start
		start = lx.cur
		lx.tokStart = start
	}
	switch {
	case c == 0 && start >= lx.n:
		if len(lx.brackets) > 0 {
			lx.state = lexEOF
			return lx.noteFault(faultEOF)
		}
		lx.state = lexDone
		if lx.extraTokens {
			return lx.token(ENDMARKER, start, start)
		}
		return lx.token(ENDMARKER, -1, -1)
	case c == '\n':
		lx.cur++
		lx.atBOL = true
		if blank || len(lx.brackets) > 0 || lx.commentNL {
			lx.commentNL = false
			if lx.extraTokens {
				return lx.token(NL, start, lx.cur)
			}
			goto nextLine
		}
		if lx.extraTokens {
			return lx.token(NEWLINE, start, lx.cur)
		}
		// The token covers the comment before the newline, too.
		if newlineStart >= 0 {
			start = newlineStart
		}
		return lx.token(NEWLINE, start, lx.cur)
	case c == '.':
		if isDigit(src[start+1]) {
			lx.cur++
			return lx.fraction()
		}
		if src[start+1] == '.' && src[start+2] == '.' {
			lx.cur += 3
			return lx.token(ELLIPSIS, start, lx.cur)
		}
		lx.cur++
		return lx.token(DOT, start, lx.cur)
	case isDigit(c):
		return lx.number()
	case c == '"' || c == '\'':
		return lx.stringLiteral()
	case c == '\\':
		lx.cur++
		if t, ok := lx.continuation(); !ok {
			return t
		}
		goto again
	}
	return lx.operator(c)
}

// continuation consumes the newline after a backslash. It fails when another
// character follows or the input ends.
func (lx *lexer) continuation() (token, bool) {
	if lx.src[lx.cur] != '\n' {
		if lx.cur < lx.n {
			lx.cur++
		}
		return lx.noteFault(faultLineCont), false
	}
	lx.cur++
	if lx.cur >= lx.n {
		lx.state = lexEOF
		return lx.noteFault(faultEOF), false
	}
	lx.nextLine()
	return token{}, true
}

// lineEnd is the offset after the current line's newline.
func (lx *lexer) lineEnd() int {
	if lx.inp > 0 {
		return lx.inp
	}
	if i := strings.IndexByte(lx.src[lx.lineStart:lx.n], '\n'); i >= 0 {
		return lx.lineStart + i + 1
	}
	return lx.n
}

// errorLine is the text that goes with an error on the given line: the lines
// of the token being read, or one line without its newline.
func (lx *lexer) errorLine(line int32) string {
	if end := lx.lineEnd(); lx.line <= line && end > lx.bufStart {
		return lx.src[lx.bufStart:end]
	}
	start := 0
	for n := int32(1); n < line; n++ {
		i := strings.IndexByte(lx.src[start:lx.n], '\n')
		if i < 0 {
			break
		}
		start += i + 1
	}
	return lx.lineText(start)
}

// indentation measures the blanks that open a line and compares them with
// the enclosing blocks. Two measures, with tabs of width 8 and 1, must agree
// on every comparison (TabError otherwise).
func (lx *lexer) indentation(blank *bool) (token, bool) {
	col, alt, contCol := int32(0), int32(0), int32(0)
	src := lx.src
	i := lx.cur
	var c byte
	for {
		c = src[i]
		switch c {
		case ' ':
			col++
			alt++
		case '\t':
			col = (col/tabSize + 1) * tabSize
			alt++
		case '\f':
			col, alt = 0, 0
		case '\\':
			// The indentation of a line is what stands before the first
			// backslash.
			if contCol == 0 {
				contCol = col
			}
			lx.tokStart = i
			lx.cur = i + 1
			if t, ok := lx.continuation(); !ok {
				return t, false
			}
			lx.bufStart = lx.lineStart
			i = lx.cur
			continue
		default:
			goto done
		}
		i++
	}
done:
	lx.cur = i
	if c == '#' || c == '\n' {
		switch {
		case col == 0 && c == '\n' && lx.interactive:
			// An empty line ends a block at the prompt.
		case lx.interactive && lx.line == 1:
			col, alt = 0, 0
		default:
			*blank = true
		}
	}
	if *blank || len(lx.brackets) > 0 {
		return token{}, true
	}
	if contCol != 0 {
		col, alt = contCol, contCol
	}
	top, topAlt := lx.indents[lx.nindent], lx.altcols[lx.nindent]
	switch {
	case col == top:
		if alt != topAlt {
			return lx.indentFault(faultTab), false
		}
	case col > top:
		if lx.nindent+1 >= maxIndent {
			return lx.indentFault(faultTooDeep), false
		}
		if alt <= topAlt {
			return lx.indentFault(faultTab), false
		}
		lx.pending++
		lx.nindent++
		lx.indents[lx.nindent], lx.altcols[lx.nindent] = col, alt
	default:
		for lx.nindent > 0 && col < lx.indents[lx.nindent] {
			lx.pending--
			lx.nindent--
		}
		if col != lx.indents[lx.nindent] {
			return lx.indentFault(faultDedent), false
		}
		if alt != lx.altcols[lx.nindent] {
			return lx.indentFault(faultTab), false
		}
	}
	return token{}, true
}

// indentFault reports an indentation error; the rest of the line counts as read.
func (lx *lexer) indentFault(f lexFault) token {
	if i := strings.IndexByte(lx.src[lx.cur:lx.n], '\n'); i >= 0 {
		lx.cur += i + 1
	} else {
		lx.cur = lx.n
	}
	return lx.noteFault(f)
}

// typeComment recognises "# type: ..." comments when they were asked for.
func (lx *lexer) typeComment(start, end int, blank bool) (token, bool) {
	p := start + 1
	for p < end && (lx.src[p] == ' ' || lx.src[p] == '\t') {
		p++
	}
	if !strings.HasPrefix(lx.src[p:end], "type:") {
		return token{}, false
	}
	p += len("type:")
	for p < end && (lx.src[p] == ' ' || lx.src[p] == '\t') {
		p++
	}
	const ignore = "ignore"
	if strings.HasPrefix(lx.src[p:end], ignore) {
		q := p + len(ignore)
		c := lx.src[q]
		if q == end || c < 128 && !(isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'z') {
			if blank && lx.src[lx.cur] == '\n' {
				// A line of its own; its newline goes with it.
				lx.cur++
				lx.atBOL = true
			}
			return lx.token(TYPE_IGNORE, q, lx.cur), true
		}
	}
	return lx.token(TYPE_COMMENT, p, end), true
}

// identifier reads a name, a reserved word or a literal with a prefix.
func (lx *lexer) identifier() token {
	src, start := lx.src, lx.cur
	i := start
	if c := src[i] | 0x20; c == 'b' || c == 'r' || c == 'u' || c == 'f' {
		if q := src[i+1]; q == '"' || q == '\'' {
			lx.cur = i + 1
			return lx.prefixedString(c == 'f', c == 'r')
		}
		if c != 'u' {
			d := src[i+1] | 0x20
			if (c == 'r' && (d == 'b' || d == 'f') || (c == 'b' || c == 'f') && d == 'r') &&
				(src[i+2] == '"' || src[i+2] == '\'') {
				lx.cur = i + 2
				return lx.prefixedString(c == 'f' || d == 'f', true)
			}
		}
	}
	ascii := true
	for {
		c := src[i]
		if charClass[c]&clsIdent == 0 {
			break
		}
		if c >= 128 {
			ascii = false
		}
		i++
	}
	lx.cur = i
	if !ascii {
		if t, ok := lx.verifyIdentifier(start, i); !ok {
			return t
		}
		return lx.token(NAME, start, i)
	}
	k := NAME
	if n := i - start; n >= 2 && n <= 8 {
		k = keywordKind(src[start:i])
	}
	return lx.token(k, start, i)
}

func (lx *lexer) prefixedString(f, raw bool) token {
	if f {
		return lx.fstringStart(raw)
	}
	return lx.stringLiteral()
}

// verifyIdentifier checks the characters of a name that is not pure ASCII.
func (lx *lexer) verifyIdentifier(start, end int) (token, bool) {
	if lx.extraTokens {
		return token{}, true
	}
	for i := start; i < end; {
		r, w := utf8.DecodeRuneInString(lx.src[i:end])
		if r == utf8.RuneError && w == 1 {
			return lx.noteFault(faultDecode), false
		}
		ok := isIdentContinue(r)
		if i == start {
			ok = isIdentStart(r)
		}
		if !ok {
			lx.cur = i + w
			if isPrintable(r) {
				return lx.syntaxError("invalid character '%c' (U+%04X)", r, r), false
			}
			return lx.syntaxError("invalid non-printable character U+%04X", r), false
		}
		i += w
	}
	return token{}, true
}

// operator reads punctuation.
func (lx *lexer) operator(c byte) token {
	src, start := lx.src, lx.cur
	var f *fstring
	if n := len(lx.fstack); n > 0 {
		f = &lx.fstack[n-1]
	}
	if f != nil && c == ':' && f.inField() && f.depth == f.exprDepth+1 {
		// The field's format spec begins.
		lx.cur++
		f.inText = true
		f.inSpec = true
		return lx.token(COLON, start, lx.cur)
	}
	if k2 := twoChars(c, src[start+1]); k2 != OP {
		if k3 := threeChars(k2, src[start+2]); k3 != OP {
			lx.cur = start + 3
			return lx.token(k3, start, lx.cur)
		}
		lx.cur = start + 2
		return lx.token(k2, start, lx.cur)
	}
	lx.cur = start + 1
	switch c {
	case '(', '[', '{':
		if len(lx.brackets) >= maxParens {
			return lx.syntaxError("too many nested parentheses")
		}
		lx.brackets = append(lx.brackets, bracket{c, lx.line, int32(start), int32(start - lx.lineStart)})
		if f != nil {
			f.depth++
		}
	case ')', ']', '}':
		if t, ok := lx.closeBracket(c, f); !ok {
			return t
		}
	default:
		if c < ' ' || c == 0x7f {
			return lx.syntaxError("invalid non-printable character U+%04X", rune(c))
		}
	}
	k := oneChar[c&127]
	if k == 0 {
		k = OP
	}
	return lx.token(k, start, lx.cur)
}

func (lx *lexer) closeBracket(c byte, f *fstring) (token, bool) {
	if f != nil && f.depth == 0 && c == '}' {
		return lx.syntaxError("f-string: single '}' is not allowed"), false
	}
	if !lx.extraTokens && len(lx.brackets) == 0 {
		return lx.syntaxError("unmatched '%c'", c), false
	}
	if n := len(lx.brackets); n > 0 {
		open := lx.brackets[n-1]
		lx.brackets = lx.brackets[:n-1]
		if !lx.extraTokens && !bracketsMatch(open.char, c) {
			if f != nil && open.char == '{' && f.depth-1 == f.exprDepth {
				return lx.syntaxError("f-string: unmatched '%c'", c), false
			}
			if open.line != lx.line {
				return lx.syntaxError("closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", c, open.char, open.line), false
			}
			return lx.syntaxError("closing parenthesis '%c' does not match opening parenthesis '%c'", c, open.char), false
		}
	}
	if f != nil {
		f.depth--
		if f.depth < 0 {
			return lx.syntaxError("f-string: unmatched '%c'", c), false
		}
		if c == '}' && f.depth == f.exprDepth {
			f.exprDepth--
			f.inText = true
			f.inSpec = false
		}
	}
	return token{}, true
}

func bracketsMatch(open, shut byte) bool {
	return open == '(' && shut == ')' || open == '[' && shut == ']' || open == '{' && shut == '}'
}
