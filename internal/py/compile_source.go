package py

import (
	"errors"
	"strings"

	"github.com/coachwhip/coachwhip/internal/compile"
	"github.com/coachwhip/coachwhip/internal/symtab"
	"github.com/coachwhip/coachwhip/internal/syntax"
	"github.com/coachwhip/coachwhip/internal/unidata"
)

// CompileOptions say how source is compiled.
type CompileOptions struct {
	Filename string
	Mode     syntax.Mode
	// Flags are inherited CO_FUTURE_* bits.
	Flags uint32
	// Optimize is -1 for the interpreter's own -O level.
	Optimize        int
	TopLevelAwait   bool
	AllowIncomplete bool
	DontImplyDedent bool
	TypeComments    bool
	FeatureVersion  int
	FromFile        bool // the bytes are the program file: see syntax.Options
}

func (t *Thread) parseOptions(o *CompileOptions) syntax.Options {
	return syntax.Options{
		Filename: o.Filename, Mode: o.Mode, TypeComments: o.TypeComments, AllowIncompleteInput: o.AllowIncomplete,
		DontImplyDedent: o.DontImplyDedent, FeatureVersion: o.FeatureVersion, LookupName: lookupCharName,
		BarryAsFLUFL: o.Flags&futureBarry != 0, FromFile: o.FromFile, Decode: t.decodeSource,
	}
}

// decodeSource decodes source in the encoding that it declares.
func (t *Thread) decodeSource(name string, data []byte) (string, error) {
	s, err := t.Decode(data, name, "")
	switch {
	case err == nil:
		return s.s, nil
	case err.Is(LookupError):
		return "", syntax.UnknownEncodingError(name)
	}
	msg, err := t.StrOf(err.Value())
	if err != nil {
		return "", errors.New(err.typ.name)
	}
	return "", errors.New(msg.s)
}

const futureBarry = 0x400000

// lookupCharName resolves the name of a \N escape.
func lookupCharName(name string) (string, bool) {
	r, ok := unidata.LookupRune(name)
	return string(r), ok
}

// CompileBytes compiles the bytes of a source file.
func (t *Thread) CompileBytes(src []byte, o CompileOptions) (*Code, *Exc) {
	mod, res, perr := syntax.Parse(src, t.parseOptions(&o))
	return t.compileParsed(mod, res, perr, string(src), &o)
}

// CompileText compiles source text that is already decoded.
func (t *Thread) CompileText(src string, o CompileOptions) (*Code, *Exc) {
	mod, res, perr := syntax.ParseString(src, t.parseOptions(&o))
	return t.compileParsed(mod, res, perr, src, &o)
}

func (t *Thread) compileParsed(mod syntax.Mod, res *syntax.Result, perr *syntax.Error, src string, o *CompileOptions) (*Code, *Exc) {
	if err := t.parseOutcome(res, perr, o); err != nil {
		return nil, err
	}
	return t.CompileTree(mod, src, o)
}

// parseTree parses source and gives its warnings.
func (t *Thread) parseTree(src string, isText bool, o *CompileOptions) (syntax.Mod, *Exc) {
	var mod syntax.Mod
	var res *syntax.Result
	var perr *syntax.Error
	if isText {
		mod, res, perr = syntax.ParseString(src, t.parseOptions(o))
	} else {
		mod, res, perr = syntax.Parse([]byte(src), t.parseOptions(o))
	}
	return mod, t.parseOutcome(res, perr, o)
}

// parseOutcome is the exception of a parse, or of a warning it gave.
func (t *Thread) parseOutcome(res *syntax.Result, perr *syntax.Error, o *CompileOptions) *Exc {
	if perr != nil {
		return t.SyntaxErr(perr, o.Filename)
	}
	for i := range res.Warnings {
		w := &res.Warnings[i]
		if err := t.syntaxWarning(w.Msg, o.Filename, w.Line); err != nil {
			if err.Is(SyntaxWarning) {
				return t.SyntaxErr(&w.Err, o.Filename)
			}
			return err
		}
	}
	return nil
}

// SourceName is the text of a file name argument of compile() and its like: a
// str, bytes or path-like object.
func (t *Thread) SourceName(v Value) (string, *Exc) {
	p, err := t.FSPath(v)
	if err != nil {
		return "", err
	}
	s, ok := ToStr(p)
	if !ok {
		s = FSDecode(string(asBytes(p).b))
	}
	if strings.IndexByte(s.s, 0) >= 0 {
		return "", t.ValueErr("embedded null character")
	}
	return s.s, nil
}

// Symtable analyses the names of source (a str or bytes-like object) for the
// symtable module; what are the kinds of source that fname's error message lists.
func (t *Thread) Symtable(source Value, fname, what string, o CompileOptions) (*symtab.Scope, *Exc) {
	src, isText, err := t.sourceOf(source, fname, what)
	if err != nil {
		return nil, err
	}
	mod, err := t.parseTree(src, isText, &o)
	if err != nil {
		return nil, err
	}
	tab, serr := symtab.Build(mod, o.Flags)
	if serr != nil {
		return nil, t.compileErr(serr, o.Filename)
	}
	return tab.Top, nil
}

// compilerOptions are those of the compiler proper, with the level of -O for -1.
func (t *Thread) compilerOptions(o *CompileOptions) compile.Options {
	opt := o.Optimize
	if opt < 0 {
		opt = t.interp.opts.Flags["optimize"]
	}
	return compile.Options{Filename: o.Filename, Optimize: opt, Flags: o.Flags, TopLevelAwait: o.TopLevelAwait}
}

// optimizeTree folds the constants of a tree that the program is to see.
func (t *Thread) optimizeTree(mod syntax.Mod, o *CompileOptions) *Exc {
	if err := compile.Optimize(mod, t.compilerOptions(o)); err != nil {
		return t.compileErr(err, o.Filename)
	}
	return nil
}

// CompileTree compiles a syntax tree; src, if not empty, is its text for error
// messages.
func (t *Thread) CompileTree(mod syntax.Mod, src string, o *CompileOptions) (*Code, *Exc) {
	bc, warnings, cerr := compile.Compile(mod, t.compilerOptions(o))
	for _, w := range warnings {
		if err := t.syntaxWarning(w.Msg, o.Filename, int(w.Pos.Line)); err != nil {
			if err.Is(SyntaxWarning) {
				return nil, t.compileErr(symtab.Syntaxf(w.Pos, "%s", w.Msg), o.Filename)
			}
			return nil, err
		}
	}
	if cerr != nil {
		return nil, t.compileErr(cerr, o.Filename)
	}
	return NewCode(bc), nil
}

// SyntaxErr makes the exception of a parse error.
func (t *Thread) SyntaxErr(e *syntax.Error, filename string) *Exc {
	tp := SyntaxError
	switch e.Kind {
	case syntax.IndentationError:
		tp = IndentationError
	case syntax.TabError:
		tp = TabError
	case syntax.IncompleteInputError:
		tp = IncompleteInputError
	case syntax.MemoryError:
		return t.Raise(MemoryError, "%s", e.Msg)
	case syntax.RecursionError:
		return t.Raise(RecursionError, "%s", e.Msg)
	case syntax.ValueError:
		return t.ValueErr("%s", e.Msg)
	}
	if e.NoDetails {
		return t.newSyntaxError(tp, e.Msg, Value{})
	}
	text := None
	if !e.NoText {
		text = NewStr(e.Text).Value()
	}
	end := [2]Value{IntOf(e.EndLine), IntOf(e.EndCol)}
	if e.NoEnd {
		end = [2]Value{None, None}
	}
	return t.newSyntaxError(tp, e.Msg, NewTuple(NewStr(filename).Value(), IntOf(e.Line), IntOf(e.Col), text, end[0], end[1]).Value())
}

// newSyntaxError makes a SyntaxError through its constructor, so that its
// fields are set from details (a tuple, or nothing).
func (t *Thread) newSyntaxError(tp *Type, msg string, details Value) *Exc {
	args := []Value{NewStr(msg).Value()}
	if details.p != nil {
		args = append(args, details)
	}
	v, err := t.Call(tp.Value(), args...)
	if err != nil {
		return err
	}
	return asExc(v)
}

// compileErr makes the exception of an error found behind the parser.
func (t *Thread) compileErr(e *symtab.Error, filename string) *Exc {
	switch e.Kind {
	case "RecursionError":
		return t.Raise(RecursionError, "%s", e.Msg)
	case "OverflowError":
		return t.Raise(OverflowError, "%s", e.Msg)
	}
	if e.Pos.Line == 0 {
		return t.newSyntaxError(SyntaxError, e.Msg, Value{})
	}
	// Only the file is asked for the line, and the columns count bytes.
	text := None
	if src, ok := t.readSource(filename); ok {
		if line := sourceLine(src, int(e.Pos.Line)); line != "" {
			text = NewStr(line).Value()
		}
	}
	end := [2]Value{IntOf(int(e.Pos.EndLine)), IntOf(int(e.Pos.EndCol) + 1)}
	if e.NoEnd {
		end = [2]Value{None, None}
	}
	return t.newSyntaxError(SyntaxError, e.Msg, NewTuple(NewStr(filename).Value(), IntOf(int(e.Pos.Line)), IntOf(int(e.Pos.Col)+1), text, end[0], end[1]).Value())
}

// sourceLine returns line n (from 1) of a text with its newline, "" if there is none.
func sourceLine(src string, n int) string {
	for ; n > 1; n-- {
		i := strings.IndexByte(src, '\n')
		if i < 0 {
			return ""
		}
		src = src[i+1:]
	}
	if i := strings.IndexByte(src, '\n'); i >= 0 {
		return src[:i+1]
	}
	return src
}
