package host

import (
	"sync"
	"time"
)

// goAlarm is an Alarm on a timer of the Go runtime.
type goAlarm struct {
	clock interface{ Monotonic() int64 }
	fire  func()

	mu    sync.Mutex
	timer *time.Timer
	round int // counts Set and Stop, so that a late timer knows that it is late
}

func (a *goAlarm) Set(at int64) {
	d := time.Duration(at - a.clock.Monotonic())
	a.mu.Lock()
	defer a.mu.Unlock()
	a.round++
	round := a.round
	if a.timer != nil {
		a.timer.Stop()
	}
	a.timer = time.AfterFunc(max(d, 0), func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		if a.round == round {
			a.fire()
		}
	})
}

func (a *goAlarm) Stop() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.round++
	if a.timer != nil {
		a.timer.Stop()
	}
}

// fakeAlarm rings at once, and moves its clock to the time it was set to.
type fakeAlarm struct {
	clock *FakeClock
	fire  func()
}

// NewAlarm makes an alarm that rings as soon as it is set and moves the clock.
func (c *FakeClock) NewAlarm(fire func()) Alarm { return &fakeAlarm{c, fire} }

func (a *fakeAlarm) Set(at int64) {
	a.clock.Advance(time.Duration(at - a.clock.Monotonic()))
	a.fire()
}

func (a *fakeAlarm) Stop() {}
