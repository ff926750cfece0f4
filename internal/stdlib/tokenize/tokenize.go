// Package tokenize is the _tokenize module: the lexer behind tokenize.py.
package tokenize

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// tokenizerIter is a _tokenize.TokenizerIter. It reads all lines when the first
// token is asked for.
type tokenizerIter struct {
	py.Header
	readline py.Value
	encoding string // "" for text lines
	extra    bool
	tok      *syntax.Tokenizer
	done     bool
	// The line of the latest token, so that tokens of one line share its object.
	lastLine string
	lineObj  py.Value
}

var (
	iterType = new(py.Type)
	newSig   = py.ParseSignature("readline, /, *, extra_tokens, encoding=None")
)

func asIter(v py.Value) *tokenizerIter { return (*tokenizerIter)(v.Ptr()) }

func newIter(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	var a [3]py.Value
	if err := newSig.Bind(t, "tokenizeriter", args, a[:]); err != nil {
		return py.Value{}, err
	}
	extra, err := t.Truth(a[1])
	if err != nil {
		return py.Value{}, err
	}
	it := py.AllocFor[tokenizerIter](t, cls)
	it.readline, it.extra = a[0], extra
	if !a[2].IsNil() {
		s, ok := py.ToStr(a[2])
		if !ok {
			return py.Value{}, t.TypeErr("tokenizeriter() argument 'encoding' must be str, not %s", typeName(a[2]))
		}
		it.encoding = s.String()
	}
	return py.FromHeader(&it.Header), nil
}

func typeName(v py.Value) string {
	if v.IsNone() {
		return "None"
	}
	return v.Type().Name()
}

// source reads all lines.
func (it *tokenizerIter) source(t *py.Thread) (string, *py.Exc) {
	var b strings.Builder
	for n := 1; ; n++ {
		line, err := t.Call(it.readline)
		if err != nil {
			if err.Is(py.StopIteration) {
				return b.String(), nil
			}
			return "", err
		}
		var text string
		if it.encoding == "" {
			s, ok := py.ToStr(line)
			if !ok {
				return "", t.TypeErr("readline() returned a non-string object")
			}
			text = s.String()
		} else {
			data, ok := py.ToBytes(line)
			if !ok {
				return "", t.TypeErr("readline() returned a non-bytes object")
			}
			s, err := t.Decode(data.Bytes(), it.encoding, "replace")
			if err != nil {
				return "", err
			}
			text = s.String()
		}
		if strings.IndexByte(text, 0) >= 0 {
			return "", t.SyntaxErr(&syntax.Error{Msg: "source code cannot contain null bytes", Line: n, EndLine: n}, "<string>")
		}
		if text == "" {
			return b.String(), nil
		}
		b.WriteString(text)
	}
}

func next(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	it := asIter(v)
	if it.done {
		return py.Value{}, nil
	}
	if it.tok == nil {
		src, err := it.source(t)
		if err != nil {
			return py.Value{}, err
		}
		it.tok = syntax.NewTokenizer(src, it.extra)
	}
	k, more, serr := it.tok.Next()
	if serr != nil {
		it.done = true
		e := t.SyntaxErr(serr, "<string>")
		if serr.NoDetails && serr.Line > 0 {
			e.SetField(py.SyntaxMsg+1, py.NewStr("<string>").Value())
			e.SetField(py.SyntaxMsg+2, py.IntOf(serr.Line))
			e.SetField(py.SyntaxMsg+3, py.IntOf(serr.Col))
		}
		return py.Value{}, e
	}
	if !more {
		it.done = true
		return py.Value{}, nil
	}
	if it.lineObj.IsNil() || it.lastLine != k.SourceLine {
		it.lastLine, it.lineObj = k.SourceLine, py.NewStr(k.SourceLine).Value()
	}
	return py.NewTuple(py.IntOf(int(k.Type)), py.NewStr(k.String).Value(),
		py.NewTuple(py.IntOf(k.Line), py.IntOf(k.Col)).Value(),
		py.NewTuple(py.IntOf(k.EndLine), py.IntOf(k.EndCol)).Value(), it.lineObj).Value(), nil
}

func init() { py.RegisterPackage(registerTokenize, "_tokenize") }

func registerTokenize() {
	py.RegisterType(py.TypeSpec{
		Type: iterType, Name: "_tokenize.TokenizerIter", Guarded: true, Layout: py.LayoutOf[tokenizerIter](),
		Slots: py.Slots{
			New:  newIter,
			Iter: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return v, nil },
			Next: next,
		},
	})
	py.RegisterModule(py.ModuleSpec{Name: "_tokenize", Types: []*py.Type{iterType}})
}
