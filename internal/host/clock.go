package host

import (
	"sync"
	"sync/atomic"
	"time"
)

// realClock reads the system's clocks.
type realClock struct {
	env   Env
	start time.Time // carries Go's monotonic reading
	base  int64     // the system's monotonic clock at start
	clockOS
	once sync.Once
	zone atomic.Pointer[time.Location]
}

func newRealClock(env Env) *realClock {
	return &realClock{env: env, start: time.Now(), base: monotonicBase()}
}

func (*realClock) Realtime() int64 { return time.Now().UnixNano() }

func (c *realClock) Monotonic() int64 { return c.base + int64(time.Since(c.start)) }

func (*realClock) Sleep(d time.Duration, cancel <-chan struct{}) bool {
	if cancel == nil {
		time.Sleep(d)
		return true
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-cancel:
		return false
	}
}

func (c *realClock) Location() *time.Location {
	c.once.Do(c.SetZone)
	return c.zone.Load()
}

func (c *realClock) SetZone() {
	tz, set := c.env.Get("TZ")
	c.zone.Store(loadZone(tz, set))
}
