package codec

import (
	"bytes"
	"testing"

	"github.com/coachwhip/coachwhip/internal/wtf8"
)

var fuzzHandlers = []string{"ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "strict", "slow", "rec"}

// seeds are the inputs of the fuzz targets: awkward bytes of every codec.
var seeds = []string{"", "plain", "a\xff\xc3", "\xe2\x82\xed\xa0\x80\xf0\x90\x80", "\x00\xd8a\x00\x00\xdc", "\xff\xfe\x00\x00a",
	"+AGE-+2ADcAA-+A", "+2AA-\xff+-", `\x41\u20ac\U0001f600\N{SPACE}\777`, `\\u1234\`, `\N{`, "é€😀"}

// fuzzDecoder checks that decode never fails in an odd way: no panic, progress,
// well-formed text, and in pieces the same as in one.
func fuzzDecoder(f *testing.F, decode decodeFunc, pieces bool) {
	for _, s := range seeds {
		f.Add([]byte(s), uint8(3))
	}
	f.Fuzz(func(t *testing.T, b []byte, cut uint8) {
		var rec recorder
		for _, name := range fuzzHandlers {
			h := rec.decode(name)
			s, n, err := decode(b, true, h)
			if err != nil {
				if _, ok := err.(*DecodeError); !ok {
					t.Fatalf("%s: %v", name, err)
				}
				if e := err.(*DecodeError); e.Start < 0 || e.Start >= e.End || e.End > len(b) {
					t.Fatalf("%s: range %d..%d of %d", name, e.Start, e.End, len(b))
				}
				continue
			}
			if n != len(b) || !wtf8.Valid(s) {
				t.Fatalf("%s: %d of %d bytes, %q", name, n, len(b), s)
			}
			k := min(int(cut), len(b))
			s1, n1, err := decode(b[:k], false, h)
			if err != nil {
				continue
			}
			if n1 > k || !wtf8.Valid(s1) {
				t.Fatalf("%s: %d of %d bytes, %q", name, n1, k, s1)
			}
			if pieces && (name == "strict" || name == "replace") {
				s2, n2, err := decode(b[n1:], true, h)
				if err != nil || n1+n2 != len(b) || s1+s2 != s {
					t.Fatalf("%s in pieces: %q + %q (%v), in one %q", name, s1, s2, err, s)
				}
			}
		}
	})
}

// roundTrip checks that what encode makes of any text decodes to the text.
func roundTrip(f *testing.F, encode encodeFunc, decode decodeFunc) {
	f.Fuzz(func(t *testing.T, b []byte, cut uint8) {
		s, _, err := DecodeUTF8(b, true, SurrogateEscapeDecode)
		if cut%2 == 1 || err != nil {
			s = DecodeLatin1(b)
		}
		e, err := encode(s, nil)
		if err != nil {
			if _, ok := err.(*EncodeError); !ok {
				t.Fatal(err)
			}
			for _, name := range append(fuzzHandlers, "xmlcharrefreplace", "namereplace") {
				encode(s, new(recorder).encode(name))
			}
			if e, err = encode(s, SurrogatePassEncode); err != nil {
				return
			}
		}
		got, n, err := decode(e, true, SurrogatePassDecode)
		if err != nil || n != len(e) || got != s {
			t.Fatalf("%q encodes to %q, which decodes to %q, %v", s, e, got, err)
		}
	})
}

func FuzzDecodeUTF8(f *testing.F)  { fuzzDecoder(f, DecodeUTF8, true) }
func FuzzDecodeUTF16(f *testing.F) { fuzzDecoder(f, utf16Decoder(LittleEndian), true) }
func FuzzDecodeUTF32(f *testing.F) { fuzzDecoder(f, utf32Decoder(BigEndian), true) }
func FuzzDecodeBOM(f *testing.F) {
	fuzzDecoder(f, func(b []byte, final bool, h DecodeHandler) (string, int, error) {
		if len(b)%2 == 0 {
			return utf16Decoder(DetectOrder)(b, final, h)
		}
		return utf32Decoder(DetectOrder)(b, final, h)
	}, false)
}
func FuzzDecodeUTF7(f *testing.F)             { fuzzDecoder(f, DecodeUTF7, false) }
func FuzzDecodeUnicodeEscape(f *testing.F)    { fuzzDecoder(f, goldenDecoders["unicode_escape"], false) }
func FuzzDecodeRawUnicodeEscape(f *testing.F) { fuzzDecoder(f, DecodeRawUnicodeEscape, true) }
func FuzzDecodeNarrow(f *testing.F) {
	fuzzDecoder(f, func(b []byte, final bool, h DecodeHandler) (string, int, error) {
		DecodeLatin1(b)
		if _, _, err := goldenDecoders["charmap-table"](b, final, h); err != nil {
			return "", 0, err
		}
		return goldenDecoders["ascii"](b, final, h)
	}, true)
}

func FuzzRoundTripUTF8(f *testing.F) { roundTrip(f, EncodeUTF8, DecodeUTF8) }
func FuzzRoundTripUTF16(f *testing.F) {
	roundTrip(f, utf16Encoder(DetectOrder), utf16Decoder(DetectOrder))
}
func FuzzRoundTripUTF32(f *testing.F) { roundTrip(f, utf32Encoder(BigEndian), utf32Decoder(BigEndian)) }
func FuzzRoundTripUnicodeEscape(f *testing.F) {
	roundTrip(f, goldenEncoders["unicode_escape"], goldenDecoders["unicode_escape"])
}
func FuzzRoundTripNarrow(f *testing.F) {
	roundTrip(f, EncodeLatin1, goldenDecoders["latin-1"])
}

// FuzzRoundTripUTF7 knows that surrogate pairs come back as one code point.
func FuzzRoundTripUTF7(f *testing.F) {
	roundTrip(f, func(s string, h EncodeHandler) ([]byte, error) {
		if wtf8.HasSurrogates(s) {
			return EncodeUTF8(s, func(e *EncodeError) (Replacement, int, error) { return Replacement{}, 0, e })
		}
		return EncodeUTF7(s), nil
	}, DecodeUTF7)
}

func FuzzBytesEscape(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, errors := range []string{"strict", "replace", "ignore", "?"} {
			DecodeBytesEscape(b, errors)
		}
		got, invalid, err := DecodeBytesEscape(EncodeBytesEscape(b), "strict")
		if err != nil || invalid != -1 || !bytes.Equal(got, b) {
			t.Fatalf("%q comes back as %q, %v", b, got, err)
		}
	})
}
