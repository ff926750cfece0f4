package posix

import (
	"sort"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// pathCall makes a function of one path argument (parameter 0) with options.
func pathCall(fn string, call func(h *host.Host, name string, a []int, b []bool) error, ints []int, bools []bool, dirAt int) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, err := path(t, fn, "path", a[0], false, false)
		if err != nil {
			return py.Value{}, err
		}
		iv := make([]int, len(ints)+1)
		for i, def := range ints {
			if iv[i+1], err = intArg(t, a[1+i], def); err != nil {
				return py.Value{}, err
			}
		}
		iv[0] = host.AtCwd
		if dirAt > 0 {
			if iv[0], err = dirFd(t, a[dirAt]); err != nil {
				return py.Value{}, err
			}
		}
		bv := make([]bool, len(bools))
		for i, def := range bools {
			if bv[i], err = truth(t, a[max(dirAt, len(ints))+1+i], def); err != nil {
				return py.Value{}, err
			}
		}
		var cerr error
		t.Blocking(func() { cerr = call(t.Interp().Host(), p.name, iv, bv) })
		if cerr != nil {
			return py.Value{}, p.fail(t, cerr)
		}
		return py.None, nil
	}
}

// fdCall makes a function of a descriptor and ints.
func fdCall(call func(h *host.Host, fd int, a []int) (py.Value, error)) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := fdArg(t, a[0])
		if err != nil {
			return py.Value{}, err
		}
		iv := make([]int, 0, len(a))
		for _, v := range a[1:] {
			n, err := intArg(t, v, 0)
			if err != nil {
				return py.Value{}, err
			}
			iv = append(iv, n)
		}
		var r py.Value
		var cerr error
		t.Blocking(func() { r, cerr = call(t.Interp().Host(), fd, iv) })
		if cerr != nil {
			return py.Value{}, t.OSErr(cerr)
		}
		if r.IsNil() {
			r = py.None
		}
		return r, nil
	}
}

// fdArg converts a descriptor: an int, or an object with fileno().
func fdArg(t *py.Thread, v py.Value) (int, *py.Exc) {
	if v.Type().Slots().Index != nil {
		return t.AsInt(v)
	}
	f, err := t.GetAttrOpt(v, py.InternStr("fileno"))
	if err != nil {
		return 0, err
	}
	if f.IsNil() {
		return 0, t.TypeErr("argument must be an int, or have a fileno() method.")
	}
	r, err := t.Call(f)
	if err != nil {
		return 0, err
	}
	return t.AsInt(r)
}

func posixOpen(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := path(t, "open", "path", a[0], false, false)
	if err != nil {
		return py.Value{}, err
	}
	flags, err := t.AsInt(a[1])
	if err != nil {
		return py.Value{}, err
	}
	mode, err := intArg(t, a[2], 0o777)
	if err != nil {
		return py.Value{}, err
	}
	dir, err := dirFd(t, a[3])
	if err != nil {
		return py.Value{}, err
	}
	for {
		var fd int
		var oerr error
		t.Blocking(func() { fd, oerr = t.Interp().Host().Files.Open(dir, p.name, flags, mode) })
		if oerr == nil {
			return py.IntOf(fd), nil
		}
		if host.Errno(oerr) != host.EINTR {
			return py.Value{}, p.fail(t, oerr)
		}
		if err := t.RunPending(); err != nil {
			return py.Value{}, err
		}
	}
}

func posixRead(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := fdArg(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	n, err := t.AsInt(a[1])
	if err != nil {
		return py.Value{}, err
	}
	if n < 0 {
		return py.Value{}, t.OSErrno(host.EINVAL)
	}
	if n > 1<<40 {
		return py.Value{}, t.MemoryErr()
	}
	buf := make([]byte, n)
	for {
		var k int
		var rerr error
		t.Blocking(func() { k, rerr = t.Interp().Host().Files.Read(fd, buf) })
		if rerr == nil {
			return py.NewBytes(buf[:k:k]).Value(), nil
		}
		if host.Errno(rerr) != host.EINTR {
			return py.Value{}, t.OSErr(rerr)
		}
		if err := t.RunPending(); err != nil {
			return py.Value{}, err
		}
	}
}

func posixWrite(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := fdArg(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	b, err := t.Buffer(a[1], py.BufSimple)
	if err != nil {
		return py.Value{}, err
	}
	defer b.Release()
	for {
		var k int
		var werr error
		t.Blocking(func() { k, werr = t.Interp().Host().Files.Write(fd, b.Data) })
		if werr == nil {
			return py.IntOf(k), nil
		}
		if host.Errno(werr) != host.EINTR {
			return py.Value{}, t.OSErr(werr)
		}
		if err := t.RunPending(); err != nil {
			return py.Value{}, err
		}
	}
}

func posixStat(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := path(t, "stat", "path", a[0], true, false)
	if err != nil {
		return py.Value{}, err
	}
	dir, err := dirFd(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	follow, err := truth(t, a[2], true)
	if err != nil {
		return py.Value{}, err
	}
	st, serr := statPath(t, p, dir, follow)
	if serr != nil {
		return py.Value{}, p.fail(t, serr)
	}
	return newStat(st), nil
}

func posixLstat(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := path(t, "lstat", "path", a[0], false, false)
	if err != nil {
		return py.Value{}, err
	}
	dir, err := dirFd(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	st, serr := statPath(t, p, dir, false)
	if serr != nil {
		return py.Value{}, p.fail(t, serr)
	}
	return newStat(st), nil
}

// test makes _path_exists and its like: a quick question about a path, False on
// any failure.
func test(good func(st host.Stat) bool, follow bool) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, err := path(t, "stat", "path", a[0], true, false)
		if err != nil {
			if err.Is(py.ValueError) {
				return py.False, nil
			}
			return py.Value{}, err
		}
		st, serr := statPath(t, p, host.AtCwd, follow)
		return py.Bool(serr == nil && good(st)), nil
	}
}

func isMode(mode uint32) func(host.Stat) bool {
	return func(st host.Stat) bool { return st.Mode&host.S_IFMT == mode }
}

func posixListdir(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := path(t, "listdir", "path", a[0], true, true)
	if err != nil {
		return py.Value{}, err
	}
	var list []host.DirEntry
	var lerr error
	t.Blocking(func() {
		if p.fd >= 0 {
			list, lerr = t.Interp().Host().Files.ReadDirFd(p.fd)
		} else {
			list, lerr = t.Interp().Host().Files.ReadDir(p.name)
		}
	})
	if lerr != nil {
		return py.Value{}, p.fail(t, lerr)
	}
	names := make([]py.Value, len(list))
	for i, e := range list {
		names[i] = p.value(e.Name)
	}
	return py.NewList(names).Value(), nil
}

// twoPaths makes rename, replace, link: two paths and their directories.
func posixRename(fn string) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		src, err := path(t, fn, "src", a[0], false, false)
		if err != nil {
			return py.Value{}, err
		}
		dst, err := path(t, fn, "dst", a[1], false, false)
		if err != nil {
			return py.Value{}, err
		}
		d1, err := dirFd(t, a[2])
		if err != nil {
			return py.Value{}, err
		}
		d2, err := dirFd(t, a[3])
		if err != nil {
			return py.Value{}, err
		}
		var rerr error
		t.Blocking(func() {
			if fn == "link" {
				rerr = t.Interp().Host().Files.Link(d1, src.name, d2, dst.name, true)
			} else {
				rerr = t.Interp().Host().Files.Rename(d1, src.name, d2, dst.name)
			}
		})
		if rerr != nil {
			return py.Value{}, t.OSErr(rerr, src.arg, dst.arg)
		}
		return py.None, nil
	}
}

func posixSymlink(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	src, err := path(t, "symlink", "src", a[0], false, false)
	if err != nil {
		return py.Value{}, err
	}
	dst, err := path(t, "symlink", "dst", a[1], false, false)
	if err != nil {
		return py.Value{}, err
	}
	dir, err := dirFd(t, a[3])
	if err != nil {
		return py.Value{}, err
	}
	if serr := t.Interp().Host().Files.Symlink(src.name, dir, dst.name); serr != nil {
		return py.Value{}, t.OSErr(serr, src.arg, dst.arg)
	}
	return py.None, nil
}

func posixReadlink(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := path(t, "readlink", "path", a[0], false, false)
	if err != nil {
		return py.Value{}, err
	}
	dir, err := dirFd(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	s, rerr := t.Interp().Host().Files.Readlink(dir, p.name)
	if rerr != nil {
		return py.Value{}, p.fail(t, rerr)
	}
	return p.value(s), nil
}

// posixUtime is os.utime: times in seconds or ns, or now.
func posixUtime(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := path(t, "utime", "path", a[0], true, false)
	if err != nil {
		return py.Value{}, err
	}
	dir, err := dirFd(t, a[3])
	if err != nil {
		return py.Value{}, err
	}
	follow, err := truth(t, a[4], true)
	if err != nil {
		return py.Value{}, err
	}
	hasTimes, hasNs := !a[1].IsNil() && !a[1].IsNone(), !a[2].IsNil()
	if hasTimes && hasNs {
		return py.Value{}, t.ValueErr("utime: you may specify either 'times' or 'ns' but not both")
	}
	var times *[2]host.Time
	src := a[1]
	if hasNs {
		src = a[2]
	}
	if hasTimes || hasNs {
		tup, ok := py.ToTuple(src)
		if !ok || len(tup.Items()) != 2 {
			if hasNs {
				return py.Value{}, t.TypeErr("utime: 'ns' must be a tuple of two ints")
			}
			return py.Value{}, t.TypeErr("utime: 'times' must be either a tuple of two ints or None")
		}
		times = new([2]host.Time)
		for i, v := range tup.Items() {
			if hasNs || py.IsInt(v) {
				n, err := t.AsInt(v)
				if err != nil {
					return py.Value{}, err
				}
				if hasNs {
					times[i] = host.TimeOf(int64(n))
				} else {
					times[i] = host.Time{Sec: int64(n)}
				}
				continue
			}
			f, err := t.AsFloat(v)
			if err != nil {
				return py.Value{}, err
			}
			times[i] = host.TimeOf(int64(f * 1e9))
		}
	}
	var uerr error
	if p.fd >= 0 {
		uerr = t.Interp().Host().Files.Futime(p.fd, times)
	} else {
		uerr = t.Interp().Host().Files.Utime(dir, p.name, times, follow)
	}
	if uerr != nil {
		return py.Value{}, p.fail(t, uerr)
	}
	return py.None, nil
}

func posixAccess(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := path(t, "access", "path", a[0], false, false)
	if err != nil {
		return py.Value{}, err
	}
	mode, err := t.AsInt(a[1])
	if err != nil {
		return py.Value{}, err
	}
	dir, err := dirFd(t, a[2])
	if err != nil {
		return py.Value{}, err
	}
	eff, err := truth(t, a[3], false)
	if err != nil {
		return py.Value{}, err
	}
	follow, err := truth(t, a[4], true)
	if err != nil {
		return py.Value{}, err
	}
	return py.Bool(t.Interp().Host().Files.Access(dir, p.name, mode, eff, follow) == nil), nil
}

// environ is posix.environ: the environment as a dict of bytes.
func environ(t *py.Thread) py.Value {
	d := py.NewDict()
	env := t.Interp().Host().Env.Environ()
	sort.Strings(env)
	for _, e := range env {
		if k, v, ok := strings.Cut(e, "="); ok && k != "" {
			d.Set(t, py.NewBytes([]byte(k)).Value(), py.NewBytes([]byte(v)).Value())
		}
	}
	return d.Value()
}
