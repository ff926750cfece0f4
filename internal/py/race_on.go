//go:build race

package py

import "sync/atomic"

// raceEnabled tells whether the race detector watches: then readers take the
// lock, where they otherwise read first and check afterwards.
const raceEnabled = true

//go:norace
func storeWord(p *uint32, v uint32) { *p = v }

// unordered tells the race detector that what a new pointer refers to was
// written before it was stored.
var unordered atomic.Uint32

//go:norace
func storePointer[T any](p **T, v *T) {
	unordered.Add(1)
	*p = v
}

//go:norace
func loadPointer[T any](p **T) *T {
	v := *p
	unordered.Load()
	return v
}
