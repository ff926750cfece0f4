package cli

import (
	"testing"
	"time"
)

// TestHeapPolicy lets programs collect as often as their allocation rate makes
// them, and looks at what the policy allows in the end.
func TestHeapPolicy(t *testing.T) {
	const mb = 1 << 20
	for _, c := range []struct {
		name string
		rate float64 // bytes a second
		live uint64
		min  uint64 // bounds of what the heap may grow by
		max  uint64
	}{
		{"idle", 1 * mb, 3 * mb, growthMin, growthMin},
		{"moderate", 160 * mb, 3 * mb, 30 * mb, 50 * mb},
		{"busy", 2000 * mb, 3 * mb, growthMax, growthMax},
		{"large", 2000 * mb, 1000 * mb, growthMax, growthMax},
	} {
		now := time.Unix(0, 0)
		h := heapPolicy{growth: growthMin, last: now}
		for range 20 {
			now = now.Add(time.Duration(float64(h.growth) / c.rate * float64(time.Second)))
			h.next(now, c.live)
		}
		if h.growth < c.min || h.growth > c.max {
			t.Errorf("%s: growth of %d MB", c.name, h.growth/mb)
		}
		if got := uint64(h.percent) * max(c.live, goFloor) / 100; got < max(h.growth, c.live)*9/10 || got > max(h.growth, c.live) {
			t.Errorf("%s: percentage %d lets %d MB grow by %d MB", c.name, h.percent, c.live/mb, got/mb)
		}
	}
}
