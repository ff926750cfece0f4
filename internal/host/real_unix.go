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

// Claim is Real for the only host of a process whose descriptors are to be its
// programs' own. It must be called before anything else is opened.
func Claim() *Host {
	h := Real()
	h.Files.(realFiles).p.claim()
	return h
}

// processState guards what belongs to the whole process and is changed for a
// moment while a child is started. It stands once per process because the
// thing it guards does.
var processState sync.Mutex
