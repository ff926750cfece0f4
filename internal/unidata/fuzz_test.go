package unidata

import (
	"testing"

	"github.com/coachwhip/coachwhip/internal/wtf8"
)

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "Straße ΑΣ. ǅ", "e\u0301\u0323 각 각", "LATIN SMALL LETTER A", "HANGUL SYLLABLE GAG", "\xff\xed\xa0\x80"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, db := range []Database{Current, Old} {
			if c, ok := db.Lookup(s); ok && !wtf8.Valid(c) {
				t.Fatalf("lookup of %q", s)
			}
		}
		LookupRune(s)
		valid := wtf8.Valid(s)
		for _, g := range caseFuncs {
			if c := g(s); valid && !wtf8.Valid(c) {
				t.Fatalf("%q becomes %q", s, c)
			}
		}
		for _, form := range forms {
			for _, db := range []Database{Current, Old} {
				n := db.Normalize(form, s)
				if valid && (db.Normalize(form, n) != n || !wtf8.Valid(n) || !db.IsNormalized(form, n)) {
					t.Fatalf("form %d of %q: %q, again %q", form, s, n, db.Normalize(form, n))
				}
			}
		}
		StringIsLower(s)
		StringIsTitle(s)
		StringIsIdentifier(s)
	})
}
