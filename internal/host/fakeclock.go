package host

import (
	"sync"
	"time"
)

// FakeClock is a clock that stands still until somebody sleeps or calls
// Advance. A Sleep returns at once and moves the clock to its end, unless
// another has moved it there already, so that a program of one thread sees the
// times it would see on a real clock. Processor time is that of the clock.
type FakeClock struct {
	mu    sync.Mutex
	start time.Time
	now   time.Duration // since start
	loc   *time.Location
}

// NewFakeClock starts a clock; its time zone is that of start.
func NewFakeClock(start time.Time) *FakeClock {
	return &FakeClock{start: start, loc: start.Location()}
}

// Advance moves the clock forward.
func (c *FakeClock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now += max(d, 0)
}

func (c *FakeClock) Realtime() int64 { return c.start.UnixNano() + c.Monotonic() }

func (c *FakeClock) Monotonic() int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return int64(c.now)
}

func (c *FakeClock) ProcessCPU() (int64, error) { return c.Monotonic(), nil }

func (c *FakeClock) ThreadCPU() (int64, error) { return c.Monotonic(), nil }

// Get knows clock 0 as the wall clock and 1 as the monotonic one.
func (c *FakeClock) Get(clock int) (Time, error) {
	switch clock {
	case 0:
		return TimeOf(c.Realtime()), nil
	case 1:
		return TimeOf(c.Monotonic()), nil
	}
	return Time{}, NewError(EINVAL)
}

func (c *FakeClock) Resolution(clock int) (Time, error) {
	if clock != 0 && clock != 1 {
		return Time{}, NewError(EINVAL)
	}
	return Time{0, 1}, nil
}

func (c *FakeClock) Sleep(d time.Duration, cancel <-chan struct{}) bool {
	select {
	case <-cancel:
		return false
	default:
	}
	c.Advance(d)
	return true
}

func (c *FakeClock) Location() *time.Location { return c.loc }

func (c *FakeClock) SetZone() {}
