package host

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// sigaction is the kernel's struct: handler, flags, restorer and mask. All zero
// is the default action.
type sigaction [4]uint64

func setAction(sig int, act *sigaction) (old sigaction) {
	unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(sig), uintptr(unsafe.Pointer(act)), uintptr(unsafe.Pointer(&old)), 8, 0, 0)
	return old
}

// OwnDefault tells whether the Go runtime's default for a signal is not the
// system's: it would print its goroutines and exit, or do nothing at all.
func OwnDefault(sig int) bool {
	switch unix.Signal(sig) {
	case unix.SIGQUIT, unix.SIGABRT, unix.SIGTRAP, unix.SIGSYS, unix.SIGSTKFLT,
		unix.SIGUSR1, unix.SIGUSR2, unix.SIGALRM, unix.SIGVTALRM, unix.SIGPIPE, unix.SIGXCPU, unix.SIGXFSZ, unix.SIGIO, unix.SIGPWR:
		return true
	}
	return sig > 33
}

// unhandle gives the system's default action back to a signal, as package signal
// cannot: it leaves SIGINT and SIGHUP ignored after they were ignored once.
func (s *realSignals) unhandle(sig int) {
	if !OwnDefault(sig) && sig != int(unix.SIGINT) && sig != int(unix.SIGHUP) {
		return
	}
	old := setAction(sig, &sigaction{})
	if old[0] > 1 {
		s.goActions[sig] = old
	}
}

// rehandle undoes unhandle: package signal takes it for granted that the Go
// runtime's handler is there.
func (s *realSignals) rehandle(sig int) {
	if act, ok := s.goActions[sig]; ok {
		delete(s.goActions, sig)
		setAction(sig, &act)
	}
}

// dieOf makes a signal fatal that the Go runtime keeps for itself: the
// process is about to send it to itself.
func dieOf(sig int) {
	switch unix.Signal(sig) {
	case unix.SIGSEGV, unix.SIGBUS, unix.SIGFPE, unix.SIGILL, unix.SIGPROF:
		setAction(sig, &sigaction{})
	}
}
