//go:build linux || darwin

package host

import "sync"

// Real is the operating system, with nothing held back.
func Real() *Host {
	env := realEnv{}
	p := &poller{}
	clock := newRealClock(env)
	clock.poller = p
	signals := newRealSignals()
	return &Host{
		Files:    realFiles{p: p},
		Mem:      realMem{},
		Env:      env,
		Process:  &realProcess{signals: signals},
		Signals:  signals,
		Clock:    clock,
		Random:   realRandom{},
		Terminal: realTerminal{},
		Net:      realNet{},
	}
}

// processState guards what belongs to the whole process and is changed for a
// moment while a child is started. It stands once per process because the
// thing it guards does.
var processState sync.Mutex
