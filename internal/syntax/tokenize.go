package syntax

import (
	"strings"
)

// Token is one token as Python's tokenize module sees it. Lines count from 1,
// columns count code points from 0.
type Token struct {
	Type            Kind // never a keyword's kind: those are NAME
	String          string
	Line, Col       int
	EndLine, EndCol int
	SourceLine      string // the physical line or lines of the token
}

// Tokenizer delivers the tokens of a source one by one, as
// _tokenize.TokenizerIter does.
type Tokenizer struct {
	lx    lexer
	orig  string // the source with its own line ends
	lines []int  // offset of each line in orig, and the end of orig
	extra bool
	done  bool
}

// NewTokenizer prepares to split src. With extra, comments and insignificant
// newlines are tokens, too, all operators have the type OP, and unbalanced
// brackets and names directly after numbers are let through.
func NewTokenizer(src string, extra bool) *Tokenizer {
	text, added := normalizeNewlines(src, true)
	t := &Tokenizer{orig: src, extra: extra, done: src == "" && !extra}
	t.lx.init(text)
	t.lx.extraTokens = extra
	t.lx.implicitNL = added
	for i := 0; i < len(src); {
		t.lines = append(t.lines, i)
		i += lineLength(src[i:])
	}
	t.lines = append(t.lines, len(src))
	return t
}

// lineLength is the length of the first line of s with its line end.
func lineLength(s string) int {
	i := strings.IndexAny(s, "\r\n")
	if i < 0 {
		return len(s)
	}
	if s[i] == '\r' && i+1 < len(s) && s[i+1] == '\n' {
		i++
	}
	return i + 1
}

// line returns the line of orig with number n, from 1.
func (t *Tokenizer) line(n int) string {
	if n < 1 || n >= len(t.lines) {
		return ""
	}
	return t.orig[t.lines[n-1]:t.lines[n]]
}

// Next returns the next token; more is false after ENDMARKER and after an error.
func (t *Tokenizer) Next() (tok Token, more bool, err *Error) {
	if t.done {
		return Token{}, false, nil
	}
	k := t.lx.next()
	if k.Kind == ERRORTOKEN {
		t.done = true
		return Token{}, false, t.failure()
	}
	if k.Kind == ENDMARKER {
		t.done = true
	}
	tok = Token{Type: k.Kind, Line: int(k.Line), EndLine: int(k.EndLine), Col: -1, EndCol: -1}
	if tok.Type.IsKeyword() {
		tok.Type = NAME
	}
	if t.extra && (k.Kind == ENDMARKER || k.Kind == DEDENT && t.lx.cur >= t.lx.n) {
		// The end of the source is a line of its own.
		tok.Line, tok.EndLine = tok.Line+1, tok.Line+1
		tok.Col, tok.EndCol = 0, 0
		return tok, true, nil
	}
	first := t.line(tok.Line)
	last := first
	tok.SourceLine = first
	if tok.EndLine > tok.Line {
		last = t.line(tok.EndLine)
		tok.SourceLine = t.orig[t.lines[tok.Line-1]:t.lines[tok.EndLine]]
	}
	if k.Start < 0 {
		if s := strings.TrimLeft(first, " \t\f\r\n"); s == "" || s[0] == '#' {
			tok.SourceLine = "" // the lexer has left that line already
		}
		return tok, true, nil
	}
	startCol := int(k.Col)
	endCol := startCol + int(k.End-k.Start)
	if tok.EndLine > tok.Line {
		endCol = int(k.End) - t.lx.lineStart
	}
	from, to := t.lines[tok.Line-1]+startCol, t.lines[max(tok.EndLine, 1)-1]+endCol
	tok.Col = runeCount(first[:min(startCol, len(first))])
	if k.Kind == NEWLINE || k.Kind == NL {
		return t.newline(tok, first, from), true, nil
	}
	tok.EndCol = runeCount(last[:min(endCol, len(last))])
	tok.String = t.orig[min(from, len(t.orig)):min(to, len(t.orig))]
	if t.extra && k.Kind > DEDENT && k.Kind < OP {
		tok.Type = OP
	}
	return tok, true, nil
}

// newline completes a NEWLINE or NL token that starts at offset from.
func (t *Tokenizer) newline(tok Token, line string, from int) Token {
	end := strings.TrimRight(line, "\r\n")
	ending := line[len(end):]
	if !t.extra {
		// The token's text is what stands before the newline: a comment.
		tok.String = t.orig[min(from, len(t.orig)) : t.lines[tok.Line-1]+len(end)]
		tok.EndCol = tok.Col + runeCount(tok.String)
		if ending != "" && ending[0] == '\r' {
			tok.String += "\r"
			tok.EndCol++
		}
		return tok
	}
	tok.String = ending
	tok.EndCol = tok.Col + 1
	if strings.HasPrefix(ending, "\r") {
		tok.EndCol++
	}
	return tok
}

// failure is the error at which the lexer has stopped.
func (t *Tokenizer) failure() *Error {
	if t.lx.err != nil {
		return t.lx.err
	}
	e := &Error{Line: int(t.lx.line), NoEnd: true}
	e.Text = strings.TrimRight(t.line(e.Line), "\r\n")
	e.Col = runeCount(e.Text) + 1
	switch t.lx.fault {
	case faultEOF:
		return &Error{Msg: "unexpected EOF in multi-line statement", NoDetails: true, Line: e.Line}
	case faultDedent:
		e.Kind = IndentationError
		e.Msg = "unindent does not match any outer indentation level"
	case faultTab:
		e.Kind = TabError
		e.Msg = "inconsistent use of tabs and spaces in indentation"
	case faultTooDeep:
		e.Kind = IndentationError
		e.Msg = "too many levels of indentation"
	case faultLineCont:
		e.Msg = "unexpected character after line continuation character"
	case faultDecode:
		e.Msg = utf8Error(t.lx.src[t.lx.tokStart:t.lx.cur])
	}
	return e
}
