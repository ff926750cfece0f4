package syntax

import (
	"strings"
	"testing"
)

// TestIdentifierCharacters compares the character classes with CPython's.
func TestIdentifierCharacters(t *testing.T) {
	if testing.Short() {
		t.Skip("asks CPython about every code point")
	}
	out := runCPython(t, nil, "-c", `
import sys
for c in range(0x110000):
    if 0xd800 <= c < 0xe000: continue
    s = chr(c)
    print("%x %d%d%d" % (c, s.isidentifier(), ("a" + s).isidentifier(), s.isprintable()))
`)
	bad := 0
	for _, l := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		h, flags, _ := strings.Cut(l, " ")
		var r rune
		for _, c := range h {
			r = r<<4 | rune(hexValue(byte(c)))
		}
		got := ""
		for _, b := range []bool{isIdentStart(r), isIdentContinue(r), isPrintable(r)} {
			got += pick(b, "1", "0")
		}
		if got != flags {
			if bad++; bad < 20 {
				t.Errorf("U+%04X: start, continue, printable = %s, want %s", r, got, flags)
			}
		}
	}
	if bad > 0 {
		t.Errorf("%d characters differ", bad)
	}
}

func TestNormalizeIdent(t *testing.T) {
	for in, want := range map[string]string{"abc": "abc", "é": "é", "e\u0301": "é", "ﬁ": "fi", "𝔘": "U", "ª": "a"} {
		if got := normalizeIdent(in); got != want {
			t.Errorf("normalizeIdent(%q) = %q, want %q", in, got, want)
		}
	}
}
