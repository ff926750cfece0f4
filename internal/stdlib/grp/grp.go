// Package grp is the module grp: the group database /etc/group.
package grp

import (
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/etc"
)

var group = py.RegisterStructSeq(py.StructSeqSpec{
	Name: "grp.struct_group",
	Doc:  "grp.struct_group: Results from getgr*() routines.\n\nThis object may be accessed either as a tuple of\n  (gr_name,gr_passwd,gr_gid,gr_mem)\nor via the object attributes as named in the above tuple.",
	Fields: []py.StructSeqField{
		{Name: "gr_name", Doc: "group name"}, {Name: "gr_passwd", Doc: "password"}, {Name: "gr_gid", Doc: "group id"}, {Name: "gr_mem", Doc: "group members"},
	},
})

func each(t *py.Thread, f func(e []string) bool) *py.Exc {
	return etc.Lines(t, "/etc/group", func(e []string) bool {
		if len(e) < 4 {
			return true
		}
		if _, err := strconv.Atoi(e[2]); err != nil {
			return true
		}
		return f(e)
	})
}

func entry(e []string) py.Value {
	gid, _ := strconv.Atoi(e[2]) // each has tried it
	s := func(x string) py.Value { return py.FSDecode(x).Value() }
	var members []py.Value
	if e[3] != "" {
		for m := range strings.SplitSeq(e[3], ",") {
			members = append(members, s(m))
		}
	}
	return group.New(s(e[0]), s(e[1]), py.IntOf(gid), py.NewList(members).Value())
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

func getgrgid(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	n, inRange, err := etc.ID(t, "gid", a[0])
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
	return py.Value{}, t.KeyErr(py.NewStr("getgrgid(): gid not found: " + s.String()).Value())
}

func getgrnam(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	s, ok := py.ToStr(a[0])
	if !ok {
		return py.Value{}, t.TypeErr("getgrnam() argument 'name' must be str, not %s", a[0].Type().Name())
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
	return py.Value{}, t.KeyErr(py.NewStr("getgrnam(): name not found: " + r.String()).Value())
}

func init() { py.RegisterPackage(registerGrp, "grp") }

func registerGrp() {
	py.RegisterModule(py.ModuleSpec{
		Name: "grp", Doc: "The group database. Entries are struct_group objects; one that does not exist is a\nKeyError.",
		Methods: []py.MethodSpec{
			{Name: "getgrgid", Sig: "id", Fn: py.FnSig(getgrgid), Doc: "Return the group database entry for the given numeric group ID."},
			{Name: "getgrnam", Sig: "name", Fn: py.FnSig(getgrnam), Doc: "Return the group database entry for the given group name."},
			{Name: "getgrall", Doc: "Return a list of all available group entries, in arbitrary order.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				var all []py.Value
				err := each(t, func(e []string) bool {
					all = append(all, entry(e))
					return true
				})
				return py.NewList(all).Value(), err
			})},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("struct_group", group.Type.Value())
			return nil
		},
	})
}
