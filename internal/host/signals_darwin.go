package host

// timers are absent: x/sys does not wrap the call.
type timers = noSignals

// sigaction is not needed: x/sys does not wrap the call.
type sigaction struct{}

// unhandle does nothing: the Go runtime's handler stays.
func (s *realSignals) unhandle(int) {}

func (s *realSignals) rehandle(int) {}

// dieOf does nothing for the same reason.
func dieOf(int) {}
