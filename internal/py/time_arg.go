package py

import (
	"math"
	"math/big"

	"github.com/coachwhip/coachwhip/internal/host"
)

// Rounding says how a time with more digits than the system keeps is rounded.
type Rounding uint8

// The ways to round times (PEP 564 and the time functions that came before).
const (
	RoundFloor    Rounding = iota // towards minus infinity
	RoundCeiling                  // towards infinity
	RoundHalfEven                 // to nearest, ties to even
	RoundUp                       // away from zero
)

func (r Rounding) apply(x float64) float64 {
	switch r {
	case RoundFloor:
		return math.Floor(x)
	case RoundCeiling:
		return math.Ceil(x)
	case RoundHalfEven:
		return math.RoundToEven(x)
	}
	if x >= 0 {
		return math.Ceil(x)
	}
	return math.Floor(x)
}

// TimeFrom converts a number of seconds, float or int, to a time in
// nanoseconds of the range of time_t.
func (t *Thread) TimeFrom(v Value, round Rounding) (host.Time, *Exc) {
	if v.p.typ.flags&FlagFloatSubclass != 0 {
		f := floatOf(v)
		if math.IsNaN(f) {
			return host.Time{}, t.ValueErr("Invalid value NaN (not a number)")
		}
		sec, frac := math.Modf(f)
		ns := round.apply(frac * 1e9)
		if ns >= 1e9 {
			ns -= 1e9
			sec++
		} else if ns < 0 {
			ns += 1e9
			sec--
		}
		if !(sec >= -9223372036854775808.0 && sec < 9223372036854775808.0) {
			return host.Time{}, t.Raise(OverflowError, "timestamp out of range for platform time_t")
		}
		return host.Time{Sec: int64(sec), Nsec: int64(ns)}, nil
	}
	x, err := t.Index(v)
	if err != nil {
		return host.Time{}, err
	}
	if x.p != &intTag {
		return host.Time{}, t.Raise(OverflowError, "timestamp out of range for platform time_t")
	}
	return host.Time{Sec: x.int()}, nil
}

// Seconds converts a number of seconds, float or int, to whole seconds.
func (t *Thread) Seconds(v Value, round Rounding) (int64, *Exc) {
	if v.p.typ.flags&FlagFloatSubclass != 0 {
		f := floatOf(v)
		if math.IsNaN(f) {
			return 0, t.ValueErr("Invalid value NaN (not a number)")
		}
		f = round.apply(f)
		if !(f >= -9223372036854775808.0 && f < 9223372036854775808.0) {
			return 0, t.Raise(OverflowError, "timestamp out of range for platform time_t")
		}
		return int64(f), nil
	}
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if x.p != &intTag {
		return 0, t.Raise(OverflowError, "timestamp out of range for platform time_t")
	}
	return x.int(), nil
}

// Duration converts a number of seconds to nanoseconds, for timeouts. What does
// not fit into 64 bits is an OverflowError.
func (t *Thread) Duration(v Value, round Rounding) (int64, *Exc) {
	if v.p.typ.flags&FlagFloatSubclass != 0 {
		f := floatOf(v)
		if math.IsNaN(f) {
			return 0, t.ValueErr("Invalid value NaN (not a number)")
		}
		f = round.apply(f * 1e9)
		if !(f >= -9223372036854775808.0 && f < 9223372036854775808.0) {
			return 0, t.Raise(OverflowError, "timestamp out of range for platform time_t")
		}
		return int64(f), nil
	}
	if v.p.typ.slots.Index == nil {
		return 0, t.TypeErr("'%s' object cannot be interpreted as an integer", v.p.typ.name)
	}
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	n := new(big.Int).Mul(bigOf(x), big.NewInt(1e9))
	if !n.IsInt64() {
		return 0, t.Raise(OverflowError, "timestamp too large to convert to C PyTime_t")
	}
	return n.Int64(), nil
}
