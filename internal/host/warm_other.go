//go:build !linux

package host

// WarmHeap does nothing on this system.
func WarmHeap() {}
