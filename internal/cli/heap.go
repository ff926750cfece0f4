package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// When the collector works. Go's own setting, a percentage of what is alive,
// collects small heaps far too often: a collection has costs of its own, and
// looks at all that is alive, a few megabytes as soon as Python runs. So the
// heap may grow by several times what is alive, but by no less than growthMin
// and, until what is alive is as much, by no more than growthMax. That keeps
// the share of time that collecting takes about the same for small programs
// and large ones, and the memory of small ones small.
const (
	growthMin   = 16 << 20
	growthMax   = 64 << 20
	growthTimes = 6
	// goFloor is what Go takes at least for what is alive.
	goFloor = 4 << 20
)

// collectorPercent is Go's percentage for a number of bytes that are alive.
func collectorPercent(live uint64) int {
	growth := max(live, min(max(growthMin, growthTimes*live), growthMax))
	return int(100 * growth / max(live, goFloor))
}

// manageHeap sets the percentage, now and after each collection.
func manageHeap() {
	percent := collectorPercent(0)
	debug.SetGCPercent(percent)
	afterCollection(func() {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		if live[0].Value.Kind() != metrics.KindUint64 {
			return
		}
		// Setting it stops the program for a moment; small changes do not matter.
		if p := collectorPercent(live[0].Value.Uint64()); p > percent+percent/16 || p < percent-percent/16 {
			percent = p
			debug.SetGCPercent(p)
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
