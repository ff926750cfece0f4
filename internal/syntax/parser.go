package syntax

import (
	"strings"
	"unicode/utf8"
)

// Mode selects what a parse expects.
type Mode uint8

// The start symbols.
const (
	Exec     Mode = iota // a whole file: *Module
	Eval                 // one expression: *Expression
	Single               // one interactive statement: *Interactive
	FuncType             // a signature type comment: *FunctionType
)

// Options adjusts a parse. The zero value parses a file.
type Options struct {
	Filename     string
	Mode         Mode
	TypeComments bool // keep "# type:" comments
	// AllowIncompleteInput reports input that could be continued as
	// IncompleteInputError.
	AllowIncompleteInput bool
	// DontImplyDedent: in mode Single the end of input does not close open blocks.
	DontImplyDedent bool
	// FeatureVersion is the minor version of Python 3 whose syntax is accepted, 0 the current one.
	FeatureVersion int
	// BarryAsFLUFL replaces != by <> (from __future__ import barry_as_FLUFL).
	BarryAsFLUFL bool
	// MaxIntDigits limits decimal integer literals: 0 means the default of 4300, negative no limit.
	MaxIntDigits int
	// LookupName resolves \N{name} escapes; nil knows no names.
	LookupName func(name string) (string, bool)
	// Decode decodes source in an encoding other than UTF-8; nil uses the common character sets.
	Decode DecodeFunc
	// FromFile reads bytes as the program file itself is read: the whole text
	// must be in its encoding, and errors of that kind name the file.
	FromFile bool

	invalidUTF8 bool // the text holds bytes that are not UTF-8
}

// Result is what a parse yields beside the tree.
type Result struct {
	Warnings []Warning
	Encoding string // of a byte source
}

// maxDepth bounds the nesting of grammar rules, as in the reference
// implementation, so that the parser's own stack is bounded.
const maxDepth = 5968

// Parse parses the bytes of a source file. On failure the tree is nil; the
// Result is never nil. A tree is never so deep (some 400,000 nodes at the very
// worst) that walking it recursively overflows a goroutine's stack, as long as
// a step of the walk takes less than about two kilobytes.
func Parse(src []byte, opts Options) (Mod, *Result, *Error) {
	s, enc, err := decodeSource(src, &opts)
	if err != nil {
		return nil, &Result{}, err
	}
	m, r, err := parseText(s, &opts)
	r.Encoding = enc
	return m, r, err
}

// ParseString parses source that is text already: a coding declaration in it
// means nothing.
func ParseString(src string, opts Options) (Mod, *Result, *Error) {
	if i := strings.IndexByte(src, 0); i >= 0 {
		return nil, &Result{}, nulError([]byte(src), i, &opts)
	}
	return parseText(src, &opts)
}

func parseText(src string, opts *Options) (Mod, *Result, *Error) {
	if len(src) > 1<<31-64 {
		return nil, &Result{}, &Error{Kind: MemoryError, NoDetails: true}
	}
	src, added := normalizeNewlines(src, opts.Mode == Exec)
	opts.invalidUTF8 = !utf8.ValidString(src)
	p := &parser{opts: opts, names: make(map[string]string), res: &Result{}}
	p.lx.init(src)
	p.lx.implicitNL = added
	p.lx.typeComments = opts.TypeComments
	p.lx.warn = p.warnRange
	p.fill()
	p.k = p.toks[0].Kind
	m := p.file()
	if !p.failed {
		if err := p.checkSingle(); err != nil {
			return nil, p.res, err
		}
		return m, p.res, nil
	}
	if p.err == nil {
		p.err = diagnose(p, src, opts)
	}
	return nil, p.res, p.err
}

// parser builds the tree of correct input in one pass with one token of
// lookahead. When it meets an error it only notes that (fail): the current
// token then stays ERRORTOKEN, which matches nothing, so that all its
// functions return soon, with incomplete nodes that nobody uses.
type parser struct {
	lx     lexer
	opts   *Options
	toks   []token
	pos    int
	k      Kind // kind of toks[pos], or ERRORTOKEN after fail
	depth  int
	failed bool
	err    *Error
	res    *Result
	names  map[string]string

	dropped     int // tokens no longer at the front of toks
	stmtTok     int // number of the first token of the current top-level statement
	marks       int // speculative parses in progress
	end         loc // end of the last token consumed that is not layout
	started     bool
	typeIgnores []TypeIgnore
	// suspect: a correct statement contains what the search for mistakes
	// takes for one ("print -1"); diagnose must then start with it.
	suspect  bool
	links    int
	inLambda bool // in a lambda's parameters, which have no type comments
}

// fill reads one more token into the buffer.
func (p *parser) fill() {
	t := p.readToken()
	p.toks = append(p.toks, t)
}

func (p *parser) readToken() token {
	if n := len(p.toks); n > 0 && p.toks[n-1].Kind == ENDMARKER || p.lx.state > lexDone {
		return p.lx.token(ERRORTOKEN, -1, -1)
	}
	t := p.lx.next()
	for t.Kind == TYPE_IGNORE {
		p.typeIgnores = append(p.typeIgnores, TypeIgnore{t.Line, p.lx.src[t.Start:t.End]})
		t = p.lx.next()
	}
	if p.opts.Mode == Single && t.Kind == ENDMARKER && p.started {
		// The end of interactive input ends the statement and its blocks.
		t.Kind = NEWLINE
		p.started = false
		if p.lx.nindent > 0 && !p.opts.DontImplyDedent {
			p.lx.pending = -p.lx.nindent
			p.lx.nindent = 0
		}
	} else {
		p.started = true
	}
	return t
}

func (p *parser) next() {
	if p.failed {
		return
	}
	t := &p.toks[p.pos]
	if k := t.Kind; k != NEWLINE && k != INDENT && k != DEDENT && k != ENDMARKER {
		p.end = loc{t.EndLine, t.EndCol}
	}
	p.pos++
	if p.pos == len(p.toks) {
		if p.pos >= dropAfter && p.marks == 0 {
			p.drop()
		}
		p.fill()
	}
	p.k = p.toks[p.pos].Kind
}

// dropAfter is how many consumed tokens are kept at most, unless a
// speculative parse may return to them.
const dropAfter = 512

// drop forgets the consumed tokens.
func (p *parser) drop() {
	n := copy(p.toks, p.toks[p.pos:])
	p.dropped += p.pos
	p.toks = p.toks[:n]
	p.pos = 0
}

// loc is a place in the source, as in Pos.
type loc struct{ line, col int32 }

// here is where the current token starts.
func (p *parser) here() loc {
	t := &p.toks[p.pos]
	return loc{t.Line, t.Col}
}

// peekAt returns the kind of the n-th token after the current one.
func (p *parser) peekAt(n int) Kind {
	if p.failed {
		return ERRORTOKEN
	}
	for p.pos+n >= len(p.toks) {
		if k := p.toks[len(p.toks)-1].Kind; k == ENDMARKER || k == ERRORTOKEN {
			return ERRORTOKEN
		}
		p.fill()
	}
	return p.toks[p.pos+n].Kind
}

func (p *parser) fail() {
	p.failed = true
	p.k = ERRORTOKEN
}

// accept consumes a token of kind k if it is the current one.
func (p *parser) accept(k Kind) bool {
	if p.k != k {
		return false
	}
	p.next()
	return true
}

// expect consumes a token of kind k or fails.
func (p *parser) expect(k Kind) {
	if p.k != k {
		p.fail()
		return
	}
	p.next()
}

// enter counts n levels of nesting; the caller leaves them by p.depth -= n.
func (p *parser) enter(n int) {
	p.depth += n
	if p.depth > maxDepth && !p.failed {
		p.err = depthError()
		p.fail()
	}
}

func depthError() *Error {
	return &Error{Kind: MemoryError, Msg: "Parser stack overflowed - Python source too complex to parse", NoDetails: true}
}

// A chain of operators, attributes or calls is a tree as deep as the chain is
// long. Links beyond shortChain count towards maxLinks per statement, so that
// no tree is deeper than a recursive walk can bear.
const (
	shortChain = 1000
	maxLinks   = 100_000
)

// link counts the n-th link of a chain.
func (p *parser) link(n int) {
	if n <= shortChain {
		return
	}
	if p.links++; p.links > maxLinks && !p.failed {
		p.err = &Error{Kind: RecursionError, Msg: "maximum recursion depth exceeded during compilation", NoDetails: true}
		p.fail()
	}
}

// mark is a point to which a speculative parse can return. Each mark is given
// back by reset or release.
type mark struct {
	pos, warnings, depth, links int
	end                         loc
}

func (p *parser) mark() mark {
	p.marks++
	return mark{p.pos, len(p.res.Warnings), p.depth, p.links, p.end}
}

// release gives up the possibility to return.
func (p *parser) release() { p.marks-- }

func (p *parser) reset(m mark) {
	p.marks--
	if p.err != nil {
		return
	}
	p.pos, p.depth, p.links, p.end = m.pos, m.depth, m.links, m.end
	p.failed = false
	p.k = p.toks[p.pos].Kind
	p.res.Warnings = p.res.Warnings[:min(m.warnings, len(p.res.Warnings))]
}

// text returns the text of the current token.
func (p *parser) text() string {
	t := &p.toks[p.pos]
	if t.Start < 0 {
		return ""
	}
	return p.lx.src[t.Start:t.End]
}

// isSoft reports whether the current token is the soft keyword s.
func (p *parser) isSoft(s string) bool { return p.k == NAME && p.text() == s }

// intern returns one shared copy of s, so that the tree does not keep the source alive.
func (p *parser) intern(s string) string {
	if v, ok := p.names[s]; ok {
		return v
	}
	key := strings.Clone(s)
	v := normalizeIdent(key)
	p.names[key] = v
	return v
}

// name consumes a NAME and returns it in normal form.
func (p *parser) name() string {
	if p.k != NAME {
		p.fail()
		return ""
	}
	s := p.intern(p.text())
	p.next()
	return s
}

// span is the range from start to the end of the last token consumed that is
// not layout.
func (p *parser) span(start loc) Pos {
	return Pos{start.line, start.col, p.end.line, p.end.col}
}

// version fails when the accepted version of Python 3 is older than minor.
func (p *parser) version(minor int) {
	if p.opts.FeatureVersion > 0 && p.opts.FeatureVersion < minor {
		p.fail()
	}
}

// warnRange records a warning about the source bytes [start, end) on the given line.
func (p *parser) warnRange(msg string, line int32, start, end int) {
	text := p.lx.lineText(p.lx.lineStart)
	col := charColumn(text, end-p.lx.lineStart)
	p.res.Warnings = append(p.res.Warnings, Warning{Msg: msg, Line: int(line),
		Err: Error{Msg: msg, Line: int(line), Col: col, EndLine: int(line), EndCol: col, Text: text}})
}

// warnToken records a warning about a token.
func (p *parser) warnToken(msg string, t *token) {
	text := p.lx.errorLine(t.Line)
	p.res.Warnings = append(p.res.Warnings, Warning{Msg: msg, Line: int(t.Line),
		Err: Error{Msg: msg, Line: int(t.Line), Col: charColumn(text, int(t.Col)+1),
			EndLine: int(t.EndLine), EndCol: charColumn(text, int(t.EndCol)+1), Text: replaceInvalid(text)}})
}

// file parses the start symbol of the mode.
func (p *parser) file() Mod {
	switch p.opts.Mode {
	case Eval:
		e := p.exprList(p.expression)
		for p.k == NEWLINE {
			p.next()
		}
		if p.k != ENDMARKER {
			p.fail()
		}
		return &Expression{e}
	case Single:
		return p.interactive()
	case FuncType:
		return p.funcType()
	}
	m := &Module{}
	for p.k != ENDMARKER && !p.failed {
		if p.pos >= dropAfter {
			p.drop()
		}
		p.stmtTok = p.dropped + p.pos
		p.links = 0
		m.Body = p.statement(m.Body)
	}
	m.TypeIgnores = p.typeIgnores
	return m
}

func (p *parser) interactive() Mod {
	m := &Interactive{}
	if p.k == ENDMARKER {
		p.fail()
		return m
	}
	if p.k == NEWLINE {
		start := p.toks[p.pos]
		p.next()
		m.Body = []Stmt{&Pass{tokenPos(&start)}}
		return m
	}
	m.Body = p.statement(nil)
	switch m.Body[len(m.Body)-1].(type) {
	case *If, *While, *For, *Try, *With, *FunctionDef, *ClassDef, *Match:
		// One more line ends a compound statement.
		p.expect(NEWLINE)
	}
	return m
}

// checkSingle reports further statements after the one of mode Single.
func (p *parser) checkSingle() *Error {
	if p.opts.Mode != Single {
		return nil
	}
	// Read again up to the last token consumed, without lookahead.
	g := &diag{opts: p.opts}
	g.lx.init(p.lx.src[:p.lx.n])
	g.lx.typeComments = p.opts.TypeComments
	for i := 0; i < p.dropped+p.pos; i++ {
		g.fetch()
	}
	src, i := g.lx.src, g.lx.cur
	for {
		switch c := src[i]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\f':
			i++
		case i >= g.lx.n:
			return nil
		case c == '#':
			for i < g.lx.n && src[i] != '\n' {
				i++
			}
		default:
			g.raiseLast(SyntaxError, "multiple statements found while compiling a single statement")
			return g.err
		}
	}
}

func (p *parser) funcType() Mod {
	f := &FunctionType{}
	p.expect(LPAR)
	stars := 0
	for p.k != RPAR && !p.failed {
		switch {
		case p.k == STAR && stars == 0:
			stars = 1
			p.next()
		case p.k == DOUBLESTAR && stars < 2:
			stars = 2
			p.next()
		case stars > 0:
			// After "*" only "**" may follow.
			p.fail()
		}
		f.ArgTypes = append(f.ArgTypes, p.expression())
		if p.k != COMMA {
			break
		}
		p.next()
		if p.k == RPAR {
			p.fail()
		}
	}
	p.expect(RPAR)
	p.expect(RARROW)
	f.Returns = p.expression()
	for p.k == NEWLINE {
		p.next()
	}
	if p.k != ENDMARKER {
		p.fail()
	}
	return f
}
