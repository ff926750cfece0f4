package py

import "math"

// CInt converts an argument to a C int.
func (t *Thread) CInt(v Value) (int, *Exc) {
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if x.p != &intTag {
		return 0, t.Raise(OverflowError, "Python int too large to convert to C int")
	}
	switch n := x.int(); {
	case n > math.MaxInt32:
		return 0, t.Raise(OverflowError, "signed integer is greater than maximum")
	case n < math.MinInt32:
		return 0, t.Raise(OverflowError, "signed integer is less than minimum")
	default:
		return int(n), nil
	}
}

// CLong converts an argument to a C long (and long long).
func (t *Thread) CLong(v Value) (int64, *Exc) {
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if x.p != &intTag {
		return 0, t.Raise(OverflowError, "Python int too large to convert to C long")
	}
	return x.int(), nil
}

// FileDescriptor converts an argument that is a descriptor or has a fileno()
// method.
func (t *Thread) FileDescriptor(v Value) (int, *Exc) {
	if v.p.typ.flags&FlagIntSubclass == 0 {
		f, err := t.GetAttrOpt(v, InternStr("fileno"))
		if err != nil {
			return -1, err
		}
		if f.p == nil {
			return -1, t.TypeErr("argument must be an int, or have a fileno() method.")
		}
		if v, err = t.Call(f); err != nil {
			return -1, err
		}
		if v.p.typ.flags&FlagIntSubclass == 0 {
			return -1, t.TypeErr("fileno() returned a non-integer")
		}
	} else if v.p == &boolTag {
		if err := t.Warn(RuntimeWarning, 1, "bool is used as a file descriptor"); err != nil {
			return -1, err
		}
	}
	fd, err := t.CInt(v)
	if err != nil {
		return -1, err
	}
	if fd < 0 {
		return -1, t.ValueErr("file descriptor cannot be a negative integer (%d)", fd)
	}
	return fd, nil
}

// Retry makes a call of the operating system outside of Python until it is not
// interrupted (PEP 475). The exception is what a signal handler raised.
func (t *Thread) Retry(f func() error) (error, *Exc) {
	for {
		var err error
		t.Blocking(func() { err = f() })
		if err == nil || !isInterrupted(err) {
			return err, nil
		}
		if exc := t.RunPending(); exc != nil {
			return nil, exc
		}
	}
}
