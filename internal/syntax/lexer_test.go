package syntax

import (
	"strings"
	"testing"
)

// kindNames gives the names that the tests below use for kinds without a text of their own.
var kindNames = map[Kind]string{ENDMARKER: "END", NAME: "NAME", NUMBER: "NUM", STRING: "STR", NEWLINE: "NL", INDENT: "INDENT",
	DEDENT: "DEDENT", FSTRING_START: "FS", FSTRING_MIDDLE: "FM", FSTRING_END: "FE", TYPE_COMMENT: "TC", TYPE_IGNORE: "TI", ERRORTOKEN: "ERR"}

// lexed writes the tokens of src as "KIND:text" or just the text of operators and reserved words.
func lexed(src string, typeComments bool) string {
	var lx lexer
	text, _ := normalizeNewlines(src, true)
	lx.init(text)
	lx.typeComments = typeComments
	var out []string
	for {
		t := lx.next()
		text := ""
		if t.Start >= 0 {
			text = lx.src[t.Start:t.End]
		}
		name, ok := kindNames[t.Kind]
		switch {
		case !ok:
			out = append(out, text)
		case t.Kind == NEWLINE || text == "":
			out = append(out, name)
		default:
			out = append(out, name+":"+text)
		}
		if t.Kind == ENDMARKER || t.Kind == ERRORTOKEN {
			return strings.Join(out, " ")
		}
	}
}

func TestLexer(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"", "END"},
		{"\n\n# c\n", "END"},
		{"x", "NAME:x NL END"},
		{"x=1", "NAME:x = NUM:1 NL END"},
		{"if x:\n  y\nz", "if NAME:x : NL INDENT NAME:y NL DEDENT NAME:z NL END"},
		{"if x:\n\ty\n\t\n# c\n\tz", "if NAME:x : NL INDENT NAME:y NL NAME:z NL DEDENT END"},
		{"if x:\n  if y:\n    z", "if NAME:x : NL INDENT if NAME:y : NL INDENT NAME:z NL DEDENT DEDENT END"},
		{"(a\n  b\n)\nc", "( NAME:a NAME:b ) NL NAME:c NL END"},
		{"a \\\n  b", "NAME:a NAME:b NL END"},
		{"\x0cx\n  \x0cy", "NAME:x NL NAME:y NL END"},
		{"x\r\ny\rz", "NAME:x NL NAME:y NL NAME:z NL END"},
		{"if x:\n  y\n z", "if NAME:x : NL INDENT NAME:y NL ERR"},
		{"if x:\n\ty\n        z", "if NAME:x : NL INDENT NAME:y NL ERR"},
		{"match type _ async", "NAME:match NAME:type NAME:_ async NL END"},
		{"None True nonlocal Falsey", "None True nonlocal NAME:Falsey NL END"},
		{"a->b:=c...d!=e<>f**=g//=h>>=i<<=j@=k", "NAME:a -> NAME:b := NAME:c ... NAME:d != NAME:e <> NAME:f **= NAME:g //= NAME:h >>= NAME:i <<= NAME:j @= NAME:k NL END"},
		{"a..b", "NAME:a . . NAME:b NL END"},
		{"0 00 0_0 1_000 0x_fF 0o17 0B101", "NUM:0 NUM:00 NUM:0_0 NUM:1_000 NUM:0x_fF NUM:0o17 NUM:0B101 NL END"},
		{"1. .5 1.5e-3 1E+1_0 1j 1.j 0e0 09.5 00j", "NUM:1. NUM:.5 NUM:1.5e-3 NUM:1E+1_0 NUM:1j NUM:1.j NUM:0e0 NUM:09.5 NUM:00j NL END"},
		{"1if x else 2or y", "NUM:1 if NAME:x else NUM:2 or NAME:y NL END"},
		{"1.real", "ERR"}, {"1 .real", "NUM:1 . NAME:real NL END"},
		{"0777", "ERR"}, {"1__0", "ERR"}, {"0xg", "ERR"}, {"0b2", "ERR"}, {"0o8", "ERR"}, {"1e", "ERR"}, {"1_", "ERR"}, {"5a", "ERR"},
		{"'a' \"b\" '''c'\nd''' r'\\'' Rb\"x\" bR'' u'' U''", "STR:'a' STR:\"b\" STR:'''c'\nd''' STR:r'\\'' STR:Rb\"x\" STR:bR'' STR:u'' STR:U'' NL END"},
		{"ur'x'", "NAME:ur STR:'x' NL END"},
		{"'a\\\nb'", "STR:'a\\\nb' NL END"},
		{"'a", "ERR"}, {"'a\nb'", "ERR"}, {"'''a", "ERR"}, {"'a\\", "ERR"},
		{"f'a{x}b'", "FS:f' FM:a { NAME:x } FM:b FE:' NL END"},
		{"f'{{a}}'", "FS:f' FM:{ FM:a} FE:' NL END"},
		{"f'{x!r:>{w}.2}'", "FS:f' { NAME:x ! NAME:r : FM:> { NAME:w } FM:.2 } FE:' NL END"},
		{"f'{x:=5}{y==z}{a!=b}'", "FS:f' { NAME:x : FM:=5 } { NAME:y == NAME:z } { NAME:a != NAME:b } FE:' NL END"},
		{"f'{(lambda: 1)}{d[\"a\":b]}'", "FS:f' { ( lambda : NUM:1 ) } { NAME:d [ STR:\"a\" : NAME:b ] } FE:' NL END"},
		{"f'{f'{f\"{x}\"}'}'", "FS:f' { FS:f' { FS:f\" { NAME:x } FE:\" } FE:' } FE:' NL END"},
		{"f'''a\n{\nx # c\n}'''", "FS:f''' FM:a\n { NAME:x } FE:''' NL END"},
		{"f'\\N{DASH}\\{x}'", "FS:f' FM:\\N{DASH} FM:\\ { NAME:x } FE:' NL END"},
		{"rF'\\N{x}'", "FS:rF' FM:\\N { NAME:x } FE:' NL END"},
		{"f'}'", "FS:f' FM ERR"}, {"f'{'", "FS:f' { ERR"}, {"f'a", "FS:f' ERR"}, {"f'{a)}'", "FS:f' { NAME:a ERR"},
		{")", "ERR"}, {"(]", "( ERR"}, {"(", "( ERR"}, {"\\", "ERR"}, {"\\ x", "ERR"}, {"\x01", "ERR"}, {"x\u00a0", "ERR"}, {"“", "ERR"},
		{"é = ª℘·", "NAME:é = NAME:ª℘· NL END"},
		{"$?`", "$ ? ` NL END"},
	} {
		if got := lexed(c.src, false); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.src, got, c.want)
		}
	}
	for _, c := range []struct{ src, want string }{
		{"x # type: int", "NAME:x TC:int NL END"},
		{"x # type: ignore[a]", "NAME:x TI:[a] NL END"},
		{"# type: ignore\nx", "TI:\n NAME:x NL END"},
		{"x # type: ignored", "NAME:x TC:ignored NL END"},
		{"x # typ: int", "NAME:x NL END"},
	} {
		if got := lexed(c.src, true); got != c.want {
			t.Errorf("type comments: %q\n got %s\nwant %s", c.src, got, c.want)
		}
	}
}

// TestNestingLimits: nesting of any kind ends in a clean error.
func TestNestingLimits(t *testing.T) {
	rep := strings.Repeat
	for _, c := range []struct{ name, src, want string }{
		{"parens", rep("(", 100_000), "SyntaxError: too many nested parentheses (line 1, column 201)"},
		{"parens 200", rep("(", 200) + "1" + rep(")", 200), ""},
		{"brackets", rep("[", 100_000), "SyntaxError: too many nested parentheses (line 1, column 201)"},
		{"calls", rep("f(", 100_000), "SyntaxError: too many nested parentheses (line 1, column 402)"},
		{"minus", rep("-", 100_000) + "1", "MemoryError: Parser stack overflowed - Python source too complex to parse"},
		{"not", rep("not ", 100_000) + "1", "MemoryError: Parser stack overflowed - Python source too complex to parse"},
		{"lambda", rep("lambda:", 100_000) + "1", "MemoryError: Parser stack overflowed - Python source too complex to parse"},
		{"power", "1" + rep("**1", 100_000), "MemoryError: Parser stack overflowed - Python source too complex to parse"},
		{"if else", "1" + rep(" if 1 else 1", 100_000), "MemoryError: Parser stack overflowed - Python source too complex to parse"},
		{"elif", "if 1: pass\n" + rep("elif 1: pass\n", 100_000), "MemoryError: Parser stack overflowed - Python source too complex to parse"},
		{"sum", "a" + rep("+a", 100_000), ""},
		{"long sum", "a" + rep("+a", 200_000), "RecursionError: maximum recursion depth exceeded during compilation"},
		{"attributes", "a" + rep(".a", 200_000), "RecursionError: maximum recursion depth exceeded during compilation"},
		{"long calls", "a" + rep("()", 200_000), "RecursionError: maximum recursion depth exceeded during compilation"},
		{"and", "1" + rep(" and 1", 200_000), ""},
		{"compare", "1" + rep("<1", 200_000), ""},
		{"assign", rep("a=", 200_000) + "1", ""},
		{"strings", rep("'a' ", 200_000), ""},
		{"f-strings", rep("f'{", 200), "SyntaxError: too many nested f-strings (line 1, column 449)"},
	} {
		_, _, err := ParseString(c.src, Options{})
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestUnparseDeep: a long chain is written without deep recursion.
func TestUnparseDeep(t *testing.T) {
	src := "a" + strings.Repeat(" + a", 100_000)
	m, _, err := ParseString(src, Options{Mode: Eval})
	if err != nil {
		t.Fatal(err)
	}
	if got := Unparse(m.(*Expression).Body); got != src {
		t.Error("long sum changed")
	}
}
