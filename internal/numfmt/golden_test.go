package numfmt

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"
)

type golden struct {
	Repr, Format, Float, Int, Tostring, Complex, Complexrepr, Fromhex, Round, Percent [][]any
}

// loadGolden reads what testdata/gen.py recorded. encoding/json turns a lone
// surrogate into U+FFFD, so escapes of surrogates are marked first.
func loadGolden(t testing.TB) *golden {
	t.Helper()
	data, err := os.ReadFile("testdata/golden.json")
	if err != nil {
		t.Fatal(err)
	}
	text := markSurrogates(string(data))
	var g golden
	if err := json.Unmarshal([]byte(text), &g); err != nil {
		t.Fatal(err)
	}
	return &g
}

const surrogateMark = "\uE000D800"

// markSurrogates replaces a lone \ud800 escape by private-use text.
func markSurrogates(s string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, `\ud800`)
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		b.WriteString(surrogateMark)
		s = s[i+6:]
	}
}

func str(v any) string {
	return strings.ReplaceAll(v.(string), surrogateMark, "\xED\xA0\x80")
}

func fromBits(s string) float64 {
	u, err := strconv.ParseUint(s, 16, 64)
	if err != nil {
		panic(err)
	}
	return math.Float64frombits(u)
}

func toBits(f float64) string {
	s := strconv.FormatUint(math.Float64bits(f), 16)
	return strings.Repeat("0", 16-len(s)) + s
}

// sameBits treats all NaNs of one sign as equal.
func sameBits(a, b string) bool {
	for len(a) >= 16 && len(b) >= 16 {
		x, y := fromBits(a[:16]), fromBits(b[:16])
		if math.Float64bits(x) != math.Float64bits(y) && !(x != x && y != y && math.Signbit(x) == math.Signbit(y)) {
			return false
		}
		a, b = a[16:], b[16:]
	}
	return a == b
}

// outcome is the recorded form of a result: the text, or "Class: message".
func outcome(s string, err error) (string, bool) {
	if err != nil {
		var limit *LimitError
		if errors.As(err, &limit) {
			return "ValueError: " + err.Error(), false
		}
		return err.Error(), false
	}
	return s, true
}

func recorded(v any) (string, bool) {
	if l, ok := v.([]any); ok {
		return str(l[0]), true
	}
	return str(v), false
}

func TestRepr(t *testing.T) {
	for _, r := range loadGolden(t).Repr {
		f := fromBits(r[0].(string))
		if got := ReprFloat(f); got != r[1] {
			t.Errorf("ReprFloat(%v) = %q, want %q", f, got, r[1])
		}
		if got := FloatHex(f); got != r[2] {
			t.Errorf("FloatHex(%v) = %q, want %q", f, got, r[2])
		}
	}
}

func formatValue(kind, typeName, text, spec string) (string, error) {
	kinds := map[string]Kind{"s": KindStr, "i": KindInt, "f": KindFloat, "c": KindComplex}
	sp, err := ParseSpec(spec, kinds[kind], typeName)
	if err != nil {
		return "", err
	}
	switch kind {
	case "s":
		return sp.FormatStr(text, typeName)
	case "f":
		return sp.FormatFloat(fromBits(text), typeName)
	case "c":
		return sp.FormatComplex(complex(fromBits(text[:16]), fromBits(text[16:])), typeName)
	}
	v, _ := new(big.Int).SetString(text, 10)
	if !v.IsInt64() {
		return sp.FormatBigInt(v, 0, typeName)
	}
	s1, err1 := sp.FormatInt(v.Int64(), typeName)
	s2, err2 := sp.FormatBigInt(v, 0, typeName)
	if s1 != s2 || (err1 == nil) != (err2 == nil) {
		return "", errors.New("FormatInt " + s1 + " and FormatBigInt " + s2 + " differ")
	}
	return s1, err1
}

func TestFormat(t *testing.T) {
	for _, r := range loadGolden(t).Format {
		kind, name, text, spec := str(r[0]), str(r[1]), str(r[2]), str(r[3])
		got, ok := outcome(formatValue(kind, name, text, spec))
		want, wantOK := recorded(r[4])
		if got != want || ok != wantOK {
			t.Errorf("format(%s %s, %q) = %q, want %q", kind, text, spec, got, want)
		}
	}
}

func TestParseFloat(t *testing.T) {
	for _, r := range loadGolden(t).Float {
		f, ok := ParseFloat(ASCIINumber(str(r[0])))
		want, wantOK := recorded(r[1])
		if ok != wantOK || ok && !sameBits(toBits(f), want) {
			t.Errorf("float(%.60q) = %v %v, want %s", str(r[0]), f, ok, want)
		}
	}
}

func TestParseInt(t *testing.T) {
	for _, r := range loadGolden(t).Int {
		text, base, limit := str(r[0]), int(r[1].(float64)), int(r[2].(float64))
		v, z, err := ParseInt(ASCIINumber(text), base, limit)
		if z == nil {
			z = big.NewInt(v)
		} else if z.IsInt64() {
			t.Errorf("int(%q, %d): small value came back big", text, base)
		}
		shown := z.String()
		if limit > 0 {
			shown = z.Text(16)
		}
		got, ok := outcome(shown, err)
		want, wantOK := recorded(r[3])
		if err == ErrSyntax {
			if !strings.HasPrefix(want, "ValueError: invalid literal") {
				t.Errorf("int(%.60q, %d): syntax error, want %s", text, base, want)
			}
		} else if got != want || ok != wantOK {
			t.Errorf("int(%.60q, %d) = %s, want %s", text, base, got, want)
		}
	}
}

func TestIntToString(t *testing.T) {
	for _, r := range loadGolden(t).Tostring {
		v, _ := new(big.Int).SetString(str(r[0]), 16)
		got, ok := outcome(IntToString(v, 700))
		want, wantOK := recorded(r[1])
		if got != want || ok != wantOK {
			t.Errorf("str(%s) = %s, want %s", r[0], got, want)
		}
	}
}

// TestParseIntLong covers the recursion by halves, every base.
func TestParseIntLong(t *testing.T) {
	for base := 2; base <= 36; base++ {
		for _, n := range []int{leafDigits - 1, leafDigits, leafDigits + 1, 2 * leafDigits, 2*leafDigits + 1, 4*leafDigits + 7, 9000} {
			want := new(big.Int).Exp(big.NewInt(int64(base)), big.NewInt(int64(n)), nil)
			want.Sub(want, big.NewInt(12345))
			_, got, err := ParseInt(want.Text(base), base, 0)
			if err != nil || got.Cmp(want) != 0 {
				t.Fatalf("base %d, %d digits: wrong value (%v)", base, n, err)
			}
		}
	}
}

func TestComplex(t *testing.T) {
	g := loadGolden(t)
	for _, r := range g.Complex {
		c, ok := ParseComplex(ASCIINumber(str(r[0])))
		want, wantOK := recorded(r[1])
		if ok != wantOK || ok && !sameBits(toBits(real(c))+toBits(imag(c)), want) {
			t.Errorf("complex(%q) = %v %v, want %s", str(r[0]), c, ok, want)
		}
	}
	for _, r := range g.Complexrepr {
		b := str(r[0])
		if got := ReprComplex(complex(fromBits(b[:16]), fromBits(b[16:]))); got != r[1] {
			t.Errorf("ReprComplex = %q, want %q", got, r[1])
		}
	}
}

func TestFloatHex(t *testing.T) {
	for _, r := range loadGolden(t).Fromhex {
		f, err := ParseFloatHex(str(r[0]))
		got, ok := outcome(toBits(f), err)
		want, wantOK := recorded(r[1])
		if ok != wantOK || ok && !sameBits(got, want) || !ok && got != want {
			t.Errorf("fromhex(%.60q) = %s, want %s", str(r[0]), got, want)
		}
	}
}

func TestRound(t *testing.T) {
	for _, r := range loadGolden(t).Round {
		f, n := fromBits(str(r[0])), int(r[1].(float64))
		x, err := RoundFloat(f, n)
		got, ok := outcome(toBits(x), err)
		want, wantOK := recorded(r[2])
		if ok != wantOK || ok && !sameBits(got, want) || !ok && got != want {
			t.Errorf("round(%v, %d) = %v %s, want %s", f, n, x, got, want)
		}
	}
}

// runPercent does what the str and bytes types do with the segments.
func runPercent(format string, isBytes bool, kind, text string) (string, error) {
	var out strings.Builder
	for _, seg := range ParsePercent(format, isBytes) {
		if seg.KeyErr != nil || seg.Err != nil {
			return "", errors.Join(seg.KeyErr, seg.Err)
		}
		if seg.IsLiteral() {
			out.WriteString(seg.Literal)
			continue
		}
		field := seg.Field()
		var s string
		var err error
		switch conv := byte(seg.Conv); {
		case seg.Conv >= 128 || !strings.Contains("diuoxXeEfFgGs", string(seg.Conv)):
			err = seg.Unsupported()
		case kind == "s":
			s, err = field.PadText(text, isBytes)
		case kind == "f":
			s, err = field.FormatFloat(fromBits(text), conv)
		default:
			v, _ := new(big.Int).SetString(text, 10)
			if s, err = field.FormatBigInt(v, 0, conv); err == nil && v.IsInt64() {
				var s2 string
				if s2, err = field.FormatInt(v.Int64(), conv); s2 != s {
					err = errors.New("FormatInt and FormatBigInt differ")
				}
			}
		}
		if err != nil {
			return "", err
		}
		out.WriteString(s)
	}
	return out.String(), nil
}

// latin1 turns code points below 256 into bytes.
func latin1(s string) string {
	var b []byte
	for _, r := range s {
		b = append(b, byte(r))
	}
	return string(b)
}

func TestPercent(t *testing.T) {
	for _, r := range loadGolden(t).Percent {
		format, isBytes, kind, text := str(r[0]), r[1].(bool), str(r[2]), str(r[3])
		want, wantOK := recorded(r[4])
		if !wantOK && strings.HasPrefix(want, "TypeError") {
			continue // argument counting is the caller's
		}
		if isBytes {
			format, text = latin1(format), latin1(text)
		}
		got, ok := outcome(runPercent(format, isBytes, kind, text))
		if isBytes && wantOK {
			want = latin1(want)
		}
		if got != want || ok != wantOK {
			t.Errorf("%q %% %s %s (bytes %v) = %q, want %q", format, kind, text, isBytes, got, want)
		}
	}
}

func TestPercentStars(t *testing.T) {
	segs := ParsePercent("%(k)-*.*fz%", false)
	if len(segs) != 3 || segs[0].Key != "k" || !segs[0].StarWidth || !segs[0].StarPrecision || segs[0].Conv != 'f' ||
		segs[1].Literal != "z" || segs[2].Err == nil {
		t.Fatalf("%+v", segs)
	}
	f := PercentField{Width: -1, Precision: -1}
	f.SetWidth(-6)
	f.SetPrecision(-3)
	if s, err := f.FormatFloat(2.5, 'f'); s != "2     " || err != nil {
		t.Errorf("%q %v", s, err)
	}
}

func TestTooWide(t *testing.T) {
	sp, err := ParseSpec("999999999999", KindInt, "int")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sp.FormatInt(1, "int"); err == nil || err.(*Error).Class != MemoryError {
		t.Errorf("want MemoryError, got %v", err)
	}
}

func FuzzFormat(f *testing.F) {
	f.Add("*^+#012_.3f", 1.5)
	f.Fuzz(func(t *testing.T, spec string, v float64) {
		for _, k := range []Kind{KindStr, KindInt, KindFloat, KindComplex} {
			sp, err := ParseSpec(spec, k, "x")
			if err != nil || sp.Width > 5000 || sp.Precision > 5000 {
				continue
			}
			_, _ = sp.FormatStr("ab\xED\xA0\x80", "x")
			_, _ = sp.FormatInt(int64(v), "x")
			_, _ = sp.FormatFloat(v, "x")
			_, _ = sp.FormatComplex(complex(v, 1), "x")
		}
		for _, seg := range ParsePercent(spec, true) {
			_ = seg.Unsupported()
		}
		ParseFloat(spec)
		ParseComplex(spec)
		ParseInt(spec, 0, 0)
		_, _ = ParseFloatHex(spec)
		ASCIINumber(spec)
	})
}

func BenchmarkReprFloat(b *testing.B) {
	for i := range b.N {
		ReprFloat(float64(i) * 0.1)
	}
}

func BenchmarkParseFloat(b *testing.B) {
	for range b.N {
		ParseFloat("3.14159265358979")
	}
}

func BenchmarkFormatFixed(b *testing.B) {
	sp, _ := ParseSpec(".2f", KindFloat, "float")
	for i := range b.N {
		_, _ = sp.FormatFloat(float64(i)*0.1, "float")
	}
}

func BenchmarkParseIntMillion(b *testing.B) {
	s := strings.Repeat("1234567890", 100000)
	for range b.N {
		ParseInt(s, 10, 0)
	}
}
