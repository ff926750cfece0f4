// Package stat is the native module _stat: file modes and what they mean.
package stat

import (
	"math"

	"github.com/coachwhip/coachwhip/internal/py"
)

// Bits of st_mode.
const (
	ifmt   = 0o170000
	ifsock = 0o140000
	iflnk  = 0o120000
	ifreg  = 0o100000
	ifblk  = 0o060000
	ifdir  = 0o040000
	ifchr  = 0o020000
	ififo  = 0o010000
)

var constants = []struct {
	name  string
	value int
}{
	{"S_IFSOCK", ifsock}, {"S_IFLNK", iflnk}, {"S_IFREG", ifreg}, {"S_IFBLK", ifblk}, {"S_IFDIR", ifdir}, {"S_IFCHR", ifchr}, {"S_IFIFO", ififo},
	{"S_IFDOOR", 0}, {"S_IFPORT", 0}, {"S_IFWHT", 0},
	{"S_ISUID", 0o4000}, {"S_ISGID", 0o2000}, {"S_ISVTX", 0o1000}, {"S_ENFMT", 0o2000}, {"S_IREAD", 0o400}, {"S_IWRITE", 0o200}, {"S_IEXEC", 0o100},
	{"S_IRWXU", 0o700}, {"S_IRUSR", 0o400}, {"S_IWUSR", 0o200}, {"S_IXUSR", 0o100},
	{"S_IRWXG", 0o070}, {"S_IRGRP", 0o040}, {"S_IWGRP", 0o020}, {"S_IXGRP", 0o010},
	{"S_IRWXO", 0o007}, {"S_IROTH", 0o004}, {"S_IWOTH", 0o002}, {"S_IXOTH", 0o001},
	{"UF_SETTABLE", 0xffff}, {"UF_NODUMP", 1}, {"UF_IMMUTABLE", 2}, {"UF_APPEND", 4}, {"UF_OPAQUE", 8}, {"UF_NOUNLINK", 16}, {"UF_COMPRESSED", 32},
	{"UF_TRACKED", 64}, {"UF_DATAVAULT", 128}, {"UF_HIDDEN", 0x8000},
	{"SF_SETTABLE", 0xffff0000}, {"SF_ARCHIVED", 0x10000}, {"SF_IMMUTABLE", 0x20000}, {"SF_APPEND", 0x40000}, {"SF_NOUNLINK", 0x100000},
	{"SF_SNAPSHOT", 0x200000}, {"SF_FIRMLINK", 0x800000}, {"SF_DATALESS", 0x40000000},
	{"ST_MODE", 0}, {"ST_INO", 1}, {"ST_DEV", 2}, {"ST_NLINK", 3}, {"ST_UID", 4}, {"ST_GID", 5}, {"ST_SIZE", 6}, {"ST_ATIME", 7}, {"ST_MTIME", 8}, {"ST_CTIME", 9},
}

// modeOf converts a st_mode.
func modeOf(t *py.Thread, v py.Value) (int, *py.Exc) {
	if !py.IsInt(v) {
		return 0, t.TypeErr("an integer is required")
	}
	n := py.BigOf(v)
	switch {
	case n.Sign() < 0:
		return 0, t.Raise(py.OverflowError, "can't convert negative value to unsigned int")
	case !n.IsUint64():
		return 0, t.Raise(py.OverflowError, "Python int too large to convert to C unsigned long")
	case n.Uint64() > math.MaxUint32:
		return 0, t.Raise(py.OverflowError, "mode out of range")
	}
	return int(n.Uint64()), nil
}

func kind(name string, bits int) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "object, /", Doc: name + "(mode) -> bool", Fn: py.Fn1(func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
		m, err := modeOf(t, v)
		return py.Bool(bits != 0 && m&ifmt == bits), err
	})}
}

// filemode is the ten characters that ls shows.
func filemode(m int) string {
	b := []byte("?rwxrwxrwx")
	for _, x := range [...]struct {
		bits int
		c    byte
	}{{iflnk, 'l'}, {ifsock, 's'}, {ifreg, '-'}, {ifblk, 'b'}, {ifdir, 'd'}, {ifchr, 'c'}, {ififo, 'p'}} {
		if m&ifmt == x.bits {
			b[0] = x.c
		}
	}
	for i := range 9 {
		if m>>(8-i)&1 == 0 {
			b[1+i] = '-'
		}
	}
	for _, x := range [...]struct {
		bit, at int
		c       byte
	}{{0o4000, 3, 's'}, {0o2000, 6, 's'}, {0o1000, 9, 't'}} {
		if m&x.bit == 0 {
			continue
		}
		if b[x.at] == 'x' {
			b[x.at] = x.c
		} else {
			b[x.at] = x.c - 'a' + 'A'
		}
	}
	return string(b)
}

func init() {
	py.RegisterModule(py.ModuleSpec{
		Name: "_stat",
		Doc:  "File modes: the S_IF and S_I bits, tests for them, indexes of the fields of\nos.stat_result, and flags.",
		Methods: []py.MethodSpec{
			kind("S_ISDIR", ifdir), kind("S_ISCHR", ifchr), kind("S_ISBLK", ifblk), kind("S_ISREG", ifreg), kind("S_ISFIFO", ififo),
			kind("S_ISLNK", iflnk), kind("S_ISSOCK", ifsock), kind("S_ISDOOR", 0), kind("S_ISPORT", 0), kind("S_ISWHT", 0),
			{Name: "S_IMODE", Sig: "object, /", Doc: "Return the portion of the file's mode that can be set by os.chmod().", Fn: py.Fn1(func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
				m, err := modeOf(t, v)
				return py.IntOf(m & 0o7777), err
			})},
			{Name: "S_IFMT", Sig: "object, /", Doc: "Return the portion of the file's mode that describes the file type.", Fn: py.Fn1(func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
				m, err := modeOf(t, v)
				return py.IntOf(m & ifmt), err
			})},
			{Name: "filemode", Sig: "object, /", Doc: "Convert a file's mode to a string of the form '-rwxrwxrwx'", Fn: py.Fn1(func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
				m, err := modeOf(t, v)
				return py.NewStr(filemode(m)).Value(), err
			})},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			for _, c := range constants {
				m.Set(c.name, py.IntOf(c.value))
			}
			return nil
		},
	})
}
