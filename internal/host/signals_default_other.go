//go:build !linux

package host

// OwnDefault tells whether the Go runtime's default for a signal is not the
// system's and can be replaced by that.
func OwnDefault(int) bool { return false }
