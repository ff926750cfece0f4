package posix

import (
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

var (
	statResult = py.RegisterStructSeq(py.StructSeqSpec{
		Name: "os.stat_result", Visible: 10,
		Doc: "stat_result: Result from stat, fstat, or lstat.",
		Fields: fields("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "", "", "",
			"st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev"),
		Fixup: func(v []py.Value) {
			for i := 0; i < 3; i++ {
				if v[10+i].IsNone() {
					v[10+i] = v[7+i]
				}
			}
		},
	})
	terminalSize = py.RegisterStructSeq(py.StructSeqSpec{Name: "os.terminal_size", Doc: "A tuple of (columns, lines) for holding terminal window size", Fields: fields("columns", "lines")})
	timesResult  = py.RegisterStructSeq(py.StructSeqSpec{Name: "posix.times_result", Doc: "times_result: Result from os.times().", Fields: fields("user", "system", "children_user", "children_system", "elapsed")})
	unameResult  = py.RegisterStructSeq(py.StructSeqSpec{Name: "posix.uname_result", Doc: "uname_result: Result from os.uname().", Fields: fields("sysname", "nodename", "release", "version", "machine")})
	statvfsType  = py.RegisterStructSeq(py.StructSeqSpec{Name: "os.statvfs_result", Visible: 10, Doc: "statvfs_result: Result from statvfs or fstatvfs.",
		Fields: fields("f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax", "f_fsid")})
)

func newStat(st host.Stat) py.Value {
	sec := func(tm host.Time) py.Value { return py.Float64(float64(tm.Sec) + float64(tm.Nsec)*1e-9) }
	ns := func(tm host.Time) py.Value { return py.Int64(tm.Sec*1e9 + tm.Nsec) }
	return statResult.New(
		py.Int64(int64(st.Mode)), py.Int64(int64(st.Ino)), py.Int64(int64(st.Dev)), py.Int64(int64(st.Nlink)), py.Int64(int64(st.Uid)), py.Int64(int64(st.Gid)),
		py.Int64(st.Size), py.Int64(st.Atime.Sec), py.Int64(st.Mtime.Sec), py.Int64(st.Ctime.Sec),
		sec(st.Atime), sec(st.Mtime), sec(st.Ctime), ns(st.Atime), ns(st.Mtime), ns(st.Ctime),
		py.Int64(st.Blksize), py.Int64(st.Blocks), py.Int64(int64(st.Rdev)))
}

// statPath is stat, lstat and fstat.
func statPath(t *py.Thread, p fspath, dir int, follow bool) (host.Stat, error) {
	var st host.Stat
	var err error
	t.Blocking(func() {
		if p.fd >= 0 {
			st, err = t.Interp().Host().Files.Fstat(p.fd)
		} else {
			st, err = t.Interp().Host().Files.Stat(dir, p.name, follow)
		}
	})
	return st, err
}

// dirEntry is an os.DirEntry.
type dirEntry struct {
	py.Header
	dir   *fspath
	name  string
	full  string
	ino   uint64
	dtype uint8
	stat  py.Value
	lstat py.Value
}

var (
	dirEntryType = new(py.Type)
	scandirType  = new(py.Type)
)

func asEntry(v py.Value) *dirEntry { return (*dirEntry)(v.Ptr()) }

// kind tells whether an entry has a file type, looking it up when it is unknown
// or a link that is to be followed.
func (e *dirEntry) kind(t *py.Thread, mode uint32, dt uint8, follow bool) (bool, *py.Exc) {
	const dtUnknown, dtLink = 0, 10
	if e.dtype != dtUnknown && !(follow && e.dtype == dtLink) {
		return e.dtype == dt, nil
	}
	st, err := statPath(t, fspath{name: e.full, fd: -1}, host.AtCwd, follow)
	if err != nil {
		if host.Errno(err) == host.ENOENT {
			return false, nil
		}
		return false, t.OSErr(err, e.dir.value(e.full))
	}
	return st.Mode&host.S_IFMT == mode, nil
}

// scanIter is the iterator of scandir.
type scanIter struct {
	py.Header
	dir     *fspath
	entries []host.DirEntry
	pos     int
}

func asScan(v py.Value) *scanIter { return (*scanIter)(v.Ptr()) }

func joinDir(dir, name string) string {
	if dir == "" || dir[len(dir)-1] == '/' {
		return dir + name
	}
	return dir + "/" + name
}

func scanNext(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	it := asScan(v)
	if it.pos >= len(it.entries) {
		it.entries = nil
		return py.Value{}, nil
	}
	d := it.entries[it.pos]
	it.pos++
	e := py.AllocFor[dirEntry](t, dirEntryType)
	e.dir, e.name, e.ino, e.dtype = it.dir, d.Name, d.Ino, d.Type
	e.full = joinDir(it.dir.name, d.Name)
	if it.dir.fd >= 0 {
		e.full = d.Name
	}
	return py.FromHeader(&e.Header), nil
}

func scandir(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := path(t, "scandir", "path", a[0], true, true)
	if err != nil {
		return py.Value{}, err
	}
	var list []host.DirEntry
	var serr error
	t.Blocking(func() {
		if p.fd >= 0 {
			list, serr = t.Interp().Host().Files.ReadDirFd(p.fd)
		} else {
			list, serr = t.Interp().Host().Files.ReadDir(p.name)
		}
	})
	if serr != nil {
		return py.Value{}, p.fail(t, serr)
	}
	it := py.AllocFor[scanIter](t, scandirType)
	it.dir, it.entries = &p, list
	return py.FromHeader(&it.Header), nil
}

func init() {
	py.RegisterType(py.TypeSpec{
		Type: scandirType, Name: "posix.ScandirIterator", Flags: py.FlagNoNew,
		Slots: py.Slots{Iter: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return v, nil }, Next: scanNext},
		Methods: []py.MethodSpec{
			{Name: "close", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { asScan(v).entries = nil; return py.None, nil })},
			{Name: "__enter__", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return v, nil })},
			{Name: "__exit__", Fn: py.FnRaw(func(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
				asScan(v).entries = nil
				return py.None, nil
			})},
		},
	})
	is := func(mode uint32, dt uint8) py.FnSig {
		return func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
			follow, err := truth(t, a[0], true)
			if err != nil {
				return py.Value{}, err
			}
			b, err := asEntry(v).kind(t, mode, dt, follow)
			return py.Bool(b), err
		}
	}
	py.RegisterType(py.TypeSpec{
		Type: dirEntryType, Name: "posix.DirEntry", Flags: py.FlagNoNew,
		Slots: py.Slots{Repr: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			r, err := t.Repr(asEntry(v).dir.value(asEntry(v).name))
			if err != nil {
				return py.Value{}, err
			}
			return py.NewStr("<DirEntry " + r.String() + ">").Value(), nil
		}},
		GetSet: []py.GetSetSpec{
			{Name: "name", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return asEntry(v).dir.value(asEntry(v).name), nil }},
			{Name: "path", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				e := asEntry(v)
				if e.dir.arg.IsNil() {
					return e.dir.value(joinDir(".", e.name)), nil
				}
				return e.dir.value(e.full), nil
			}},
		},
		Methods: []py.MethodSpec{
			{Name: "is_dir", Sig: "*, follow_symlinks=True", Fn: is(host.S_IFDIR, 4)},
			{Name: "is_file", Sig: "*, follow_symlinks=True", Fn: is(host.S_IFREG, 8)},
			{Name: "is_symlink", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				b, err := asEntry(v).kind(t, host.S_IFLNK, 10, false)
				return py.Bool(b), err
			})},
			{Name: "is_junction", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.False, nil })},
			{Name: "inode", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.Int64(int64(asEntry(v).ino)), nil })},
			{Name: "stat", Sig: "*, follow_symlinks=True", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				e := asEntry(v)
				follow, err := truth(t, a[0], true)
				if err != nil {
					return py.Value{}, err
				}
				cached := &e.stat
				if !follow {
					cached = &e.lstat
				}
				if cached.IsNil() {
					st, serr := statPath(t, fspath{name: e.full, fd: -1}, host.AtCwd, follow)
					if serr != nil {
						return py.Value{}, t.OSErr(serr, e.dir.value(e.full))
					}
					*cached = newStat(st)
				}
				return *cached, nil
			})},
			{Name: "__fspath__", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return t.GetAttrS(v, "path") })},
			{Name: "__class_getitem__", Class: true, Fn: py.Fn1(func(t *py.Thread, cls, item py.Value) (py.Value, *py.Exc) {
				return py.NewGenericAlias(cls, item), nil
			})},
		},
	})
}
