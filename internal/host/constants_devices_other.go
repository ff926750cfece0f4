//go:build !linux

package host

// The names of the device modules are tabulated for Linux only: elsewhere these
// modules have their functions without the names.

// ResourceConstants are the names of module resource.
func ResourceConstants() []Constant { return nil }

// FcntlConstants are the names of module fcntl.
func FcntlConstants() []Constant { return nil }

// SelectConstants are the names of module select.
func SelectConstants() []Constant { return nil }

// TermiosConstants are the names of module termios.
func TermiosConstants() []Constant { return nil }

// MmapConstants are the names of module mmap.
func MmapConstants() []Constant { return nil }
