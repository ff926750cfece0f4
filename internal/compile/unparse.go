package compile

import "github.com/coachwhip/coachwhip/internal/syntax"

// unparse gives the text of an annotation.
func (c *compiler) unparse(e syntax.Expr) string {
	c.errorf(e.Span(), "annotations as strings are not available in this build")
	return ""
}
