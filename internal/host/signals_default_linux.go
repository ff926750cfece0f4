package host

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// unhandle gives the default action back to a signal upon which the Go runtime
// would print its goroutines and exit, or which it keeps to itself, as package
// signal cannot.
func unhandle(sig int) {
	switch unix.Signal(sig) {
	case unix.SIGABRT, unix.SIGQUIT, unix.SIGTRAP, unix.SIGSYS, unix.SIGPROF:
	default:
		return
	}
	// struct sigaction of the kernel: handler, flags, restorer and mask. All
	// zero is the default action.
	var act [4]uint64
	unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(sig), uintptr(unsafe.Pointer(&act)), 0, 8, 0, 0)
}
