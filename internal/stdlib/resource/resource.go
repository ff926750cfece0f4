// Package resource is the module resource: resource usage and limits.
package resource

import (
	"math"
	"math/big"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

func fields(names ...string) []py.StructSeqField {
	f := make([]py.StructSeqField, len(names))
	for i, n := range names {
		f[i].Name = n
	}
	return f
}

var rusageType = py.RegisterStructSeq(py.StructSeqSpec{
	Name: "resource.struct_rusage", Doc: "struct_rusage: Result from getrusage.",
	Fields: fields("ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap",
		"ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw"),
})

// RusageValue makes a struct_rusage.
func RusageValue(r *host.Rusage) py.Value {
	vals := []py.Value{py.Float64(r.Utime.Seconds()), py.Float64(r.Stime.Seconds())}
	for _, n := range [...]int64{r.Maxrss, r.Ixrss, r.Idrss, r.Isrss, r.Minflt, r.Majflt, r.Nswap, r.Inblock, r.Oublock, r.Msgsnd, r.Msgrcv, r.Nsignals, r.Nvcsw, r.Nivcsw} {
		vals = append(vals, py.Int64(n))
	}
	return rusageType.New(vals...)
}

func limitValue(n uint64) py.Value {
	if n == math.MaxUint64 {
		return py.IntOf(-1)
	}
	if n > math.MaxInt64 {
		return py.NewBig(new(big.Int).SetUint64(n))
	}
	return py.Int64(int64(n))
}

// limits converts a (soft, hard) pair.
func limits(t *py.Thread, v py.Value) (soft, hard uint64, err *py.Exc) {
	items, err := t.Items(v)
	if err != nil {
		return 0, 0, err
	}
	if len(items) != 2 {
		return 0, 0, t.ValueErr("expected a tuple of 2 integers")
	}
	out := [2]uint64{}
	for i, x := range items {
		n, err := t.CLong(x)
		if err != nil {
			return 0, 0, err
		}
		out[i] = uint64(n)
	}
	return out[0], out[1], nil
}

const numLimits = 16

func resourceNo(t *py.Thread, v py.Value) (int, *py.Exc) {
	n, err := t.CInt(v)
	if err == nil && (n < 0 || n >= numLimits) {
		err = t.ValueErr("invalid resource specified")
	}
	return n, err
}

func getrlimit(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	n, err := resourceNo(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	soft, hard, herr := t.Interp().Host().Process.Rlimit(n)
	if herr != nil {
		return py.Value{}, t.OSErr(herr)
	}
	return py.NewTuple(limitValue(soft), limitValue(hard)).Value(), nil
}

func setrlimit(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	n, err := resourceNo(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	soft, hard, err := limits(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	if herr := t.Interp().Host().Process.SetRlimit(n, soft, hard); herr != nil {
		switch host.Errno(herr) {
		case host.EINVAL:
			return py.Value{}, t.ValueErr("current limit exceeds maximum limit")
		case host.EPERM:
			return py.Value{}, t.ValueErr("not allowed to raise maximum limit")
		}
		return py.Value{}, t.OSErr(herr)
	}
	return py.None, nil
}

func init() {
	py.RegisterModule(py.ModuleSpec{
		Name: "resource",
		Methods: []py.MethodSpec{
			{Name: "getrusage", Sig: "who, /", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				who, err := t.CInt(a[0])
				if err != nil {
					return py.Value{}, err
				}
				r, herr := t.Interp().Host().Process.Rusage(who)
				if herr != nil {
					if host.Errno(herr) == host.EINVAL {
						return py.Value{}, t.ValueErr("invalid who parameter")
					}
					return py.Value{}, t.OSErr(herr)
				}
				return RusageValue(&r), nil
			})},
			{Name: "getrlimit", Sig: "resource, /", Fn: py.FnSig(getrlimit)},
			{Name: "setrlimit", Sig: "resource, limits, /", Fn: py.FnSig(setrlimit)},
			{Name: "getpagesize", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				return py.IntOf(t.Interp().Host().Mem.PageSize()), nil
			})},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("error", py.OSError.Value())
			m.Set("struct_rusage", rusageType.Type.Value())
			for _, c := range host.ResourceConstants() {
				m.Set(c.Name, py.IntOf(c.Value))
			}
			return nil
		},
	})
}
