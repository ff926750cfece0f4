package stdlib

import (
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/signal"
)

// Install sets up what a program has from its start without importing a module:
// the handlers of signals.
func Install(t *py.Thread) *py.Exc { return signal.Install(t) }
