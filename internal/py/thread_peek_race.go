//go:build race

package py

import "unsafe"

func pointerTo[T any](p **T) *unsafe.Pointer { return (*unsafe.Pointer)(unsafe.Pointer(p)) }

// peekStack reads nothing under the race detector, which would rightly object.
func (t *Thread) peekStack(*ThreadStack, int) {}
