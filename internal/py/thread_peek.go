//go:build !race

package py

import "unsafe"

func pointerTo[T any](p **T) *unsafe.Pointer { return (*unsafe.Pointer)(unsafe.Pointer(p)) }

// peekStack reads the stack of a thread that does not come to a safe point
// because it is in a long native call. The frames may change meanwhile: each
// pointer read is whole, frames and code are never given back while somebody
// refers to them, and a wrong line is the worst that can come of it.
func (t *Thread) peekStack(s *ThreadStack, limit int) {
	for fr, n := peek(&t.cur), 0; fr != nil; fr, n = peek(&fr.prev), n+1 {
		code := peek(&fr.code)
		if code == nil || t.over.Load() {
			return
		}
		if n == limit {
			s.More = true
			return
		}
		pc := uintptr(unsafe.Pointer(peek((**byte)(unsafe.Pointer(&fr.pc)))))
		word := int(pc-uintptr(unsafe.Pointer(unsafe.SliceData(code.instrs))))/8 - 1
		s.Calls = append(s.Calls, Call{code.filename, code.name, code.lineAt(min(max(word, 0), max(len(code.instrs)-1, 0)))})
	}
}
