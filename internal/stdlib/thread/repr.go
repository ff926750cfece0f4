package thread

import (
	"fmt"

	"github.com/coachwhip/coachwhip/internal/py"
)

func lockRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	state := "unlocked"
	if len(asLock(v).free) == 0 {
		state = "locked"
	}
	return py.NewStr(fmt.Sprintf("<%s %s object at %p>", state, v.Type().Name(), v.Ptr())).Value(), nil
}

func rlockRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	l := asRLock(v)
	state := "unlocked"
	if l.count > 0 {
		state = "locked"
	}
	return py.NewStr(fmt.Sprintf("<%s %s object owner=%d count=%d at %p>", state, v.Type().Name(), l.owner, l.count, v.Ptr())).Value(), nil
}
