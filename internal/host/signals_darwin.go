package host

// timers are absent: x/sys does not wrap the call.
type timers = noSignals

// unhandle does nothing: the Go runtime's handler stays.
func unhandle(int) {}
