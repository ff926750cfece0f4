//go:build race

package py

// raceEnabled tells whether the race detector watches: then readers take the
// lock, where they otherwise read first and check afterwards.
const raceEnabled = true

//go:norace
func storeWord(p *uint32, v uint32) { *p = v }

//go:norace
func storePointer[T any](p **T, v *T) { *p = v }
