// Package etc reads the files of the user and group databases, for the modules
// pwd and grp.
package etc

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// Lines calls f with the fields of the lines of a file until it returns false.
// A file that does not exist has none.
func Lines(t *py.Thread, name string, f func(fields []string) bool) *py.Exc {
	fs := t.Interp().Host().Files
	var text []byte
	err, exc := t.Retry(func() error {
		text = text[:0]
		fd, err := fs.Open(host.AtCwd, name, host.O_RDONLY|host.O_CLOEXEC, 0)
		if err != nil {
			return err
		}
		defer fs.Close(fd)
		buf := make([]byte, 16384)
		for {
			n, err := fs.Read(fd, buf)
			if err != nil {
				return err
			}
			if n == 0 {
				return nil
			}
			text = append(text, buf[:n]...)
		}
	})
	if exc != nil {
		return exc
	}
	if err != nil {
		if host.Errno(err) == host.ENOENT {
			return nil
		}
		return t.OSErr(err)
	}
	for line := range strings.SplitSeq(string(text), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if !f(strings.Split(line, ":")) {
			return nil
		}
	}
	return nil
}

// ID converts a user or group id. inRange is false for a number that no id is.
func ID(t *py.Thread, what string, v py.Value) (n int, inRange bool, exc *py.Exc) {
	if v.Type().Slots().Index == nil {
		return 0, false, t.TypeErr("%s should be integer, not %s", what, v.Type().BareName())
	}
	x, err := t.Index(v)
	if err != nil {
		return 0, false, err
	}
	b := py.BigOf(x)
	if !b.IsInt64() || b.Int64() < 0 || b.Int64() >= 1<<32 {
		return 0, false, nil
	}
	return int(b.Int64()), true, nil
}
