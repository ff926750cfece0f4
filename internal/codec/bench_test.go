package codec

import (
	"strings"
	"testing"
)

func BenchmarkDecode(b *testing.B) {
	ascii := []byte(strings.Repeat("plain ascii text ", 600))
	mixed := []byte(strings.Repeat("Grüße, 世界! ", 600))
	dirty := []byte(strings.Repeat("some text \xff and more \xe2\x82 ", 400))
	utf16, err := EncodeUTF16(string(mixed), LittleEndian, nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name string
		in   []byte
		f    decodeFunc
		h    string
	}{
		{"utf8-ascii", ascii, DecodeUTF8, "strict"},
		{"utf8-mixed", mixed, DecodeUTF8, "strict"},
		{"utf8-replace", dirty, DecodeUTF8, "replace"},
		{"utf8-escape", dirty, DecodeUTF8, "surrogateescape"},
		{"utf16", utf16, utf16Decoder(LittleEndian), "strict"},
		{"latin1", mixed, goldenDecoders["latin-1"], "strict"},
		{"unicode-escape", ascii, goldenDecoders["unicode_escape"], "strict"},
	} {
		b.Run(c.name, func(b *testing.B) {
			h := LookupDecodeHandler(c.h)
			b.SetBytes(int64(len(c.in)))
			for b.Loop() {
				c.f(c.in, true, h)
			}
		})
	}
}
