package posix

import (
	"math/big"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

func field(name, doc string) py.StructSeqField { return py.StructSeqField{Name: name, Doc: doc} }

var statResult = py.RegisterStructSeq(py.StructSeqSpec{
	Name: "os.stat_result",
	Doc:  "stat_result: Result from stat, fstat, or lstat.\n\nThe first ten fields are items of the tuple; all have names.",
	Fields: []py.StructSeqField{
		field("st_mode", "protection bits"), field("st_ino", "inode"), field("st_dev", "device"), field("st_nlink", "number of hard links"),
		field("st_uid", "user ID of owner"), field("st_gid", "group ID of owner"), field("st_size", "total size, in bytes"),
		field("", "integer time of last access"), field("", "integer time of last modification"), field("", "integer time of last change"),
		field("st_atime", "time of last access"), field("st_mtime", "time of last modification"), field("st_ctime", "time of last change"),
		field("st_atime_ns", "time of last access in nanoseconds"), field("st_mtime_ns", "time of last modification in nanoseconds"), field("st_ctime_ns", "time of last change in nanoseconds"),
		field("st_blksize", "blocksize for filesystem I/O"), field("st_blocks", "number of blocks allocated"), field("st_rdev", "device type (if inode device)"),
	},
	Visible: 10,
	Fixup: func(vals []py.Value) {
		// Times that were not given as floats are those of the items.
		for i := 7; i < 10; i++ {
			if vals[i+3].IsNone() {
				vals[i+3] = vals[i]
			}
		}
	},
})

var statvfsResult = py.RegisterStructSeq(py.StructSeqSpec{
	Name: "os.statvfs_result", Doc: "statvfs_result: Result from statvfs or fstatvfs.",
	Fields: []py.StructSeqField{
		field("f_bsize", ""), field("f_frsize", ""), field("f_blocks", ""), field("f_bfree", ""), field("f_bavail", ""), field("f_files", ""),
		field("f_ffree", ""), field("f_favail", ""), field("f_flag", ""), field("f_namemax", ""), field("f_fsid", ""),
	},
	Visible: 10,
})

func uintValue(u uint64) py.Value {
	if u < 1<<63 {
		return py.Int64(int64(u))
	}
	return py.NewBig(new(big.Int).SetUint64(u))
}

// idValue is a user or group id; the one with all bits set is -1.
func idValue(id uint32) py.Value {
	if id == ^uint32(0) {
		return py.IntOf(-1)
	}
	return py.Int64(int64(id))
}

func nsValue(tm host.Time) py.Value {
	const limit = 9223372035 // seconds that fit as nanoseconds
	if tm.Sec < limit && tm.Sec > -limit {
		return py.Int64(tm.Sec*1e9 + tm.Nsec)
	}
	n := new(big.Int).Mul(big.NewInt(tm.Sec), big.NewInt(1e9))
	return py.NewBig(n.Add(n, big.NewInt(tm.Nsec)))
}

func statValue(st *host.Stat) py.Value {
	fl := func(tm host.Time) py.Value { return py.Float64(float64(tm.Sec) + 1e-9*float64(tm.Nsec)) }
	return statResult.New(
		py.Int64(int64(st.Mode)), uintValue(st.Ino), uintValue(st.Dev), uintValue(st.Nlink), idValue(st.Uid), idValue(st.Gid), py.Int64(st.Size),
		py.Int64(st.Atime.Sec), py.Int64(st.Mtime.Sec), py.Int64(st.Ctime.Sec), fl(st.Atime), fl(st.Mtime), fl(st.Ctime),
		nsValue(st.Atime), nsValue(st.Mtime), nsValue(st.Ctime), py.Int64(st.Blksize), py.Int64(st.Blocks), uintValue(st.Rdev),
	)
}

func statvfsValue(s *host.Statvfs) py.Value {
	return statvfsResult.New(uintValue(s.Bsize), uintValue(s.Frsize), uintValue(s.Blocks), uintValue(s.Bfree), uintValue(s.Bavail), uintValue(s.Files),
		uintValue(s.Ffree), uintValue(s.Favail), uintValue(s.Flag), uintValue(s.Namemax), uintValue(s.Fsid))
}

// doStat is stat() and lstat().
func doStat(t *py.Thread, fn string, p path, dir int, follow bool) (py.Value, *py.Exc) {
	if p.isFd && dir != host.AtCwd {
		return py.Value{}, t.ValueErr("%s: can't specify dir_fd without matching path", fn)
	}
	var st host.Stat
	look := func() *py.Exc {
		return do(t, func(fs host.Files) (e error) {
			if p.isFd {
				st, e = fs.Fstat(p.fd)
			} else {
				st, e = fs.Stat(dir, p.text, follow)
			}
			return e
		}, p.obj)
	}
	if err := look(); err != nil {
		return py.Value{}, err
	}
	if !p.isFd && t.Interp().HasWriters() {
		again, err := t.FlushForgotten(st.Dev, st.Ino)
		if err == nil && again {
			err = look()
		}
		if err != nil {
			return py.Value{}, err
		}
	}
	return statValue(&st), nil
}

func posixStat(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := toPath(t, a[0], pathKind{fn: "stat", allowFd: true})
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
	return doStat(t, "stat", p, dir, follow)
}

var statMethods = []py.MethodSpec{
	{Name: "stat", Sig: "path, *, dir_fd=None, follow_symlinks=True", Fn: py.FnSig(posixStat),
		Doc: "Perform a stat system call on the given path, or descriptor.\n\nWith dir_fd a relative path starts at that directory; with follow_symlinks\nfalse the link itself is looked at."},
	{Name: "lstat", Sig: "path, *, dir_fd=None", Doc: "Perform a stat system call on the given path, without following symbolic links.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, err := toPath(t, a[0], pathKind{fn: "lstat"})
		if err != nil {
			return py.Value{}, err
		}
		dir, err := dirFd(t, a[1])
		if err != nil {
			return py.Value{}, err
		}
		return doStat(t, "lstat", p, dir, false)
	})},
	{Name: "fstat", Sig: "fd", Doc: "Perform a stat system call on the given file descriptor.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		var st host.Stat
		if err := do(t, func(fs host.Files) (e error) { st, e = fs.Fstat(fd); return e }); err != nil {
			return py.Value{}, err
		}
		return statValue(&st), nil
	})},
	{Name: "statvfs", Sig: "path", Doc: "Perform a statvfs system call on the given path or descriptor.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, err := toPath(t, a[0], pathKind{fn: "statvfs", allowFd: true})
		if err != nil {
			return py.Value{}, err
		}
		var s host.Statvfs
		err = do(t, func(fs host.Files) (e error) {
			if p.isFd {
				s, e = fs.Fstatvfs(p.fd)
			} else {
				s, e = fs.Statvfs(p.text)
			}
			return e
		}, p.obj)
		if err != nil {
			return py.Value{}, err
		}
		return statvfsValue(&s), nil
	})},
	{Name: "fstatvfs", Sig: "fd, /", Doc: "Perform an fstatvfs system call on the given fd.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		var s host.Statvfs
		if err := do(t, func(fs host.Files) (e error) { s, e = fs.Fstatvfs(fd); return e }); err != nil {
			return py.Value{}, err
		}
		return statvfsValue(&s), nil
	})},
}
