package host

// timers are absent: x/sys does not wrap the call.
type timers = noSignals
