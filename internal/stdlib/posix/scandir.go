package posix

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// dirEntry is an os.DirEntry.
type dirEntry struct {
	py.Header
	name, path  py.Value
	dir         int    // directory descriptor that full is relative to
	full        string // for the system
	typ         uint8
	ino         uint64
	stat, lstat py.Value // results of earlier calls; nil: none
}

// scanIter is the iterator of os.scandir().
type scanIter struct {
	py.Header
	p       path
	entries []host.DirEntry
	pos     int
	closed  bool
}

var (
	dirEntryType = new(py.Type)
	scanIterType = new(py.Type)
)

func asEntry(v py.Value) *dirEntry { return (*dirEntry)(v.Ptr()) }

func posixScandir(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := toPath(t, a[0], pathKind{fn: "scandir", allowFd: true, allow: true})
	if err != nil {
		return py.Value{}, err
	}
	entries, err := readDir(t, &p)
	if err != nil {
		return py.Value{}, err
	}
	it := py.AllocFor[scanIter](t, scanIterType)
	it.p, it.entries = p, entries
	return py.FromHeader(&it.Header), nil
}

func scanNext(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	it := (*scanIter)(v.Ptr())
	it.Lock(t)
	if it.closed || it.pos >= len(it.entries) {
		it.closed, it.entries = true, nil
		it.Unlock(t)
		return py.Value{}, nil
	}
	h := it.entries[it.pos]
	it.pos++
	it.Unlock(t)
	e := py.AllocFor[dirEntry](t, dirEntryType)
	e.typ, e.ino, e.dir = h.Type, h.Ino, host.AtCwd
	e.name = it.p.name(h.Name)
	if it.p.isFd {
		e.dir, e.full, e.path = it.p.fd, h.Name, e.name
	} else {
		e.full = h.Name
		if it.p.text != "" {
			e.full = it.p.text + "/" + h.Name
			if strings.HasSuffix(it.p.text, "/") {
				e.full = it.p.text + h.Name
			}
		}
		e.path = it.p.name(e.full)
	}
	return py.FromHeader(&e.Header), nil
}

func scanClose(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	it := (*scanIter)(v.Ptr())
	it.Lock(t)
	it.closed, it.entries = true, nil
	it.Unlock(t)
	return py.None, nil
}

// scanDel warns about an iterator that was neither used up nor closed.
func scanDel(t *py.Thread, v py.Value) *py.Exc {
	it := (*scanIter)(v.Ptr())
	if it.closed {
		return nil
	}
	it.closed = true
	r, err := t.Repr(v)
	if err != nil {
		return err
	}
	return t.Warn(py.ResourceWarning, 1, "unclosed scandir iterator %s", r.String())
}

// getStat is DirEntry.stat; its results are kept.
func (e *dirEntry) getStat(t *py.Thread, follow bool) (py.Value, *py.Exc) {
	if follow && e.typ != host.DT_LNK && e.typ != host.DT_UNKNOWN {
		follow = false // the same, and shared with stat(follow_symlinks=False)
	}
	slot := &e.lstat
	if follow {
		slot = &e.stat
	}
	if slot.IsNil() {
		var st host.Stat
		err := do(t, func(fs host.Files) (x error) { st, x = fs.Stat(e.dir, e.full, follow); return x }, e.path)
		if err != nil {
			return py.Value{}, err
		}
		*slot = statValue(&st)
	}
	return *slot, nil
}

// isKind answers is_dir() and is_file().
func isKind(want uint8, bits int64) py.FnSig {
	return func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
		follow, err := truth(t, a[0], true)
		if err != nil {
			return py.Value{}, err
		}
		e := asEntry(v)
		if e.typ != host.DT_UNKNOWN && !(follow && e.typ == host.DT_LNK) {
			return py.Bool(e.typ == want), nil
		}
		st, err := e.getStat(t, follow)
		if err != nil {
			if err.Is(py.FileNotFoundError) {
				return py.False, nil
			}
			return py.Value{}, err
		}
		mode, err := t.CLong(statResult.Field(st, 0))
		return py.Bool(mode&host.S_IFMT == bits), err
	}
}

func isSymlink(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	e := asEntry(v)
	if e.typ != host.DT_UNKNOWN {
		return py.Bool(e.typ == host.DT_LNK), nil
	}
	st, err := e.getStat(t, false)
	if err != nil {
		if err.Is(py.FileNotFoundError) {
			return py.False, nil
		}
		return py.Value{}, err
	}
	mode, err := t.CLong(statResult.Field(st, 0))
	return py.Bool(mode&host.S_IFMT == host.S_IFLNK), err
}

func init() {
	py.RegisterType(py.TypeSpec{
		Type: scanIterType, Name: "posix.ScandirIterator", Guarded: true, Flags: py.FlagNoNew | py.FlagHasFinalizer,
		Slots: py.Slots{Iter: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return v, nil }, Next: scanNext, Del: scanDel},
		Methods: []py.MethodSpec{
			{Name: "__enter__", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return v, nil })},
			{Name: "__exit__", Fn: py.FnRaw(func(t *py.Thread, v py.Value, _ py.Args) (py.Value, *py.Exc) { return scanClose(t, v) })},
			{Name: "close", Fn: py.Fn0(scanClose)},
		},
	})
	attr := func(name string, get func(e *dirEntry) py.Value, doc string) py.GetSetSpec {
		return py.GetSetSpec{Name: name, Doc: doc, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return get(asEntry(v)), nil },
			Set: func(t *py.Thread, v, _ py.Value) *py.Exc { return t.Raise(py.AttributeError, "readonly attribute") }}
	}
	py.RegisterType(py.TypeSpec{
		Type: dirEntryType, Name: "posix.DirEntry", Guarded: true, Flags: py.FlagNoNew,
		Slots: py.Slots{Repr: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			r, err := t.Repr(asEntry(v).name)
			if err != nil {
				return py.Value{}, err
			}
			return py.NewStr("<DirEntry " + r.String() + ">").Value(), nil
		}},
		Methods: []py.MethodSpec{
			{Name: "is_dir", Sig: "*, follow_symlinks=True", Fn: isKind(host.DT_DIR, host.S_IFDIR), Doc: "Return True if the entry is a directory; cached per entry."},
			{Name: "is_file", Sig: "*, follow_symlinks=True", Fn: isKind(host.DT_REG, host.S_IFREG), Doc: "Return True if the entry is a file; cached per entry."},
			{Name: "is_symlink", Fn: py.Fn0(isSymlink), Doc: "Return True if the entry is a symbolic link; cached per entry."},
			{Name: "is_junction", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.False, nil }), Doc: "Return True if the entry is a junction; cached per entry."},
			{Name: "stat", Sig: "*, follow_symlinks=True", Doc: "Return stat_result object for the entry; cached per entry.", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				follow, err := truth(t, a[0], true)
				if err != nil {
					return py.Value{}, err
				}
				return asEntry(v).getStat(t, follow)
			})},
			{Name: "inode", Doc: "Return inode of the entry; cached per entry.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				e := asEntry(v)
				if e.ino == 0 {
					st, err := e.getStat(t, false)
					if err != nil {
						return py.Value{}, err
					}
					return statResult.Field(st, 1), nil
				}
				return uintValue(e.ino), nil
			})},
			{Name: "__fspath__", Doc: "Returns the path for the entry.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return asEntry(v).path, nil })},
			{Name: "__class_getitem__", Class: true, Doc: "See PEP 585", Fn: py.Fn1(func(t *py.Thread, cls, arg py.Value) (py.Value, *py.Exc) {
				return py.NewGenericAlias(cls, arg), nil
			})},
		},
		GetSet: []py.GetSetSpec{
			attr("name", func(e *dirEntry) py.Value { return e.name }, "the entry's base filename, relative to scandir() \"path\" argument"),
			attr("path", func(e *dirEntry) py.Value { return e.path }, "the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)"),
		},
	})
}
