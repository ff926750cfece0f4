package symtab

import (
	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// Future holds the future features in force.
type Future struct {
	Flags uint32     // bytecode.FlagFuture* and the other CO_FUTURE_* bits
	Last  syntax.Pos // place of the last accepted future import
}

// FutureFeatures maps each feature of __future__ to its CO_FUTURE_* bit; those
// that are always on have none.
func FutureFeatures(name string) (flag uint32, ok bool) {
	switch name {
	case "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function", "unicode_literals", "generator_stop":
		return 0, true
	case "barry_as_FLUFL":
		return bytecode.FlagFutureBarry, true
	case "annotations":
		return bytecode.FlagFutureAnnotations, true
	}
	return 0, false
}

// ScanFuture reads the future imports at the head of mod.
func ScanFuture(mod syntax.Mod) (Future, *Error) {
	var f Future
	var body []syntax.Stmt
	switch m := mod.(type) {
	case *syntax.Module:
		body = m.Body
	case *syntax.Interactive:
		body = m.Body
	}
	for i, s := range body {
		if im, ok := s.(*syntax.ImportFrom); ok && im.Module == "__future__" && im.Level == 0 {
			for _, a := range im.Names {
				bit, ok := FutureFeatures(a.Name)
				if !ok {
					pos := im.Span()
					msg := "future feature " + a.Name + " is not defined"
					if a.Name == "braces" {
						msg = "not a chance"
					}
					return f, &Error{Kind: "SyntaxError", Msg: msg, Pos: pos, NoEnd: true}
				}
				f.Flags |= bit
			}
			f.Last = im.Pos
			continue
		}
		if e, ok := s.(*syntax.ExprStmt); ok && i == 0 {
			if c, ok := e.Value.(*syntax.Constant); ok {
				if _, ok := c.Value.(string); ok {
					continue
				}
			}
		}
		break
	}
	return f, nil
}
