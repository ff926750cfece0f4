package posix

import (
	"slices"
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// groupsOf is the groups of a user by /etc/group, with gid first.
func groupsOf(t *py.Thread, user string, gid int) ([]int, *py.Exc) {
	text, err := readFile(t, "/etc/group")
	if err != nil && !err.Is(py.FileNotFoundError) {
		return nil, err
	}
	groups := []int{gid}
	for line := range strings.SplitSeq(text, "\n") {
		f := strings.Split(line, ":")
		if len(f) < 4 || !slices.Contains(strings.Split(f[3], ","), user) {
			continue
		}
		if n, err := strconv.Atoi(f[2]); err == nil && !slices.Contains(groups, n) {
			groups = append(groups, n)
		}
	}
	return groups, nil
}

func userAndGid(t *py.Thread, a []py.Value) (string, int, *py.Exc) {
	user, err := t.FSEncode(a[0])
	if err != nil {
		return "", 0, err
	}
	gid, err := id(t, "gid", a[1])
	return user, gid, err
}

var groupMethods = []py.MethodSpec{
	{Name: "getgrouplist", Sig: "user, group, /", Doc: "Returns a list of groups to which a user belongs.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		user, gid, err := userAndGid(t, a)
		if err != nil {
			return py.Value{}, err
		}
		g, err := groupsOf(t, user, gid)
		return intList(g), err
	})},
	{Name: "initgroups", Sig: "username, gid, /", Doc: "Initialize the group access list: the groups of a user, and gid.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		user, gid, err := userAndGid(t, a)
		if err != nil {
			return py.Value{}, err
		}
		g, err := groupsOf(t, user, gid)
		if err != nil {
			return py.Value{}, err
		}
		return procNone(t, func(p host.Process) error { return p.SetGroups(g) })
	})},
	{Name: "getlogin", Doc: "Return the actual login name.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		text, err := readFile(t, "/proc/self/loginuid")
		if err != nil {
			if err.Is(py.OSError) {
				return py.Value{}, t.OSErrno(host.ENXIO)
			}
			return py.Value{}, err
		}
		uid := strings.TrimSpace(text)
		users, err := readFile(t, "/etc/passwd")
		if err != nil {
			return py.Value{}, err
		}
		for line := range strings.SplitSeq(users, "\n") {
			if f := strings.Split(line, ":"); len(f) > 2 && f[2] == uid {
				return py.FSDecode(f[0]).Value(), nil
			}
		}
		return py.Value{}, t.OSErrno(host.ENXIO)
	})},
}
