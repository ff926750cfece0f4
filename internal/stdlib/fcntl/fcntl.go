// Package fcntl is the module fcntl: control of descriptors, and locks.
package fcntl

import (
	"math"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// Commands of lockf().
const (
	lockSh = 1
	lockEx = 2
	lockNb = 4
	lockUn = 8
)

// maxArg is how long a bytes argument may be.
const maxArg = 1024

func osErr(t *py.Thread, err error, exc *py.Exc) *py.Exc {
	if exc != nil {
		return exc
	}
	if err != nil {
		return t.OSErrno(host.Errno(err))
	}
	return nil
}

func doFcntl(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := t.FileDescriptor(a[0])
	if err != nil {
		return py.Value{}, err
	}
	cmd, err := t.CInt(a[1])
	if err != nil {
		return py.Value{}, err
	}
	fs := t.Interp().Host().Files
	if v := a[2]; !v.IsNil() && !py.IsInt(v) && v.Type().Slots().Buffer != nil || !v.IsNil() && isStr(v) {
		data, err := bytesArg(t, "fcntl", v)
		if err != nil {
			return py.Value{}, err
		}
		if lk, ok := lockFrom(data); ok && (cmd == host.F_GETLK || cmd == host.F_SETLK || cmd == host.F_SETLKW) {
			herr, exc := t.RecordLock(fd, cmd, lk)
			if err := osErr(t, herr, exc); err != nil {
				return py.Value{}, err
			}
			return py.NewBytes(lockBytes(lk, data)).Value(), nil
		}
		return py.Value{}, t.Raise(py.NotImplementedError, "fcntl: a bytes argument is supported for record locks only")
	}
	arg := 0
	if !a[2].IsNil() {
		if arg, err = uintArg(t, a[2]); err != nil {
			return py.Value{}, err
		}
	}
	n := 0
	herr, exc := t.Retry(func() (e error) { n, e = fs.Fcntl(fd, cmd, arg); return e })
	if err := osErr(t, herr, exc); err != nil {
		return py.Value{}, err
	}
	return py.IntOf(n), nil
}

func isStr(v py.Value) bool {
	_, ok := py.ToStr(v)
	return ok
}

// uintArg converts an int argument, taking its low bits.
func uintArg(t *py.Thread, v py.Value) (int, *py.Exc) {
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	b := py.BigOf(x)
	switch {
	case b.IsInt64() && b.Int64() >= math.MinInt32 && b.Int64() <= math.MaxUint32:
		return int(uint32(b.Int64())), nil
	case b.Sign() > 0:
		return 0, t.Raise(py.OverflowError, "unsigned int is greater than maximum")
	}
	return 0, t.Raise(py.OverflowError, "signed integer is less than minimum")
}

func bytesArg(t *py.Thread, fn string, v py.Value) ([]byte, *py.Exc) {
	var data []byte
	if s, ok := py.ToStr(v); ok {
		data = []byte(s.String())
	} else {
		b, err := t.Buffer(v, py.BufSimple)
		if err != nil {
			return nil, err
		}
		data = append([]byte(nil), b.Data...)
		b.Release()
	}
	if len(data) > maxArg {
		return nil, t.ValueErr("%s string arg too long", fn)
	}
	return data, nil
}

func doIoctl(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := t.FileDescriptor(a[0])
	if err != nil {
		return py.Value{}, err
	}
	x, err := t.Index(a[1])
	if err != nil {
		return py.Value{}, err
	}
	req := uint(py.BigOf(x).Uint64())
	if b := py.BigOf(x); b.IsInt64() {
		req = uint(uint32(b.Int64()))
	}
	mutate := true
	if !a[3].IsNil() {
		if mutate, err = t.Truth(a[3]); err != nil {
			return py.Value{}, err
		}
	}
	fs := t.Interp().Host().Files
	call := func(arg int, buf []byte) (int, *py.Exc) {
		n := 0
		herr, exc := t.Retry(func() (e error) { n, e = fs.Ioctl(fd, req, arg, buf); return e })
		return n, osErr(t, herr, exc)
	}
	v := a[2]
	if !v.IsNil() && !py.IsInt(v) {
		if v.Type().Slots().Buffer != nil && mutate {
			if buf, err := t.Buffer(v, py.BufWritable); err == nil {
				defer buf.Release()
				if len(buf.Data) == 0 {
					return py.Value{}, t.ValueErr("ioctl: the buffer is empty")
				}
				n, err := call(0, buf.Data)
				return py.IntOf(n), err
			}
		}
		if v.Type().Slots().Buffer == nil && !isStr(v) {
			return py.Value{}, t.TypeErr("ioctl requires a file or file descriptor, an integer and optionally an integer or buffer argument")
		}
		data, err := bytesArg(t, "ioctl", v)
		if err != nil {
			return py.Value{}, err
		}
		// The system may write more than was given.
		buf := make([]byte, maxArg)
		copy(buf, data)
		if _, err := call(0, buf); err != nil {
			return py.Value{}, err
		}
		return py.NewBytes(buf[:len(data):len(data)]).Value(), nil
	}
	arg := 0
	if !v.IsNil() {
		if arg, err = uintArg(t, v); err != nil {
			return py.Value{}, err
		}
	}
	n, err := call(arg, nil)
	return py.IntOf(n), err
}

func doFlock(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := t.FileDescriptor(a[0])
	if err != nil {
		return py.Value{}, err
	}
	how, err := t.CInt(a[1])
	if err != nil {
		return py.Value{}, err
	}
	fs := t.Interp().Host().Files
	herr, exc := t.Retry(func() error { return fs.Flock(fd, how|lockNb) })
	if exc == nil && how&lockNb == 0 && host.Errno(herr) == host.EAGAIN {
		exc = t.Detached(func() { herr = fs.Flock(fd, how) }, func() {
			_ = fs.Flock(fd, lockUn) // it came too late for whoever wanted it
		})
	}
	return py.None, osErr(t, herr, exc)
}

func doLockf(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := t.FileDescriptor(a[0])
	if err != nil {
		return py.Value{}, err
	}
	cmd, err := t.CInt(a[1])
	if err != nil {
		return py.Value{}, err
	}
	lk := &host.Lock{}
	switch {
	case cmd == lockUn:
		lk.Type = host.F_UNLCK
	case cmd&lockSh != 0:
		lk.Type = host.F_RDLCK
	case cmd&lockEx != 0:
		lk.Type = host.F_WRLCK
	default:
		return py.Value{}, t.ValueErr("unrecognized lockf argument")
	}
	for i, p := range [...]*int64{&lk.Len, &lk.Start} {
		if v := a[2+i]; !v.IsNil() {
			if *p, err = t.CLong(v); err != nil {
				return py.Value{}, err
			}
		}
	}
	if !a[4].IsNil() {
		if lk.Whence, err = t.CInt(a[4]); err != nil {
			return py.Value{}, err
		}
	}
	op := host.F_SETLKW
	if cmd&lockNb != 0 {
		op = host.F_SETLK
	}
	herr, exc := t.RecordLock(fd, op, lk)
	return py.None, osErr(t, herr, exc)
}

func init() { py.RegisterPackage(registerFcntl, "fcntl") }

func registerFcntl() {
	py.RegisterModule(py.ModuleSpec{
		Name: "fcntl", Doc: "Control of open files, record locks and file locks.\n\nThe descriptor may be an object with a fileno() method.",
		Methods: []py.MethodSpec{
			{Name: "fcntl", Sig: "fd, cmd, arg=0, /", Fn: py.FnSig(doFcntl), Doc: "Perform the operation cmd on file descriptor fd and return its result."},
			{Name: "ioctl", Sig: "fd, request, arg=0, mutate_flag=True, /", Fn: py.FnSig(doIoctl), Doc: "Perform the device request on file descriptor fd.\n\narg is an int, or a buffer that is changed in place (if it is writable and\nmutate_flag is true), or bytes: then the changed copy is returned."},
			{Name: "flock", Sig: "fd, operation, /", Fn: py.FnSig(doFlock), Doc: "Perform the lock operation on file descriptor fd."},
			{Name: "lockf", Sig: "fd, cmd, len=0, start=0, whence=0, /", Fn: py.FnSig(doLockf), Doc: "Lock a part of a file: LOCK_SH, LOCK_EX or LOCK_UN, with LOCK_NB without waiting."},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			for _, c := range host.FcntlConstants() {
				m.Set(c.Name, py.IntOf(c.Value))
			}
			return nil
		},
	})
}
