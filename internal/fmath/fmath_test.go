package fmath

import (
	"math"
	"math/big"
	"math/rand"
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// TestKnown holds values where careless computing is off by a bit or more.
func TestKnown(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"exp", Exp(709.5), 1.3549863193146328e+308}, {"exp", Exp(710), math.Inf(1)}, {"exp", Exp(-745), 5e-324}, {"exp", Exp(-750), 0}, {"exp", Exp(1), math.E},
		{"pow", Pow(2.5, 1.5), 3.952847075210474}, {"pow", Pow(10, 22), 1e22}, {"pow", Pow(10, 308), 1e308}, {"pow", Pow(10, -320), 1e-320}, {"pow", Pow(-2, 3), -8},
		{"pow", Pow(2, 1024), math.Inf(1)}, {"pow", Pow(2, -1074), 5e-324}, {"pow", Pow(1.0000000001, 1e10), 2.7182820532347876}, {"pow", Pow(5e-324, 0.25), 1.4908919308538355e-81},
		{"cos", Cos(1 << 70), 0.060314849224819785}, {"sin", Sin(1e22), -0.8522008497671888}, {"sin", Sin(math.Pi), 1.2246467991473532e-16}, {"tan", Tan(1e300), 1.4214488238747245},
		{"acos", Acos(0.5), 1.0471975511965979}, {"atan", Atan(5.5), 1.3909428270024184}, {"atan2", Atan2(1e-5, 10), 9.999999999996666e-07}, {"asin", Asin(0.5), 0.5235987755982989},
		{"acosh", Acosh(3), 1.762747174039086}, {"exp2", Exp2(5.5), 45.254833995939045}, {"log", Log(5e-324), -744.4400719213812},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}

// TestAgainstC compares with a Python that uses the C library: results may
// differ in one last bit, and seldom.
func TestAgainstC(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	funcs := map[string]func(float64) float64{"exp": Exp, "log": Log, "sin": Sin, "cos": Cos, "tan": Tan, "asin": Asin, "acos": Acos, "atan": Atan, "sinh": Sinh, "cosh": Cosh, "tanh": Tanh,
		"asinh": Asinh, "acosh": Acosh, "atanh": Atanh, "log2": Log2, "log10": Log10, "log1p": Log1p, "expm1": Expm1}
	rnd := rand.New(rand.NewSource(1))
	for name, f := range funcs {
		var in strings.Builder
		var xs []float64
		for range 400 {
			x := rnd.NormFloat64() * math.Pow(10, float64(rnd.Intn(6)-3))
			switch name {
			case "asin", "acos", "atanh":
				x = rnd.Float64()*2 - 1
			case "log", "log2", "log10":
				x = math.Abs(x) * math.Pow(10, float64(rnd.Intn(40)-20))
			case "log1p":
				x = math.Abs(x) - 0.5
			case "acosh":
				x = math.Abs(x) + 1
			}
			xs = append(xs, x)
			in.WriteString(strconv.FormatFloat(x, 'g', -1, 64) + "\n")
		}
		cmd := exec.Command(python, "-c", "import sys, math\nf = getattr(math, sys.argv[1])\nfor line in sys.stdin:\n    try: print(repr(f(float(line))))\n    except (OverflowError, ValueError): print('inf')", name)
		cmd.Stdin = strings.NewReader(in.String())
		out, err := cmd.Output()
		if err != nil {
			t.Skip(err)
		}
		off := 0
		for i, line := range strings.Fields(string(out)) {
			want, _ := strconv.ParseFloat(line, 64)
			got := f(xs[i])
			if math.IsInf(want, 0) {
				continue
			}
			if got != want {
				off++
				if math.Abs(got-want) > math.Abs(want)*0x1p-51 {
					t.Errorf("%s(%v) = %v, C has %v", name, xs[i], got, want)
				}
			}
		}
		t.Logf("%s: %d of %d differ in the last bit", name, off, len(xs))
	}
}

// TestPowExact compares integer powers with exact arithmetic.
func TestPowExact(t *testing.T) {
	rnd := rand.New(rand.NewSource(2))
	for range 2000 {
		x, n := math.Trunc(rnd.Float64()*1000)+2, rnd.Intn(60)+3
		b := new(big.Int).Exp(big.NewInt(int64(x)), big.NewInt(int64(n)), nil)
		want, _ := new(big.Float).SetInt(b).Float64()
		if got := Pow(x, float64(n)); got != want {
			t.Errorf("%v ** %d = %v, want %v", x, n, got, want)
		}
	}
}

func BenchmarkPow(b *testing.B) {
	for b.Loop() {
		Pow(1.2345, 0.987)
	}
}

func BenchmarkPowHalves(b *testing.B) {
	for b.Loop() {
		Pow(1.2345, -1.5)
	}
}

func BenchmarkSin(b *testing.B) {
	for b.Loop() {
		Sin(1.2345)
	}
}
