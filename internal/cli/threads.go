package cli

import (
	"strconv"
	"strings"
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// threadOptions are the options that make threads observable.
type threadOptions struct {
	deadlock py.DeadlockMode
	grace    time.Duration // for which nothing may have changed, 0: as usual
	stats    bool
	// dumpSignal is the signal upon which all threads are described, 0 for none;
	// the program goes on after it if goOn is set, else it dies of the signal.
	dumpSignal int
	goOn       bool
}

// parseThreadOptions reads -X deadlock, -X dumpsignal and -X threadstats.
func (c *config) parseThreadOptions() error {
	o := &c.threads
	mode, grace, graced := strings.Cut(strings.TrimPrefix(c.xopts["deadlock"], "="), ",")
	seconds, err := strconv.ParseFloat(grace, 64)
	switch {
	case graced && (err != nil || !(seconds > 0 && seconds < 1e6)):
		mode = "?"
	case graced:
		o.grace = time.Duration(seconds * float64(time.Second))
	}
	switch mode {
	case "", "warn":
		o.deadlock = py.DeadlockWarn
	case "error":
		o.deadlock = py.DeadlockError
	case "off":
		o.deadlock = py.DeadlockOff
	default:
		return fatalError("-X deadlock must be \"warn\", \"error\" or \"off\", and may have a number of seconds after a comma")
	}
	o.stats = has(c.xopts, "threadstats")
	name, asked := c.xopts["dumpsignal"]
	name = strings.TrimPrefix(strings.TrimPrefix(name, "="), "SIG")
	if name == "off" {
		return nil
	}
	if name == "" {
		name = "QUIT"
	}
	for _, s := range host.SignalConstants() {
		if s.Name == "SIG"+name {
			o.dumpSignal = s.Value
		}
	}
	o.goOn = asked
	if asked && (o.dumpSignal == 0 || name == "KILL" || name == "STOP" || name == "INT") {
		return fatalError("-X dumpsignal must be the name of a signal that can be caught, or \"off\"")
	}
	return nil
}

// observeThreads starts what the options ask for.
func (p *program) observeThreads() {
	in, o := p.t.Interp(), p.c.threads
	in.WatchDeadlocks(o.deadlock, o.grace)
	if o.stats {
		p.stats = newThreadStats(in)
	}
}

// dumpOnSignal has all threads described when the signal for that comes.
func (p *program) dumpOnSignal() {
	in, o := p.t.Interp(), p.c.threads
	if o.dumpSignal == 0 || !o.goOn && p.h.Signals.Ignored(o.dumpSignal) {
		return
	}
	// A host without signals has no dump.
	_ = p.h.Signals.Set(o.dumpSignal, host.Deliver, func(sig int) {
		p.warnf("%s", "All threads:\n"+in.DumpThreads())
		if !o.goOn {
			p.dieOf(sig)
		}
	})
}
