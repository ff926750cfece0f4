package syntax

// Kind is the type of a token. Up to NTokens the numbers are those of Python's
// token module; above it every reserved word has a kind of its own, which the
// public token stream reports as NAME.
type Kind uint8

// The token kinds of Python's token module.
const (
	ENDMARKER Kind = iota
	NAME
	NUMBER
	STRING
	NEWLINE
	INDENT
	DEDENT
	LPAR
	RPAR
	LSQB
	RSQB
	COLON
	COMMA
	SEMI
	PLUS
	MINUS
	STAR
	SLASH
	VBAR
	AMPER
	LESS
	GREATER
	EQUAL
	DOT
	PERCENT
	LBRACE
	RBRACE
	EQEQUAL
	NOTEQUAL
	LESSEQUAL
	GREATEREQUAL
	TILDE
	CIRCUMFLEX
	LEFTSHIFT
	RIGHTSHIFT
	DOUBLESTAR
	PLUSEQUAL
	MINEQUAL
	STAREQUAL
	SLASHEQUAL
	PERCENTEQUAL
	AMPEREQUAL
	VBAREQUAL
	CIRCUMFLEXEQUAL
	LEFTSHIFTEQUAL
	RIGHTSHIFTEQUAL
	DOUBLESTAREQUAL
	DOUBLESLASH
	DOUBLESLASHEQUAL
	AT
	ATEQUAL
	RARROW
	ELLIPSIS
	COLONEQUAL
	EXCLAMATION
	OP
	TYPE_IGNORE
	TYPE_COMMENT
	SOFT_KEYWORD
	FSTRING_START
	FSTRING_MIDDLE
	FSTRING_END
	COMMENT
	NL
	ERRORTOKEN
	ENCODING
	NTokens
)

// The reserved words.
const (
	kwFalse Kind = NTokens + 1 + iota
	kwNone
	kwTrue
	kwAnd
	kwAs
	kwAssert
	kwAsync
	kwAwait
	kwBreak
	kwClass
	kwContinue
	kwDef
	kwDel
	kwElif
	kwElse
	kwExcept
	kwFinally
	kwFor
	kwFrom
	kwGlobal
	kwIf
	kwImport
	kwIn
	kwIs
	kwLambda
	kwNonlocal
	kwNot
	kwOr
	kwPass
	kwRaise
	kwReturn
	kwTry
	kwWhile
	kwWith
	kwYield
	numKinds
)

// IsKeyword reports whether k is one of the reserved words.
func (k Kind) IsKeyword() bool { return k > NTokens }

// keywordKind returns the kind of a reserved word, or NAME.
func keywordKind(s string) Kind {
	switch s {
	case "False":
		return kwFalse
	case "None":
		return kwNone
	case "True":
		return kwTrue
	case "and":
		return kwAnd
	case "as":
		return kwAs
	case "assert":
		return kwAssert
	case "async":
		return kwAsync
	case "await":
		return kwAwait
	case "break":
		return kwBreak
	case "class":
		return kwClass
	case "continue":
		return kwContinue
	case "def":
		return kwDef
	case "del":
		return kwDel
	case "elif":
		return kwElif
	case "else":
		return kwElse
	case "except":
		return kwExcept
	case "finally":
		return kwFinally
	case "for":
		return kwFor
	case "from":
		return kwFrom
	case "global":
		return kwGlobal
	case "if":
		return kwIf
	case "import":
		return kwImport
	case "in":
		return kwIn
	case "is":
		return kwIs
	case "lambda":
		return kwLambda
	case "nonlocal":
		return kwNonlocal
	case "not":
		return kwNot
	case "or":
		return kwOr
	case "pass":
		return kwPass
	case "raise":
		return kwRaise
	case "return":
		return kwReturn
	case "try":
		return kwTry
	case "while":
		return kwWhile
	case "with":
		return kwWith
	case "yield":
		return kwYield
	}
	return NAME
}

// token is one lexical token. Start and End are byte offsets into the lexed
// text; both are -1 for tokens without text (DEDENT, INDENT, ENDMARKER), whose
// columns are then -1 too. Columns count UTF-8 bytes from 0.
type token struct {
	Kind            Kind
	Start, End      int32
	Line, Col       int32
	EndLine, EndCol int32
}

// oneChar gives the kind of a single-character operator, OP for other characters.
var oneChar = [128]Kind{
	'(': LPAR, ')': RPAR, '[': LSQB, ']': RSQB, '{': LBRACE, '}': RBRACE,
	':': COLON, ',': COMMA, ';': SEMI, '+': PLUS, '-': MINUS, '*': STAR,
	'/': SLASH, '|': VBAR, '&': AMPER, '<': LESS, '>': GREATER, '=': EQUAL,
	'.': DOT, '%': PERCENT, '~': TILDE, '^': CIRCUMFLEX, '@': AT, '!': EXCLAMATION,
}

// twoChars gives the kind of a two-character operator, OP when a and b form none.
func twoChars(a, b byte) Kind {
	switch b {
	case '=':
		switch a {
		case '!':
			return NOTEQUAL
		case '%':
			return PERCENTEQUAL
		case '&':
			return AMPEREQUAL
		case '*':
			return STAREQUAL
		case '+':
			return PLUSEQUAL
		case '-':
			return MINEQUAL
		case '/':
			return SLASHEQUAL
		case ':':
			return COLONEQUAL
		case '<':
			return LESSEQUAL
		case '=':
			return EQEQUAL
		case '>':
			return GREATEREQUAL
		case '@':
			return ATEQUAL
		case '^':
			return CIRCUMFLEXEQUAL
		case '|':
			return VBAREQUAL
		}
	case '*':
		if a == '*' {
			return DOUBLESTAR
		}
	case '/':
		if a == '/' {
			return DOUBLESLASH
		}
	case '<':
		if a == '<' {
			return LEFTSHIFT
		}
	case '>':
		switch a {
		case '-':
			return RARROW
		case '<':
			return NOTEQUAL
		case '>':
			return RIGHTSHIFT
		}
	}
	return OP
}

// threeChars extends a two-character operator by c, OP when that forms none.
func threeChars(two Kind, c byte) Kind {
	if c != '=' {
		return OP
	}
	switch two {
	case DOUBLESTAR:
		return DOUBLESTAREQUAL
	case DOUBLESLASH:
		return DOUBLESLASHEQUAL
	case LEFTSHIFT:
		return LEFTSHIFTEQUAL
	case RIGHTSHIFT:
		return RIGHTSHIFTEQUAL
	}
	return OP
}
