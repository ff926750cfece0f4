package py

import "testing"

// What the algorithm's authors and CPython 3.13 (PYTHONHASHSEED=12) give.
func TestSipHash13(t *testing.T) {
	k0, k1 := hashKeys(12)
	for text, want := range map[string]int64{
		"abc":              -8299222001689046033,
		"\xe9":             -911703553524758980,
		"\x34\x12a\x00":    7034951192895320212,
		"\x00\xf6\x01\x00": -2209939794447736292,
	} {
		if got := int64(sipHash13(k0, k1, text)); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
	if got := int64(sipHash13(0, 0, "abc")); got != -4594863902769663758 {
		t.Errorf("without a key: %d", got)
	}
}

// textHashedAtInit is a text that was hashed before any interpreter was made.
var textHashedAtInit string

func init() {
	for i := range *interned.tab.Load() {
		if s := (*interned.tab.Load())[i].Load(); s != nil && s.hash != 0 {
			textHashedAtInit = s.s
		}
	}
	for i := range charStrs {
		if charStrs[i].hash != 0 {
			textHashedAtInit = charStrs[i].s
		}
	}
}

// A text must not be hashed before the first interpreter chooses the hash.
func TestNothingHashedAtInit(t *testing.T) {
	if textHashedAtInit != "" {
		t.Errorf("a package-level variable hashes %q", textHashedAtInit)
	}
}
