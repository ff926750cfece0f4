// Package pwd is the module pwd: the user database /etc/passwd.
package pwd

import (
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/etc"
)

var passwd = py.RegisterStructSeq(py.StructSeqSpec{
	Name: "pwd.struct_passwd",
	Doc:  "pwd.struct_passwd: Results from getpw*() routines.\n\nThis object may be accessed either as a tuple of\n  (pw_name,pw_passwd,pw_uid,pw_gid,pw_gecos,pw_dir,pw_shell)\nor via the object attributes as named in the above tuple.",
	Fields: []py.StructSeqField{
		{Name: "pw_name", Doc: "user name"}, {Name: "pw_passwd", Doc: "password"}, {Name: "pw_uid", Doc: "user id"}, {Name: "pw_gid", Doc: "group id"},
		{Name: "pw_gecos", Doc: "real name"}, {Name: "pw_dir", Doc: "home directory"}, {Name: "pw_shell", Doc: "shell program"},
	},
})

// each calls f with the fields of the entries until it returns false.
func each(t *py.Thread, f func(e []string) bool) *py.Exc {
	return etc.Lines(t, "/etc/passwd", func(e []string) bool {
		if len(e) < 7 {
			return true
		}
		if _, err := strconv.Atoi(e[2]); err != nil {
			return true
		}
		if _, err := strconv.Atoi(e[3]); err != nil {
			return true
		}
		return f(e)
	})
}

func entry(e []string) py.Value {
	uid, _ := strconv.Atoi(e[2]) // each has tried it
	gid, _ := strconv.Atoi(e[3])
	s := func(x string) py.Value { return py.FSDecode(x).Value() }
	return passwd.New(s(e[0]), s(e[1]), py.IntOf(uid), py.IntOf(gid), s(e[4]), s(e[5]), s(e[6]))
}

func find(t *py.Thread, ok func(e []string) bool) (py.Value, *py.Exc) {
	var found py.Value
	err := each(t, func(e []string) bool {
		if ok(e) {
			found = entry(e)
			return false
		}
		return true
	})
	return found, err
}

func getpwuid(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	n, inRange, err := etc.ID(t, "uid", a[0])
	if err != nil {
		return py.Value{}, err
	}
	if inRange {
		v, err := find(t, func(e []string) bool { return e[2] == strconv.Itoa(n) })
		if err != nil || !v.IsNil() {
			return v, err
		}
	}
	s, err := t.StrOf(a[0])
	if err != nil {
		return py.Value{}, err
	}
	return py.Value{}, t.KeyErr(py.NewStr("getpwuid(): uid not found: " + s.String()).Value())
}

func getpwnam(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	s, ok := py.ToStr(a[0])
	if !ok {
		return py.Value{}, t.TypeErr("getpwnam() argument must be str, not %s", a[0].Type().Name())
	}
	if strings.IndexByte(s.String(), 0) >= 0 {
		return py.Value{}, t.ValueErr("embedded null byte")
	}
	name, err := t.FSEncodeText(s)
	if err != nil {
		return py.Value{}, err
	}
	v, err := find(t, func(e []string) bool { return e[0] == name })
	if err != nil || !v.IsNil() {
		return v, err
	}
	r, err := t.Repr(a[0])
	if err != nil {
		return py.Value{}, err
	}
	return py.Value{}, t.KeyErr(py.NewStr("getpwnam(): name not found: " + r.String()).Value())
}

func init() { py.RegisterPackage(registerPwd, "pwd") }

func registerPwd() {
	py.RegisterModule(py.ModuleSpec{
		Name: "pwd", Doc: "The user database. Entries are struct_passwd objects; one that does not exist is a\nKeyError.",
		Methods: []py.MethodSpec{
			{Name: "getpwuid", Sig: "uidobj, /", Fn: py.FnSig(getpwuid), Doc: "Return the password database entry for the given numeric user ID."},
			{Name: "getpwnam", Sig: "name, /", Fn: py.FnSig(getpwnam), Doc: "Return the password database entry for the given user name."},
			{Name: "getpwall", Doc: "Return a list of all available password database entries, in arbitrary order.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				var all []py.Value
				err := each(t, func(e []string) bool {
					all = append(all, entry(e))
					return true
				})
				return py.NewList(all).Value(), err
			})},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("struct_passwd", passwd.Type.Value())
			return nil
		},
	})
}
