package syntax

// locate makes an error at token t, or at the lexer's position if t has no text.
func locate(lx *lexer, t *token, kind ErrorKind, msg string) *Error {
	text := lx.lineText(lx.lineStart)
	return &Error{Kind: kind, Msg: msg, Line: int(t.Line), Col: int(t.Col) + 1, EndLine: int(t.EndLine), EndCol: int(t.EndCol) + 1, Text: text}
}

// diagnose finds out what is wrong with source that the parser rejected.
func diagnose(p *parser, src string, opts *Options) *Error {
	if p.lx.err != nil {
		return p.lx.err
	}
	return p.errorAtLast(SyntaxError, "invalid syntax")
}
