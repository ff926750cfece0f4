//go:build linux || darwin

package host

import (
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// The system's numbers of two timers, ITIMER_REAL and ITIMER_PROF.
const (
	itimerReal = 0
	itimerProf = 2
)

// profTimer is an interval timer of the processor time that the process uses.
type profTimer struct {
	mu       sync.Mutex
	due      time.Duration // processor time at which it is over, 0: not armed
	interval time.Duration
	arm      int // counts the times it was set
}

// profTick is how often the timer looks at least.
const profTick = 10 * time.Millisecond

func cpuTime() (time.Duration, error) {
	var r unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &r); err != nil {
		return 0, wrap(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano()), nil
}

func (p *profTimer) left(now time.Duration) time.Duration {
	if p.due == 0 {
		return 0
	}
	return max(p.due-now, time.Microsecond)
}

func (p *profTimer) get() (time.Duration, time.Duration, error) {
	now, err := cpuTime()
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.left(now), p.interval, err
}

// set arms the timer, or disarms it when value is 0; fire is called when it is over.
func (p *profTimer) set(value, interval time.Duration, fire func()) (time.Duration, time.Duration, error) {
	now, err := cpuTime()
	if err != nil {
		return 0, 0, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	oldValue, oldInterval := p.left(now), p.interval
	p.arm++
	p.due, p.interval = 0, interval
	if value > 0 {
		p.due = now + value
		go p.run(p.arm, fire)
	}
	return oldValue, oldInterval, nil
}

// run waits for the timer as it was set at the arm-th time.
func (p *profTimer) run(arm int, fire func()) {
	for {
		now, err := cpuTime()
		if err != nil {
			return
		}
		p.mu.Lock()
		if p.arm != arm {
			p.mu.Unlock()
			return
		}
		left := p.due - now
		over, more := left <= 0, p.interval > 0
		if over {
			if p.due = 0; more {
				p.due = now + p.interval
				left = p.interval
			}
		}
		p.mu.Unlock()
		if over {
			fire()
			if !more {
				return
			}
		}
		// Several processors may use the time up faster than it passes.
		time.Sleep(min(max(left/8, time.Millisecond), profTick))
	}
}
