//go:build !race

package py

// raceEnabled tells whether the race detector watches: then readers take the
// lock, where they otherwise read first and check afterwards.
const raceEnabled = false
