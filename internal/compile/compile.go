// Package compile turns a syntax tree into the register bytecode that the
// evaluator runs.
//
// A block (module, class body, function, ...) is compiled in two steps: the
// tree is walked once and gives a list of instructions with labels and virtual
// registers (type unit), then the list is cleaned and packed into a code
// object (assemble.go).
package compile

import (
	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/symtab"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// Options say how to compile.
type Options struct {
	Filename string
	// Optimize is the level of the -O option: 1 drops assert, 2 drops
	// docstrings too.
	Optimize int
	// Flags are the CO_FUTURE_* bits that the code inherits from its surroundings.
	Flags uint32
	// TopLevelAwait allows await, async for and async with in a module
	// (ast.PyCF_ALLOW_TOP_LEVEL_AWAIT); the code is then a coroutine if it uses them.
	TopLevelAwait bool
}

// Warning is a SyntaxWarning to be issued by the caller. If issuing it gives
// an exception, that is a SyntaxError with the same text at Pos.
type Warning struct {
	Msg string
	Pos syntax.Pos
}

// Compile compiles a whole tree. The mode follows from its type:
// *syntax.Module, *syntax.Interactive (expression statements are printed) or
// *syntax.Expression (the code returns the value). Warnings are given also
// beside an error, in source order.
func Compile(mod syntax.Mod, opts Options) (*bytecode.Code, []Warning, *symtab.Error) {
	table, err := symtab.Build(mod, opts.Flags)
	if err != nil {
		return nil, nil, err
	}
	c := &compiler{opts: opts, table: table}
	code := c.module(mod)
	if c.err != nil {
		return nil, c.warnings, c.err
	}
	return code, c.warnings, nil
}

type compiler struct {
	opts        Options
	table       *symtab.Table
	u           *unit
	spare       [][]ins // instruction lists of finished blocks, to be used again
	units       int     // blocks compiled so far
	interactive bool
	depth       int
	warnings    []Warning
	err         *symtab.Error
}

func (c *compiler) fail(e *symtab.Error) {
	if c.err == nil {
		c.err = e
	}
}

func (c *compiler) errorf(pos syntax.Pos, format string, args ...any) {
	if c.err == nil {
		c.err = symtab.Syntaxf(pos, format, args...)
	}
}

// deeper counts one level of nesting; callers undo it with c.depth--.
func (c *compiler) deeper() bool {
	c.depth++
	if c.depth > symtab.MaxDepth {
		c.fail(symtab.TooDeep())
	}
	return c.err == nil
}

func (c *compiler) futureAnnotations() bool {
	return c.table.Future.Flags&bytecode.FlagFutureAnnotations != 0
}

func (c *compiler) module(mod syntax.Mod) *bytecode.Code {
	u := c.enter(c.table.Scope(mod, symtab.Body), kindModule, "<module>", 1)
	u.loc = syntax.Pos{Line: 1, EndLine: 1}
	switch m := mod.(type) {
	case *syntax.Module:
		c.moduleBody(m.Body)
		u.returnNone()
	case *syntax.Interactive:
		c.interactive = true
		c.moduleBody(m.Body)
		u.returnNone()
	case *syntax.Expression:
		u.makeCells()
		r := c.eval(m.Body, anywhere)
		u.emit(bytecode.Return, 0, r, 0, 0)
	}
	return c.leave()
}

func (c *compiler) moduleBody(body []syntax.Stmt) {
	u := c.u
	u.makeCells()
	if hasAnnotations(body) {
		u.loc = body[0].Span()
		u.loc = syntax.Pos{Line: u.loc.Line, EndLine: u.loc.Line}
		u.emit(bytecode.SetupAnnotations, 0, 0, 0, 0)
	}
	if len(body) == 0 {
		return
	}
	if doc, e := docstring(body); e != nil && !c.interactive {
		if c.opts.Optimize < 2 {
			u.loc = e.Span()
			u.loc = body[0].Span()
			mark := u.top
			r := u.push()
			u.loadConst(r, cleanDoc(doc))
			c.storeName("__doc__", r)
			u.top = mark
		}
		body = body[1:]
	}
	c.stmts(body)
}

// hasAnnotations tells whether a module or class body has a variable
// annotation outside nested blocks.
func hasAnnotations(body []syntax.Stmt) bool {
	for _, s := range body {
		switch s := s.(type) {
		case *syntax.AnnAssign:
			return true
		case *syntax.For:
			if hasAnnotations(s.Body) || hasAnnotations(s.Orelse) {
				return true
			}
		case *syntax.While:
			if hasAnnotations(s.Body) || hasAnnotations(s.Orelse) {
				return true
			}
		case *syntax.If:
			// An elif chain is as deep as it is long: walk it.
			for {
				if hasAnnotations(s.Body) {
					return true
				}
				if len(s.Orelse) == 1 {
					if next, ok := s.Orelse[0].(*syntax.If); ok {
						s = next
						continue
					}
				}
				break
			}
			if hasAnnotations(s.Orelse) {
				return true
			}
		case *syntax.With:
			if hasAnnotations(s.Body) {
				return true
			}
		case *syntax.Match:
			for _, c := range s.Cases {
				if hasAnnotations(c.Body) {
					return true
				}
			}
		case *syntax.Try:
			for _, h := range s.Handlers {
				if hasAnnotations(h.Body) {
					return true
				}
			}
			if hasAnnotations(s.Body) || hasAnnotations(s.Orelse) || hasAnnotations(s.Finalbody) {
				return true
			}
		}
	}
	return false
}

// docstring returns the docstring of a body and the expression that holds it.
func docstring(body []syntax.Stmt) (string, syntax.Expr) {
	if len(body) > 0 {
		if e, ok := body[0].(*syntax.ExprStmt); ok {
			if k, ok := e.Value.(*syntax.Constant); ok {
				if s, ok := k.Value.(string); ok {
					return s, k
				}
			}
		}
	}
	return "", nil
}

// cleanDoc strips the indentation that all lines of a docstring after the
// first have in common, and leading spaces of the first (inspect.cleandoc
// without the removal of blank lines). Tabs count to the next multiple of 8.
func cleanDoc(doc string) string {
	// Without a line break only the first line's indentation matters.
	doc2 := expandTabs(doc)
	margin := -1
	first := true
	for i := 0; i < len(doc2); {
		end := i
		for end < len(doc2) && doc2[end] != '\n' {
			end++
		}
		if !first {
			j := i
			for j < end && doc2[j] == ' ' {
				j++
			}
			if j < end && (margin < 0 || j-i < margin) {
				margin = j - i
			}
		}
		first = false
		i = end + 1
	}
	if margin < 0 {
		margin = 0
	}
	if margin == 0 && (len(doc2) == 0 || doc2[0] != ' ') {
		return doc2
	}
	out := make([]byte, 0, len(doc2))
	for i, first := 0, true; i < len(doc2); first = false {
		skip := margin
		if first {
			skip = len(doc2)
		}
		for i < len(doc2) && skip > 0 && doc2[i] == ' ' {
			i++
			skip--
		}
		for i < len(doc2) {
			out = append(out, doc2[i])
			i++
			if doc2[i-1] == '\n' {
				break
			}
		}
	}
	return string(out)
}

func expandTabs(s string) string {
	tab := false
	for i := 0; i < len(s) && !tab; i++ {
		tab = s[i] == '\t'
	}
	if !tab {
		return s
	}
	out := make([]byte, 0, len(s)+16)
	col := 0
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b == '\t':
			for {
				out = append(out, ' ')
				col++
				if col%8 == 0 {
					break
				}
			}
		case b == '\n' || b == '\r':
			out = append(out, b)
			col = 0
		default:
			out = append(out, b)
			if b&0xc0 != 0x80 {
				col++
			}
		}
	}
	return string(out)
}
