//go:build !amd64 && !race

package py

import (
	"sync/atomic"
	"unsafe"
)

// What the new word refers to is visible before it is.

func storeWord(p *uint32, v uint32) { atomic.StoreUint32(p, v) }

func loadPointer[T any](p **T) *T {
	return (*T)(atomic.LoadPointer((*unsafe.Pointer)(unsafe.Pointer(p))))
}

func storePointer[T any](p **T, v *T) {
	atomic.StorePointer((*unsafe.Pointer)(unsafe.Pointer(p)), unsafe.Pointer(v))
}
