package py

import (
	"math/big"
	"math/rand"
	"testing"
)

// TestWideArith compares with math/big over operands around the borders of the
// machine words.
func TestWideArith(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	var nums []*big.Int
	for _, sh := range []uint{0, 1, 31, 32, 62, 63, 64, 65, 126, 127, 128, 129} {
		for _, d := range []int64{-1, 0, 1} {
			n := new(big.Int).Add(new(big.Int).Lsh(big.NewInt(1), sh), big.NewInt(d))
			nums = append(nums, n, new(big.Int).Neg(n))
		}
	}
	for range 100 {
		n := new(big.Int).Rand(rng, new(big.Int).Lsh(big.NewInt(1), uint(rng.Intn(130))+1))
		nums = append(nums, n, new(big.Int).Neg(n))
	}
	ops := map[BinaryOp]func(z, a, b *big.Int) *big.Int{
		OpAdd: (*big.Int).Add, OpSub: (*big.Int).Sub, OpMul: (*big.Int).Mul, OpAnd: (*big.Int).And, OpOr: (*big.Int).Or, OpXor: (*big.Int).Xor,
		OpMod:      func(z, a, b *big.Int) *big.Int { _, r := floorDivMod(a, b); return r },
		OpFloorDiv: func(z, a, b *big.Int) *big.Int { q, _ := floorDivMod(a, b); return q },
		OpRShift:   func(z, a, b *big.Int) *big.Int { return z.Rsh(a, uint(b.Uint64())) },
		OpLShift:   func(z, a, b *big.Int) *big.Int { return z.Lsh(a, uint(b.Uint64())) },
	}
	done := map[BinaryOp]int{}
	for op, f := range ops {
		for _, a := range nums {
			for _, b := range nums {
				if (op == OpRShift || op == OpLShift) && (b.Sign() < 0 || b.BitLen() > 9) {
					continue
				}
				w, ok := wideArith(op, NewBig(a), NewBig(b))
				if !ok {
					continue
				}
				v := w.value()
				done[op]++
				if want := f(new(big.Int), a, b); bigOf(v).Cmp(want) != 0 || (v.p == &intTag) != want.IsInt64() {
					t.Fatalf("%s: %s, %s: %s, want %s", binarySigns[op], a, b, bigOf(v), want)
				}
			}
		}
	}
	for op := range ops {
		if done[op] < 500 {
			t.Errorf("%s: only %d cases", binarySigns[op], done[op])
		}
	}
}
