package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// When the collector works. Go's own setting, a percentage of what is alive,
// collects small heaps far too often: a collection has costs of its own, and
// looks at all that is alive, a few megabytes as soon as Python runs. So the
// heap may grow by what is alive, and by no less than the program fills in
// pause, between the bounds growthMin and growthMax. A program that hardly
// allocates stays small, and one that allocates all the time is not held up.
const (
	growthMin = 16 << 20
	growthMax = 96 << 20
	pause     = 250 * time.Millisecond
	// goFloor is what Go takes at least for what is alive.
	goFloor = 4 << 20
)

// heapPolicy decides how far the heap may grow before the next collection.
type heapPolicy struct {
	growth  uint64    // bytes, now
	percent int       // Go's setting for it
	last    time.Time // of the last collection
}

// next takes note of a collection at the time now that left live bytes, and
// sets growth and percent.
func (h *heapPolicy) next(now time.Time, live uint64) {
	want := float64(h.growth) * float64(pause) / float64(max(now.Sub(h.last), time.Millisecond))
	// One pause tells little: a program has phases, and waits now and then.
	want = min(max(want, float64(h.growth)/2), 2*float64(h.growth))
	h.growth = uint64(min(max(want, growthMin), growthMax))
	h.last = now
	h.percent = int(100 * max(h.growth, live) / max(live, goFloor))
}

// manageHeap sets Go's percentage, now and after each collection.
func manageHeap() {
	h := heapPolicy{growth: growthMin, last: time.Now()}
	h.percent = int(100 * h.growth / goFloor)
	debug.SetGCPercent(h.percent)
	afterCollection(func() {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		if live[0].Value.Kind() != metrics.KindUint64 {
			return
		}
		// Setting it stops the program for a moment; small changes do not matter.
		was := h.percent
		h.next(time.Now(), live[0].Value.Uint64())
		if h.percent > was+was/16 || h.percent < was-was/16 {
			debug.SetGCPercent(h.percent)
		} else {
			h.percent = was
		}
	})
}

// afterCollection calls f after each collection, in a goroutine that is not
// the program's.
func afterCollection(f func()) {
	runtime.AddCleanup(new(*byte), func(f func()) {
		f()
		afterCollection(f)
	}, f)
}
