package wtf8

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func randomRunes(rng *rand.Rand, n int) []rune {
	rs := make([]rune, n)
	for i := range rs {
		switch rng.Intn(6) {
		case 0:
			rs[i] = rune(rng.Intn(0x800))
		case 1:
			rs[i] = rune(0xD800 + rng.Intn(0x800))
		case 2:
			rs[i] = rune(rng.Intn(0x10000))
		case 3:
			rs[i] = rune(rng.Intn(0x110000))
		default:
			rs[i] = rune(rng.Intn(0x80))
		}
	}
	return rs
}

func TestEveryCodePoint(t *testing.T) {
	for r := rune(0); r <= MaxRune; r++ {
		s := EncodeRune(r)
		if len(s) != RuneLen(r) {
			t.Fatalf("U+%04X: length %d, RuneLen %d", r, len(s), RuneLen(r))
		}
		if !IsSurrogate(r) && s != string(r) {
			t.Fatalf("U+%04X: %x", r, s)
		}
		if g, n := DecodeRune(s); g != r || n != len(s) {
			t.Fatalf("U+%04X forward: U+%04X, %d", r, g, n)
		}
		if g, n := DecodeLastRune("é" + s); g != r || n != len(s) {
			t.Fatalf("U+%04X backward: U+%04X, %d", r, g, n)
		}
		if !Valid(s) || HasSurrogates(s) != IsSurrogate(r) {
			t.Fatalf("U+%04X: valid %v, surrogates %v", r, Valid(s), HasSurrogates(s))
		}
		want := rune(0x7F)
		for _, c := range []rune{0xFF, 0xFFFF, 0x10FFFF} {
			if r > want {
				want = c
			}
		}
		if got := MaxCodePoint("a" + s + "b"); got != want {
			t.Fatalf("U+%04X: class %x, want %x", r, got, want)
		}
	}
	if AppendRune(nil, -1) == nil || EncodeRune(0x110000) != "\uFFFD" || RuneLen(-1) != 3 {
		t.Fatal("values outside Unicode must become U+FFFD")
	}
}

func TestRandomStrings(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	for n := range 400 {
		rs := randomRunes(rng, n)
		if n%3 == 0 {
			for i := range rs {
				rs[i] &= 0x7F
			}
		}
		s := FromRunes(rs)
		if !slices.Equal(ToRunes(s), rs) {
			t.Fatalf("%q does not round-trip", s)
		}
		cnt, ascii := CountRunes(s)
		if cnt != n || ascii != (slices.IndexFunc(rs, func(r rune) bool { return r >= 0x80 }) < 0) || ascii != IsASCII(s) {
			t.Fatalf("CountRunes(%q) = %d, %v", s, cnt, ascii)
		}
		ix := BuildIndex(s)
		off := 0
		for i := 0; i <= n; i++ {
			if ByteOffset(s, i) != off || ix.ByteOffset(s, i) != off {
				t.Fatalf("%q: offset of %d is %d, got %d and %d", s, i, off, ByteOffset(s, i), ix.ByteOffset(s, i))
			}
			if RuneOffset(s, off) != i || ix.RuneOffset(s, off) != i {
				t.Fatalf("%q: rune offset of byte %d", s, off)
			}
			if i < n {
				if ix.RuneAt(s, i) != rs[i] {
					t.Fatalf("%q: RuneAt(%d)", s, i)
				}
				off += RuneLen(rs[i])
			}
		}
		if ByteOffset(s, n+5) != len(s) || ix.ByteOffset(s, n+200) != len(s) || ByteOffset(s, -1) != 0 {
			t.Fatalf("%q: offsets out of range", s)
		}
		for range 8 {
			i, j := rng.Intn(n+2), rng.Intn(n+2)
			want := ""
			if i < j && i < n {
				want = FromRunes(rs[i:min(j, n)])
			}
			if Slice(s, i, j) != want || ix.Slice(s, i, j) != want {
				t.Fatalf("%q[%d:%d] = %q and %q, want %q", s, i, j, Slice(s, i, j), ix.Slice(s, i, j), want)
			}
		}
		var got []rune
		for _, r := range Runes(s) {
			got = append(got, r)
		}
		if !slices.Equal(got, rs) {
			t.Fatalf("Runes(%q)", s)
		}
	}
}

func TestMalformedNeverPanics(t *testing.T) {
	rng := rand.New(rand.NewSource(2))
	for range 20000 {
		b := make([]byte, rng.Intn(12))
		for i := range b {
			b[i] = byte(0x70 + rng.Intn(0x90))
		}
		s := string(b)
		ix := BuildIndex(s)
		for i := -1; i <= len(s)+1; i++ {
			_, _ = DecodeRuneAt(s, i)
			ByteOffset(s, i)
			RuneOffset(s, i)
			ix.RuneAt(s, i)
			ix.RuneOffset(s, i)
			Slice(s, i, i+2)
			ix.Slice(s, i, i+2)
		}
		_, _ = DecodeLastRune(s)
		ToRunes(s)
		HasSurrogates(s)
		if utf8.ValidString(s) && !Valid(s) {
			t.Fatalf("%q is valid", s)
		}
		if Valid(s) && !HasSurrogates(s) && !utf8.ValidString(s) {
			t.Fatalf("%q is not valid", s)
		}
	}
}

func TestASCIIPrefix(t *testing.T) {
	for n := range 80 {
		s := strings.Repeat("x", n)
		if ASCIIPrefix([]byte(s)) != n || ASCIIPrefix([]byte(s+"é"+s)) != n {
			t.Fatal(n)
		}
	}
}

func TestCompare(t *testing.T) {
	if Compare("\uFFFF", "\U00010000") != -1 || Compare("a", "a") != 0 || Compare("\xed\xa0\x80", "a") != 1 {
		t.Fatal("order of code points")
	}
}

func BenchmarkCountRunes(b *testing.B) {
	for _, s := range []string{strings.Repeat("a", 1000), strings.Repeat("aé", 500)} {
		b.Run(s[1:3], func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				CountRunes(s)
			}
		})
	}
}

func BenchmarkIndex(b *testing.B) {
	s := strings.Repeat("aé日", 10000)
	ix := BuildIndex(s)
	for i := 0; b.Loop(); i++ {
		ix.RuneAt(s, i*7919%30000)
	}
}
