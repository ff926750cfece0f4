package unidata

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// checksums is what gen/gen.py computed with CPython.
type checksums struct {
	Groups, Strings map[string][2]string
	Pool, Aliases   string
	Lookup          map[string][2]*string
	Oldlookup       int
}

func loadChecksums(t *testing.T) (c checksums) {
	b, err := os.ReadFile("testdata/checksums.json")
	if err == nil {
		err = json.Unmarshal(b, &c)
	}
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var forms = [...]Form{NFC, NFD, NFKC, NFKD}

func bit(v bool) string {
	if v {
		return "1"
	}
	return "0"
}

func optInt(v int, ok bool) string {
	if !ok {
		return ""
	}
	return strconv.Itoa(v)
}

func optFloat(v float64, ok bool) string {
	if !ok {
		return ""
	}
	return fmt.Sprintf("%016x", math.Float64bits(v))
}

func identity(s, c string) string {
	if s == c {
		return ""
	}
	return hex.EncodeToString([]byte(s))
}

func general(db Database, r rune) []string {
	return []string{db.Category(r), db.Bidirectional(r), strconv.Itoa(db.Combining(r)), db.EastAsianWidth(r), bit(db.Mirrored(r))}
}

func numeric(db Database, r rune) []string {
	dec, ok1 := db.Decimal(r)
	dig, ok2 := db.Digit(r)
	num, ok3 := db.Numeric(r)
	return []string{optInt(dec, ok1), optInt(dig, ok2), optFloat(num, ok3)}
}

func normalForms(db Database, c string) (out []string) {
	for _, f := range forms {
		out = append(out, identity(db.Normalize(f, c), c))
	}
	return out
}

// groups dumps the properties of a code point as gen.py does.
var groups = map[string]func(r rune, c string) []string{
	"general":       func(r rune, c string) []string { return general(Current, r) },
	"numeric":       func(r rune, c string) []string { return numeric(Current, r) },
	"decomposition": func(r rune, c string) []string { return []string{Current.Decomposition(r)} },
	"normalize":     func(r rune, c string) []string { return normalForms(Current, c) },
	"isnormalized": func(r rune, c string) (out []string) {
		for _, f := range forms {
			out = append(out, bit(Current.IsNormalized(f, c)))
		}
		return out
	},
	"name": func(r rune, c string) []string { return []string{Current.Name(r)} },
	"predicates": func(r rune, c string) (out []string) {
		for _, v := range [...]bool{IsAlpha(r), IsDecimal(r), IsDigit(r), IsNumeric(r), IsAlnum(r), IsSpace(r), IsPrintable(r),
			IsLower(r), IsUpper(r), StringIsTitle(c), IsXIDStart(r), IsXIDContinue(r), IsCased(r), IsCaseIgnorable(r), IsLineBreak(r)} {
			out = append(out, bit(v))
		}
		return out
	},
	"case": func(r rune, c string) (out []string) {
		for _, f := range caseFuncs {
			out = append(out, identity(f(c), c))
		}
		return out
	},
	"simplecase": func(r rune, c string) (out []string) {
		for _, v := range [...]rune{SimpleLower(r), SimpleUpper(r), SimpleTitle(r)} {
			out = append(out, identity(wtf8.EncodeRune(v), c))
		}
		return out
	},
	"old": func(r rune, c string) []string {
		out := append(general(Old, r), numeric(Old, r)...)
		return append(append(out, Old.Decomposition(r), Old.Name(r)), normalForms(Old, c)...)
	},
}

var caseFuncs = []func(string) string{Lower, Upper, Title, Capitalize, Casefold, Swapcase}

var stringGroups = map[string]func(s string) []string{
	"normalize": func(s string) (out []string) {
		for _, f := range forms {
			out = append(out, hex.EncodeToString([]byte(Current.Normalize(f, s))))
		}
		for _, f := range forms {
			out = append(out, bit(Current.IsNormalized(f, s)))
		}
		return out
	},
	"oldnormalize": func(s string) (out []string) {
		for _, f := range forms {
			out = append(out, hex.EncodeToString([]byte(Old.Normalize(f, s))))
		}
		return out
	},
	"case": func(s string) (out []string) {
		for _, f := range caseFuncs {
			out = append(out, hex.EncodeToString([]byte(f(s))))
		}
		return out
	},
	"predicates": func(s string) []string {
		return []string{bit(StringIsLower(s)), bit(StringIsUpper(s)), bit(StringIsTitle(s)), bit(StringIsIdentifier(s)),
			bit(StringIsPrintable(s)), bit(StringIsAlnum(s))}
	},
}

func sum(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)) }

// part chooses between the checksum over a first part, for -short, and that over all.
func part(short, full int) (which, end int) {
	if testing.Short() {
		return 0, short
	}
	return 1, full
}

// TestEveryCodePoint compares checksums over all code points. To find a difference,
// diff the output of UNIDATA_DUMP=group with that of gen.py --dump group.
func TestEveryCodePoint(t *testing.T) {
	want := loadChecksums(t)
	if len(want.Groups) != len(groups) {
		t.Error("groups differ from gen.py")
	}
	for name, dump := range groups {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := sha256.New()
			w := bufio.NewWriterSize(h, 1<<16)
			var file *bufio.Writer
			if os.Getenv("UNIDATA_DUMP") == name {
				f, err := os.Create(os.Getenv("UNIDATA_DUMP_FILE"))
				if err != nil {
					t.Fatal(err)
				}
				defer f.Close()
				file = bufio.NewWriter(f)
				defer file.Flush()
			}
			which, end := part(0x32400, 0x110000)
			for r := rune(0); r < rune(end); r++ {
				line := strings.Join(dump(r, wtf8.EncodeRune(r)), ";")
				w.WriteString(line)
				w.WriteByte('\n')
				if file != nil {
					fmt.Fprintln(file, line)
				}
			}
			w.Flush()
			if got := sum(h); got != want.Groups[name][which] {
				t.Errorf("checksum %s, want %s", got, want.Groups[name][which])
			}
		})
	}
}

// lcg is the generator of gen.py.
type lcg uint64

func (x *lcg) next(n int) int {
	*x = *x*6364136223846793005 + 1442695040888963407
	return int(uint64(*x>>33) % uint64(n))
}

func pool() (rs []rune) {
	for r := rune(0); r <= wtf8.MaxRune; r++ {
		c := wtf8.EncodeRune(r)
		p := props(r)
		if p.flags&(flagDecomposes|flagNFCMaybe) != 0 || p.combining != 0 || Lower(c) != c || Upper(c) != c ||
			IsCaseIgnorable(r) && r < 0x3000 || 0xAC00 <= r && r < 0xAE00 || 0x1100 <= r && r < 0x1200 {
			rs = append(rs, r)
		}
	}
	return rs
}

func TestRandomStrings(t *testing.T) {
	want := loadChecksums(t)
	pool := pool()
	var list []string
	for _, r := range pool {
		list = append(list, strconv.Itoa(int(r)))
	}
	if h := sha256.Sum256([]byte(strings.Join(list, ","))); hex.EncodeToString(h[:]) != want.Pool {
		t.Fatal("the pool of characters differs from that of gen.py")
	}
	sigma := []rune{0x3a3, 0x41, 0x61, 0x20, 0x2e, 0x300, 0x345, 0xad, 0x1c5, 0x130, 0xdf, 0x2170, 0x61, 0xaa}
	hashes := map[string]hash.Hash{}
	for name := range stringGroups {
		hashes[name] = sha256.New()
	}
	rng := lcg(7)
	which, count := part(10000, 60000)
	for range count {
		kind := rng.next(4)
		var b []byte
		for n := rng.next(24); n > 0; n-- {
			var r rune
			switch pick := rng.next(8); {
			case kind == 0 || pick == 0:
				r = rune(rng.next(0x110000))
			case kind == 1 || pick == 1:
				r = sigma[rng.next(len(sigma))]
			case kind == 2 && pick < 6:
				r = 0x300 + rune(rng.next(0x70))
			default:
				r = pool[rng.next(len(pool))]
			}
			b = wtf8.AppendRune(b, r)
		}
		s := string(b)
		for name, f := range stringGroups {
			fmt.Fprintln(hashes[name], hex.EncodeToString(b)+";"+strings.Join(f(s), ";"))
		}
	}
	for name, h := range hashes {
		if got := sum(h); got != want.Strings[name][which] {
			t.Errorf("%s: checksum %s, want %s", name, got, want.Strings[name][which])
		}
	}
}

func TestLookup(t *testing.T) {
	want := loadChecksums(t)
	for name, results := range want.Lookup {
		for i, db := range []Database{Current, Old} {
			got, ok := db.Lookup(name)
			if ok != (results[i] != nil) || ok && hex.EncodeToString([]byte(got)) != *results[i] {
				t.Errorf("database %d: %q gives %q, %v; want %v", i, name, got, ok, results[i])
			}
		}
	}
	h := sha256.New()
	for n := nameChars; n < nameChars+nameAliases+len(namedSequences); n++ {
		name := string(appendName(nil, n, 0))
		s, ok := Current.Lookup(strings.ToLower(name))
		if !ok {
			t.Errorf("%q is not found", name)
		}
		_, old := Old.Lookup(name)
		fmt.Fprintf(h, "%s;%x;%s\n", name, s, bit(old))
		_, single := LookupRune(name)
		if single != (n < nameChars+nameAliases) {
			t.Errorf("LookupRune(%q): %v", name, single)
		}
	}
	if sum(h) != want.Aliases {
		t.Errorf("aliases: checksum %s, want %s", sum(h), want.Aliases)
	}
	found := 0
	for r := rune(0); r <= wtf8.MaxRune; r++ {
		if name := Current.Name(r); name != "" {
			if got, ok := LookupRune(name); !ok || got != r {
				t.Fatalf("%q is U+%04X, found U+%04X, %v", name, r, got, ok)
			}
			found++
			if len(name) >= MaxNameLen {
				t.Fatalf("%q is too long", name)
			}
		}
	}
	if found < nameChars || want.Oldlookup != nameChars {
		t.Errorf("%d names found of %d; the old database finds %d", found, nameChars, want.Oldlookup)
	}
}

func TestOutOfRange(t *testing.T) {
	for _, r := range []rune{-1, 0x110000, math.MaxInt32, math.MinInt32} {
		if Current.Category(r) != "Cn" || Old.Category(r) != "Cn" || Current.Name(r) != "" || SimpleLower(r) != r ||
			Current.Decomposition(r) != "" || IsAlpha(r) || DecimalValue(r) != -1 {
			t.Errorf("%d must be unassigned", r)
		}
		Current.appendDecomposed(nil, r, true)
	}
	for _, s := range []string{"\xff\xfe", "a\xcc", "\xe1\xba", "\u0301\xcc\u0300\xcc"} {
		for _, f := range forms {
			Current.Normalize(f, s)
			Old.Normalize(f, s)
		}
		for _, f := range caseFuncs {
			f(s)
		}
	}
}

// TestASCIIPaths compares the fast ways for ASCII with the general ones, which a
// non-ASCII character that maps to itself at the end brings about.
func TestASCIIPaths(t *testing.T) {
	rng := lcg(3)
	for n := range 3000 {
		b := make([]byte, n%40)
		for i := range b {
			b[i] = "aZ @[`{09_\x00\x7fqM"[rng.next(14)]
			if rng.next(3) == 0 {
				b[i] = byte(rng.next(128))
			}
		}
		s := string(b)
		for i, f := range caseFuncs {
			if got, want := f(s), strings.TrimSuffix(f(s+"\u3000"), "\u3000"); got != want {
				t.Fatalf("function %d of %q: %q, want %q", i, s, got, want)
			}
		}
	}
}

func TestLongCombiningRun(t *testing.T) {
	s := "a" + strings.Repeat("\u0301\u0323", 100000)
	if got := Current.Normalize(NFC, s); !strings.HasPrefix(got, "ạ\u0323\u0323") || !strings.HasSuffix(got, "\u0301\u0301") {
		t.Errorf("%.40q", got)
	}
}

func BenchmarkLowerASCII(b *testing.B) {
	s := strings.Repeat("Hello World ", 10)
	for b.Loop() {
		Lower(s)
	}
}

func BenchmarkLookup(b *testing.B) {
	for b.Loop() {
		LookupRune("LATIN SMALL LETTER E WITH ACUTE")
	}
}

func BenchmarkNormalizeNFC(b *testing.B) {
	s := strings.Repeat("Ça déjà vu ", 100)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Current.Normalize(NFC, s)
	}
}
