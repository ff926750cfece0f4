package decimal

import (
	"math/big"
	"testing"
)

func mustParse(t testing.TB, s string) num {
	t.Helper()
	n, ok := parse(s)
	if !ok {
		t.Fatalf("%q does not parse", s)
	}
	return n
}

func newWork(prec int64) work {
	return work{prec: prec, emax: 999999, emin: -999999, round: roundHalfEven, consts: new(constants)}
}

func TestDigits(t *testing.T) {
	for k := 0; k < 300; k++ {
		p := new(big.Int).Set(pow10(k))
		n := num{}
		n.setCoef(p)
		if d := n.digits(); d != k+1 {
			t.Errorf("10**%d has %d digits", k, d)
		}
		if k > 0 {
			n.setCoef(new(big.Int).Sub(p, big.NewInt(1)))
			if d := n.digits(); d != k {
				t.Errorf("10**%d - 1 has %d digits", k, d)
			}
		}
	}
}

func TestFunctions(t *testing.T) {
	for _, x := range []struct {
		name string
		f    func(w *work, a num) num
		arg  string
		want string
	}{
		{"exp", (*work).exp, "1", "2.718281828459045235360287471352662497757247093699960"},
		{"exp", (*work).exp, "-700.5", "5.980196118639791206412107330495100047980772892641430E-305"},
		{"ln", (*work).ln, "2", "0.6931471805599453094172321214581765680755001343602553"},
		{"ln", (*work).ln, "1.0000000001", "9.999999999500000000033333333330833333333533333333317E-11"},
		{"log10", (*work).log10, "2", "0.3010299956639811952137388947244930267681898814621085"},
		{"log10", (*work).log10, "1E+50", "50"},
		{"sqrt", (*work).sqrt, "2", "1.414213562373095048801688724209698078569671875376948"},
		{"sqrt", (*work).sqrt, "0.0225", "0.15"},
	} {
		w := newWork(52)
		r := x.f(&w, mustParse(t, x.arg))
		if got := r.text(false, true); got != x.want {
			t.Errorf("%s(%s) = %s, want %s", x.name, x.arg, got, x.want)
		}
	}
}

// FuzzArith checks laws that hold for all operands, and that nothing panics.
func FuzzArith(f *testing.F) {
	for _, s := range []string{"0", "-0", "1.5", "1E+999999", "1E-1000010", "123456789012345678901234567890", "Infinity", "NaN12", "sNaN", "9.99999999999999999999999999"} {
		f.Add(s, "7", int64(9))
		f.Add("3", s, int64(28))
	}
	f.Fuzz(func(t *testing.T, x, y string, prec int64) {
		a, ok1 := parse(x)
		b, ok2 := parse(y)
		if !ok1 || !ok2 || len(x) > 200 || len(y) > 200 || prec < 1 || prec > 200 {
			return
		}
		w := newWork(prec)
		a, b = w.finish(a), w.finish(b)
		for _, op := range both {
			switch {
			case op.f1 != nil:
				if op.name == "exp" && a.kind == finite && a.adjusted() > 6 {
					continue
				}
				op.f1(&w, a)
			case op.f2 != nil:
				op.f2(&w, a, b)
			}
		}
		if w.power(a, small(3)); a.kind != finite || b.kind != finite {
			return
		}
		w.status = 0
		s1, s2 := w.add(a, b), w.add(b, a)
		if s1.text(false, true) != s2.text(false, true) {
			t.Errorf("%s + %s: %s and %s", x, y, s1.text(false, true), s2.text(false, true))
		}
		if text := s1.text(false, true); s1.kind == finite {
			if back, ok := parse(text); !ok || compareTotal(back, s1) != 0 {
				t.Errorf("%s does not come back from its text", text)
			}
		}
		w.status = 0
		q, r := w.divmod(a, b)
		if w.status == 0 && q.kind == finite && r.kind == finite {
			back := w.fma(q, b, r)
			if w.status&inexact == 0 && compare(&back, &a) != 0 {
				t.Errorf("divmod(%s, %s) does not add up", x, y)
			}
		}
	})
}
