// Package errno is the errno module: the numbers of the system's errors.
package errno

import (
	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

func init() {
	py.RegisterModule(py.ModuleSpec{
		Name: "errno",
		Doc:  "This module makes available standard errno system symbols.\n\nThe value of each symbol is the corresponding integer value,\ne.g., on most systems, errno.ENOENT equals the integer 2.",
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			names := py.NewDict()
			for _, c := range host.ErrnoConstants() {
				m.Set(c.Name, py.IntOf(c.Value))
				if err := names.Set(t, py.IntOf(c.Value), py.InternStr(c.Name).Value()); err != nil {
					return err
				}
			}
			m.Set("errorcode", names.Value())
			return nil
		},
	})
}
