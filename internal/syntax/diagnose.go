package syntax

import (
	"fmt"
)

// When the parser has rejected its input, diag finds the message. It reads
// the statement again as a parsing expression grammar: ordered alternatives
// with unlimited lookahead. Which message Python reports depends on the order
// in which that search meets a mistake, and on how far it had to read, so the
// functions below keep the order of the grammar in the language reference. A
// first pass knows only correct syntax and yields the token where reading
// stopped; a second one (diag.explain) also looks for known mistakes.

// maxSteps bounds the search; beyond it the error is a plain "invalid syntax".
const (
	maxSteps = 15_000_000
	maxMemo  = 1_500_000 // remembered results
)

type diag struct {
	lx     lexer
	opts   *Options
	toks   []token
	levels []int16 // bracket depth after each token
	pos    int
	// explain looks for known mistakes.
	explain bool
	err     *Error
	memo    map[uint64]memoEntry
	depth   int
	steps   int
	tired   bool
	started bool
	sawEOF  bool // the lexer has looked at the end of the input
}

type memoEntry struct {
	node Expr
	end  int32
	ok   bool
}

// Rules whose result is remembered per position.
const (
	ruleExpression = iota
	ruleStarExpression
	ruleDisjunction
	ruleConjunction
	ruleInversion
	ruleBitOr
	ruleBitXor
	ruleBitAnd
	ruleShift
	ruleSum
	ruleTerm
	ruleFactor
	ruleAwait
	rulePrimary
	ruleTPrimary
	ruleStrings
	ruleArguments
	ruleStarTarget
	ruleTargetWithStarAtom
	ruleDelTarget
	ruleInvalidNamed
	ruleSimpleStmt
	ruleBlock
	ruleTypeParam
	ruleClosedPattern
	ruleStarPattern
	ruleDottedName
	ruleNameOrAttr
	ruleCount
)

// diagnose finds out what is wrong with source that the parser p rejected.
func diagnose(p *parser, src string, opts *Options) *Error {
	g := &diag{opts: opts, memo: make(map[uint64]memoEntry)}
	g.lx.init(src)
	g.lx.typeComments = opts.TypeComments
	// The statements before the one that failed are known to be correct.
	for i := 0; i < p.stmtTok && !p.suspect; i++ {
		g.read()
	}
	g.start()
	if g.err == nil || g.err.Kind != MemoryError {
		if opts.AllowIncompleteInput && g.atEndOfSource() {
			g.err = nil
			g.raiseLast(IncompleteInputError, "incomplete input")
			return g.err
		}
	}
	if len(g.toks) == 0 {
		g.fetch()
	}
	last := g.toks[len(g.toks)-1]
	if g.err == nil && !g.tired {
		g.pos = 0
		clear(g.memo)
		g.explain = true
		g.start()
	}
	if g.tired {
		return g.stoppedAt(p)
	}
	if g.err != nil {
		if g.err.Kind != MemoryError && g.lexerOK() {
			g.checkRest()
		}
		return g.err
	}
	if last.Kind == INDENT {
		g.raiseLast(IndentationError, "unexpected indent")
		return g.err
	}
	if last.Kind == DEDENT {
		g.raiseLast(IndentationError, "unexpected unindent")
		return g.err
	}
	g.raisePos(tokenPos(&last), "invalid syntax")
	g.checkRest()
	return g.err
}

func tokenPos(t *token) Pos { return Pos{t.Line, t.Col, t.EndLine, t.EndCol} }

// stoppedAt makes the plain error for the token at which the parser p stopped.
func (g *diag) stoppedAt(p *parser) *Error {
	g = &diag{opts: g.opts}
	g.lx.init(p.lx.src[:p.lx.n])
	g.lx.typeComments = g.opts.TypeComments
	for i := 0; i <= p.dropped+p.pos && g.err == nil; i++ {
		g.toks, g.levels = g.toks[:0], g.levels[:0]
		g.fetch()
	}
	if g.err == nil {
		switch t := &g.toks[0]; t.Kind {
		case INDENT:
			g.raiseLast(IndentationError, "unexpected indent")
		default:
			g.raisePos(tokenPos(t), "invalid syntax")
		}
	}
	return g.err
}

// atEndOfSource reports whether more input could have helped.
func (g *diag) atEndOfSource() bool {
	switch g.lx.state {
	case lexOK:
		return g.sawEOF
	case lexFailed:
		return false
	}
	return true
}

// lexerOK: the lexer has neither failed nor finished.
func (g *diag) lexerOK() bool { return g.lx.state == lexOK && !g.sawEOF }

// read returns the next token of the input.
func (g *diag) read() token {
	t := g.lx.next()
	for t.Kind == TYPE_IGNORE {
		t = g.lx.next()
	}
	if g.opts.Mode == Single && t.Kind == ENDMARKER && g.started {
		t.Kind = NEWLINE
		g.started = false
		if g.lx.nindent > 0 && !g.opts.DontImplyDedent {
			g.lx.pending = -g.lx.nindent
			g.lx.nindent = 0
		}
	} else {
		g.started = true
	}
	if g.lx.cur+4 >= g.lx.n && g.touchesEnd(&t) {
		g.sawEOF = true
	}
	return t
}

// touchesEnd reports whether the lexer had to look at the end of the input to
// find the end of t.
func (g *diag) touchesEnd(t *token) bool {
	left := g.lx.n - g.lx.cur
	switch t.Kind {
	case DOT:
		// Could have been an ellipsis.
		return left == 0 || left == 1 && g.lx.src[g.lx.cur] == '.'
	case STRING:
		return left == 0 && t.EndCol-t.Col >= 2 && emptyLiteral(g.lx.src[t.Start:t.End])
	case FSTRING_START:
		return left == 0 || left == 1 && g.lx.src[g.lx.cur] == g.lx.src[g.lx.cur-1]
	case NUMBER:
		// Which may be followed by a keyword.
		switch g.lx.src[g.lx.cur:g.lx.n] {
		case "", "and", "else", "for", "or", "not":
			return true
		}
		return false
	case NEWLINE, FSTRING_MIDDLE, FSTRING_END:
		return left == 0 && g.lx.state == lexDone
	case ELLIPSIS, DOUBLESTAREQUAL, DOUBLESLASHEQUAL, LEFTSHIFTEQUAL, RIGHTSHIFTEQUAL:
		return false
	}
	return left == 0
}

// emptyLiteral: the literal s is "" with one quote at each side.
func emptyLiteral(s string) bool {
	return len(s) >= 2 && s[len(s)-2] == s[len(s)-1] && (len(s) == 2 || charClass[s[len(s)-3]]&clsIdent != 0)
}

// fetch reads one more token; a lexical error becomes the error of the parse.
func (g *diag) fetch() {
	if n := len(g.toks); n > 0 && (g.toks[n-1].Kind == ENDMARKER || g.toks[n-1].Kind == ERRORTOKEN) {
		g.toks = append(g.toks, g.toks[n-1])
		g.levels = append(g.levels, 0)
		return
	}
	t := g.read()
	g.toks = append(g.toks, t)
	g.levels = append(g.levels, int16(len(g.lx.brackets)))
	if t.Kind != ERRORTOKEN {
		return
	}
	if g.lx.err != nil {
		if g.err == nil {
			g.err = g.lx.err
		}
		return
	}
	line := g.lx.line
	switch g.lx.fault {
	case faultEOF:
		if len(g.lx.brackets) > 0 {
			g.raiseUnclosed()
		} else {
			g.raiseLast(SyntaxError, "unexpected EOF while parsing")
		}
	case faultDedent:
		g.raiseLast(IndentationError, "unindent does not match any outer indentation level")
	case faultTab:
		g.raise(TabError, line, 1, line, 0, "inconsistent use of tabs and spaces in indentation")
	case faultTooDeep:
		g.raise(IndentationError, line, 1, line, 0, "too many levels of indentation")
	case faultDecode:
		g.raiseLast(SyntaxError, utf8Error(g.lx.src[g.lx.tokStart:g.lx.cur]))
	case faultLineCont:
		g.raise(SyntaxError, line, int32(g.lx.cur-g.lx.bufStart), line, 0,
			"unexpected character after line continuation character")
	}
}

func (g *diag) raiseUnclosed() {
	b := g.lx.brackets[len(g.lx.brackets)-1]
	g.raise(SyntaxError, b.line, b.col+1, b.line, 0, fmt.Sprintf("'%c' was never closed", b.char))
}

// checkRest reads the rest of the input: an error of the lexer there, or a
// bracket left open before the error found, takes precedence.
func (g *diag) checkRest() {
	errLine := g.toks[len(g.toks)-1].Line
	found := g.err
	if g.lx.state == lexOK {
		for {
			t := g.lx.next()
			if t.Kind == ERRORTOKEN || t.Kind == ENDMARKER {
				break
			}
		}
	}
	if len(g.lx.fstack) > 0 {
		return // CPython takes no notice of what is wrong inside a later f-string
	}
	if g.lx.err != nil {
		g.err = g.lx.err
		return
	}
	if n := len(g.lx.brackets); g.lx.state > lexDone && n > 0 && errLine > g.lx.brackets[n-1].line {
		g.err = nil
		g.raiseUnclosed()
		if g.err == nil {
			g.err = found
		}
	}
}

// raise records the first error. Columns count bytes from 1; 0 and -1 for the
// end stay as they are.
func (g *diag) raise(kind ErrorKind, line, col, endLine, endCol int32, msg string) {
	if g.err != nil {
		return
	}
	text := g.lx.errorLine(line)
	e := &Error{Kind: kind, Msg: msg, Line: int(line), EndLine: int(endLine), EndCol: int(endCol), Text: replaceInvalid(text)}
	e.Col = charColumn(text, int(col))
	if endCol > 0 {
		e.EndCol = charColumn(text, int(endCol))
	}
	g.err = e
}

// raiseToken reports an error at token t.
func (g *diag) raiseToken(kind ErrorKind, t *token, msg string) {
	col, endCol := t.Col+1, t.EndCol+1
	if t.Col == -1 {
		col = int32(g.lx.cur - g.lx.lineStart)
	}
	if t.EndCol == -1 {
		endCol = -1
	}
	g.raise(kind, t.Line, col, t.EndLine, endCol, msg)
}

// raiseLast reports an error at the last token read.
func (g *diag) raiseLast(kind ErrorKind, msg string) bool {
	g.raiseToken(kind, &g.toks[len(g.toks)-1], msg)
	return false
}

// raiseNext reports an error at the current token.
func (g *diag) raiseNext(msg string) bool {
	g.at(g.pos)
	if g.err == nil {
		g.raiseToken(SyntaxError, &g.toks[g.pos], msg)
	}
	return false
}

// raisePos reports an error over a range.
func (g *diag) raisePos(p Pos, msg string) bool {
	g.raise(SyntaxError, p.Line, p.Col+1, p.EndLine, p.EndCol+1, msg)
	return false
}

// raiseRange reports an error from the start of a to the end of b.
func (g *diag) raiseRange(a, b Pos, msg string) bool {
	return g.raisePos(Pos{a.Line, a.Col, b.EndLine, b.EndCol}, msg)
}

// raiseFrom reports an error from a to where the lexer stands.
func (g *diag) raiseFrom(a Pos, msg string) bool {
	g.raise(SyntaxError, a.Line, a.Col+1, g.lx.line, int32(g.lx.cur-g.lx.lineStart), msg)
	return false
}

func (g *diag) raiseIndent(what string, line int32) bool {
	return g.raiseLast(IndentationError, fmt.Sprintf("expected an indented block after %s on line %d", what, line))
}

// version reports syntax newer than the accepted version; it returns whether
// the syntax is accepted.
func (g *diag) version(minor int, what string) bool {
	if g.opts.FeatureVersion > 0 && g.opts.FeatureVersion < minor {
		return g.raiseLast(SyntaxError, fmt.Sprintf("%s only supported in Python 3.%d and greater", what, minor))
	}
	return true
}

// at returns the kind of token i, ERRORTOKEN after an error.
func (g *diag) at(i int) Kind {
	for i >= len(g.toks) && g.err == nil {
		g.fetch()
	}
	if g.err != nil {
		return ERRORTOKEN
	}
	return g.toks[i].Kind
}

// tk consumes a token of kind k.
func (g *diag) tk(k Kind) bool {
	if g.at(g.pos) != k {
		return false
	}
	g.pos++
	return true
}

// is reports whether the current token has kind k.
func (g *diag) is(k Kind) bool { return g.at(g.pos) == k }

// prev is the range of the token consumed last.
func (g *diag) prev() Pos { return tokenPos(&g.toks[g.pos-1]) }

// forced consumes a token of kind k or reports that it is missing.
func (g *diag) forced(k Kind, text string) bool {
	if g.tk(k) {
		return true
	}
	if g.err == nil {
		t := g.toks[g.pos]
		g.raisePos(tokenPos(&t), "expected '"+text+"'")
	}
	return false
}

// soft consumes the soft keyword s.
func (g *diag) soft(s string) bool {
	if !g.is(NAME) {
		return false
	}
	t := &g.toks[g.pos]
	if g.lx.src[t.Start:t.End] != s {
		return false
	}
	g.pos++
	return true
}

// seq runs an alternative and undoes it if it fails.
func (g *diag) seq(f func() bool) bool {
	if g.err != nil {
		return false
	}
	if g.steps++; g.steps > maxSteps && !g.tired {
		g.tired = true
		g.err = &Error{Msg: "invalid syntax"}
		return false
	}
	m := g.pos
	if f() && g.err == nil {
		return true
	}
	g.pos = m
	return false
}

// opt runs an optional part; it fails only by an error.
func (g *diag) opt(f func() bool) bool {
	g.seq(f)
	return g.err == nil
}

// look is positive lookahead.
func (g *diag) look(f func() bool) bool {
	m := g.pos
	ok := f()
	g.pos = m
	return ok && g.err == nil
}

// not is negative lookahead.
func (g *diag) not(f func() bool) bool {
	m := g.pos
	ok := f()
	g.pos = m
	return !ok && g.err == nil
}

func (g *diag) isNot(k Kind) bool { return g.at(g.pos) != k && g.err == nil }

// many runs f as often as it succeeds and returns how often.
func (g *diag) many(f func() bool) int {
	n := 0
	for g.seq(f) {
		n++
	}
	return n
}

// list parses item (',' item)* .
func (g *diag) list(item func() bool) bool {
	if !g.seq(item) {
		return false
	}
	for g.seq(func() bool { return g.tk(COMMA) && item() }) {
	}
	return g.err == nil
}

// remember runs a rule once per position.
func (g *diag) remember(rule int, f func() Expr) Expr {
	if g.err != nil {
		return nil
	}
	key := uint64(g.pos)*ruleCount + uint64(rule)
	if e, ok := g.memo[key]; ok {
		if !e.ok {
			return nil
		}
		g.pos = int(e.end)
		return e.node
	}
	g.depth++
	if g.depth > maxDepth {
		g.err = depthError()
		g.depth--
		return nil
	}
	start := g.pos
	n := f()
	g.depth--
	if g.err != nil {
		return nil
	}
	if n == nil {
		g.pos = start
	}
	if len(g.memo) >= maxMemo {
		clear(g.memo)
	}
	g.memo[key] = memoEntry{n, int32(g.pos), n != nil}
	return n
}

// marker stands for the result of a rule without a value.
var marker Expr = &Constant{}

// rememberOK is remember for rules without a value.
func (g *diag) rememberOK(rule int, f func() bool) bool {
	return g.remember(rule, func() Expr {
		if g.seq(f) {
			return marker
		}
		return nil
	}) != nil
}

// span is the range from token start to the last token consumed.
func (g *diag) span(start int) Pos {
	a, b := &g.toks[start], &g.toks[max(start, g.pos-1)]
	return Pos{a.Line, a.Col, b.EndLine, b.EndCol}
}

// start parses the start symbol.
func (g *diag) start() bool {
	switch g.opts.Mode {
	case Eval:
		return g.seq(func() bool {
			if g.expressions() == nil {
				return false
			}
			g.many(func() bool { return g.tk(NEWLINE) })
			return g.tk(ENDMARKER)
		})
	case Single:
		return g.interactiveInput()
	case FuncType:
		return g.funcType()
	}
	g.many(g.statement)
	return g.tk(ENDMARKER)
}

func (g *diag) interactiveInput() bool {
	return g.seq(func() bool { return g.compoundStmt() && g.tk(NEWLINE) }) ||
		g.simpleStmts() || g.tk(NEWLINE)
}

func (g *diag) funcType() bool {
	expr := func() bool { return g.expression() != nil }
	star := func(k Kind) func() bool {
		return func() bool { return g.tk(k) && g.expression() != nil }
	}
	types := func() bool {
		if g.seq(func() bool { return g.list(expr) }) {
			return g.opt(func() bool { return g.tk(COMMA) && star(STAR)() }) &&
				g.opt(func() bool { return g.tk(COMMA) && star(DOUBLESTAR)() })
		}
		return g.seq(func() bool {
			return star(STAR)() && g.opt(func() bool { return g.tk(COMMA) && star(DOUBLESTAR)() })
		}) || g.seq(star(DOUBLESTAR))
	}
	return g.seq(func() bool {
		if !g.tk(LPAR) || !g.opt(types) || !g.tk(RPAR) || !g.tk(RARROW) || g.expression() == nil {
			return false
		}
		g.many(func() bool { return g.tk(NEWLINE) })
		return g.tk(ENDMARKER)
	})
}
