package signal

import (
	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// For modules that take a signal over for a while.

// Take has deliver called, on a goroutine of the host's, when a signal comes.
func Take(t *py.Thread, sig int, deliver func(sig int)) error {
	err := t.Interp().Host().Signals.Set(sig, host.Deliver, deliver)
	if err == nil {
		s := stateOf(t)
		s.mu.Lock()
		s.taken |= bit(sig)
		s.mu.Unlock()
	}
	return err
}

// Restore gives a signal back to the handler that signal.signal() set, or to its
// default action.
func Restore(in *py.Interp, sig int) error {
	s, ok := in.LookupModuleState("_signal").(*state)
	if !ok {
		return in.Host().Signals.Set(sig, host.Default, nil)
	}
	_, masked := blocked(in, sig)
	s.mu.Lock()
	h := s.handlers[sig]
	s.mu.Unlock()
	return s.dispose(in, sig, h, masked)
}

// Chain does with a signal that was taken over what would have been done with
// it. It tells whether the signal's disposition changed by that, if the process
// lives on.
func Chain(in *py.Interp, sig int) bool {
	s, ok := in.LookupModuleState("_signal").(*state)
	if ok && s.handled(in, sig) {
		s.deliver(in, sig)
		return false
	}
	if ok && s.ignores(sig) {
		return false
	}
	h := in.Host()
	if h.Signals.Set(sig, host.Default, nil) != nil {
		return false
	}
	// Who may not kill itself goes on living.
	_ = h.Process.Kill(h.Process.Pid(), sig)
	return true
}

// IgnoredInPython are the signals that Python ignores although the process does
// not: children of CPython inherit that.
func IgnoredInPython(t *py.Thread) []int {
	s, ok := t.Interp().LookupModuleState("_signal").(*state)
	if !ok {
		return nil
	}
	var sigs []int
	for _, sig := range [...]int{sigPipe, sigXfsz} {
		if s.ignores(sig) {
			sigs = append(sigs, sig)
		}
	}
	return sigs
}
