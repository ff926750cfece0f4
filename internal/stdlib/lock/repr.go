package lock

import (
	"fmt"

	"github.com/coachwhip/coachwhip/internal/py"
)

func lockRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	state := "unlocked"
	if asLock(v).Mu.Held() {
		state = "locked"
	}
	return py.NewStr(fmt.Sprintf("<%s %s object at %p>", state, v.Type().Name(), v.Ptr())).Value(), nil
}

func rlockRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	l := asRLock(v)
	state := "unlocked"
	owner := l.owner.Load()
	count := 0
	if l.Mu.Held() {
		count = l.count
		state = "locked"
	}
	return py.NewStr(fmt.Sprintf("<%s %s object owner=%d count=%d at %p>", state, v.Type().Name(), owner, count, v.Ptr())).Value(), nil
}
