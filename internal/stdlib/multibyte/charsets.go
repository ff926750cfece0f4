// Package multibyte is the codecs of East Asian encodings: the native modules
// _multibytecodec, _codecs_jp, _codecs_kr and _codecs_cn.
package multibyte

import (
	"strings"
	"sync"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// charset describes an encoding as a variation of one that x/text knows.
type charset struct {
	name, module string
	base         encoding.Encoding
	shift        bool // lead bytes are those of Shift JIS, not all from 0x80 on
	gl           bool // both bytes of a pair are 0xa1 or more
	triple       bool // 0x8f leads three bytes
	four         bool // four bytes as in GB 18030
	hangul       bool // syllables without a code of their own are spelled out
	private      bool // 0xf040 and what follows are the private use area
	without      [][2]uint16
	differs      map[uint16]rune
	also         map[rune]uint32 // encoded so, but decoded otherwise
	tables       func() *tables
}

var charsets = []*charset{
	{name: "shift_jis", module: "_codecs_jp", base: japanese.ShiftJIS, shift: true, without: [][2]uint16{{0x8740, 0x879c}, {0xed40, 0xfc4b}},
		differs: map[uint16]rune{0x8160: 0x301c, 0x8161: 0x2016, 0x817c: 0x2212, 0x8191: 0xa2, 0x8192: 0xa3, 0x81ca: 0xac},
		also:    map[rune]uint32{0xa5: 0x5c, 0x203e: 0x7e}},
	{name: "cp932", module: "_codecs_jp", base: japanese.ShiftJIS, shift: true, private: true,
		also: map[rune]uint32{0xa2: 0x8191, 0xa3: 0x8192, 0xac: 0x81ca, 0x2016: 0x8161, 0x2212: 0x817c, 0x301c: 0x8160}},
	{name: "euc_jp", module: "_codecs_jp", base: japanese.EUCJP, triple: true, without: [][2]uint16{{0xada1, 0xadfc}, {0xf9a1, 0xfcfe}},
		differs: map[uint16]rune{0xa1c1: 0x301c, 0xa1c2: 0x2016, 0xa1dd: 0x2212, 0xa1f1: 0xa2, 0xa1f2: 0xa3, 0xa2cc: 0xac},
		also:    map[rune]uint32{0xa5: 0x5c, 0x203e: 0x7e}},
	{name: "euc_kr", module: "_codecs_kr", base: korean.EUCKR, gl: true, hangul: true, without: [][2]uint16{{0xa4d4, 0xa4d4}}, also: map[rune]uint32{0x3164: 0xa4d4}},
	{name: "cp949", module: "_codecs_kr", base: korean.EUCKR},
	{name: "gb2312", module: "_codecs_cn", base: simplifiedchinese.GBK, gl: true, without: [][2]uint16{{0xa2a1, 0xa2aa}, {0xa2e3, 0xa2e3}, {0xa6e0, 0xa6f5}, {0xa8bb, 0xa8c0}},
		differs: map[uint16]rune{0xa1a4: 0x30fb, 0xa1aa: 0x2015}},
	{name: "gbk", module: "_codecs_cn", base: simplifiedchinese.GBK, without: [][2]uint16{{0xa2e3, 0xa2e3}, {0xa3a0, 0xa3a0}, {0xa8bf, 0xa8bf}, {0xa989, 0xa995}, {0xfe50, 0xfe9f}}},
	{name: "gb18030", module: "_codecs_cn", base: simplifiedchinese.GB18030, four: true},
}

// tables are the code points of single bytes, of pairs and of the two bytes
// after 0x8f, and the way back.
type tables struct {
	single [256]rune // -1: none
	pair   []rune    // by lead<<8|trail; 0: none
	triple []rune
	encode map[rune]uint32
}

func registerCharsets() {
	for _, c := range charsets {
		c.tables = sync.OnceValue(c.build)
	}
}

// lead tells whether a byte is the first of several.
func (c *charset) lead(b byte) bool {
	if c.shift {
		return b >= 0x81 && b <= 0x9f || b >= 0xe0 && (b <= 0xea || c.private && b <= 0xfc)
	}
	return b >= 0x80
}

func (c *charset) excluded(code uint16) bool {
	if c.gl && (code>>8 < 0xa1 || code&0xff < 0xa1) {
		return true
	}
	for _, r := range c.without {
		if code >= r[0] && code <= r[1] {
			return true
		}
	}
	return false
}

func (c *charset) build() *tables {
	t := &tables{pair: make([]rune, 1<<16), encode: map[rune]uint32{}}
	dec := c.base.NewDecoder()
	one := func(b ...byte) (rune, bool) {
		out, err := dec.Bytes(b)
		r := []rune(string(out))
		return first(r), err == nil && len(r) == 1 && r[0] != 0xfffd
	}
	add := func(r rune, code uint32) {
		if _, has := t.encode[r]; !has {
			t.encode[r] = code
		}
	}
	for i := range t.single {
		t.single[i] = -1
		switch b := byte(i); {
		case i < 0x80:
			t.single[i] = rune(i)
		case c.lead(b):
		case c.private && b == 0x80:
			t.single[i] = 0x80
		case c.private && (b == 0xa0 || b >= 0xfd):
			t.single[i] = 0xf8f0 + rune(max(0, i-0xfc))
		default:
			if r, ok := one(b); ok && i != 0x80 {
				t.single[i] = r
			}
		}
		if r := t.single[i]; r >= 0 {
			add(r, uint32(i))
		}
	}
	for code := 0x8000; code < 1<<16; code++ {
		a, b := byte(code>>8), byte(code)
		if !c.lead(a) || a == 0x80 || b < 0x30 || c.excluded(uint16(code)) {
			continue
		}
		r, ok := c.differs[uint16(code)]
		if !ok {
			r, ok = one(a, b)
		}
		if !ok && c.private && a >= 0xf0 && a <= 0xf9 && b >= 0x40 && b <= 0xfc && b != 0x7f {
			r, ok = 0xe000+rune(int(a)-0xf0)*188+rune(b)-0x40, true
			if b > 0x7f {
				r--
			}
		}
		if ok {
			t.pair[code] = r
			add(r, uint32(code))
		}
	}
	if c.triple {
		t.triple = make([]rune, 1<<16)
		for code := 0xa1a1; code < 0xffff; code++ {
			if r, ok := one(0x8f, byte(code>>8), byte(code)); ok {
				t.triple[code] = r
				add(r, 0x8f0000|uint32(code))
			}
		}
	}
	for r, code := range c.also {
		t.encode[r] = code
	}
	if c.triple {
		delete(t.encode, 0xff5e) // decoded, but not encoded
	}
	return t
}

func first(r []rune) rune {
	if len(r) == 0 {
		return -1
	}
	return r[0]
}

// next decodes the character at the beginning of b. n is 0 when it is not
// whole, negative when there is none such.
func (c *charset) next(t *tables, b []byte) (r rune, n int) {
	if r := t.single[b[0]]; r >= 0 {
		return r, 1
	}
	switch {
	case !c.lead(b[0]):
		return 0, -1
	case len(b) < 2:
		return 0, 0
	case c.triple && b[0] == 0x8f:
		if len(b) < 3 {
			return 0, 0
		}
		if r := t.triple[int(b[1])<<8|int(b[2])]; r != 0 {
			return r, 3
		}
		return 0, -1
	case c.hangul && b[0] == 0xa4 && b[1] == filler:
		return spelled(b)
	case c.four && b[1] >= '0' && b[1] <= '9':
		if len(b) < 4 {
			return 0, 0
		}
		out, err := c.base.NewDecoder().Bytes(b[:4])
		if rs := []rune(string(out)); err == nil && len(rs) == 1 && rs[0] != 0xfffd {
			return rs[0], 4
		}
		return 0, -1
	}
	if r := t.pair[int(b[0])<<8|int(b[1])]; r != 0 {
		return r, 2
	}
	return 0, -1
}

// append encodes a character.
func (c *charset) append(t *tables, out []byte, r rune) ([]byte, bool) {
	code, ok := t.encode[r]
	switch {
	case !ok && c.hangul && r >= 0xac00 && r <= 0xd7a3:
		return spell(out, int(r)-0xac00), true
	case !ok && c.four && (r < 0xd800 || r > 0xdfff):
		b, err := c.base.NewEncoder().Bytes([]byte(string(r)))
		return append(out, b...), err == nil && len(b) == 4
	case !ok:
		return out, false
	case code > 0xffff:
		out = append(out, byte(code>>16))
		fallthrough
	case code > 0xff:
		out = append(out, byte(code>>8))
	}
	return append(out, byte(code)), true
}

// A syllable that is spelled out is a filler and three letters, each after a
// byte 0xa4; the filler in third place says that there is no final consonant
// (KS X 1001, annex 3).
const (
	filler = 0xd4
	vowel  = 0xbf // the first vowel; the others follow
	vowels = 21
)

const (
	initials = "\xa1\xa2\xa4\xa7\xa8\xa9\xb1\xb2\xb3\xb5\xb6\xb7\xb8\xb9\xba\xbb\xbc\xbd\xbe"
	finals   = "\xd4\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa9\xaa\xab\xac\xad\xae\xaf\xb0\xb1\xb2\xb4\xb5\xb6\xb7\xb8\xba\xbb\xbc\xbd\xbe"
)

func spell(out []byte, n int) []byte {
	last := finals[n%len(finals)]
	n /= len(finals)
	return append(out, 0xa4, filler, 0xa4, initials[n/vowels], 0xa4, vowel+byte(n%vowels), 0xa4, last)
}

// spelled decodes a syllable that is spelled out.
func spelled(b []byte) (r rune, n int) {
	if len(b) < 8 {
		return 0, 0
	}
	first, mid, last := strings.IndexByte(initials, b[3]), int(b[5])-vowel, strings.IndexByte(finals, b[7])
	if b[2] != 0xa4 || b[4] != 0xa4 || b[6] != 0xa4 || first < 0 || mid < 0 || mid >= vowels || last < 0 {
		return 0, -1
	}
	return 0xac00 + rune((first*vowels+mid)*len(finals)+last), 8
}
