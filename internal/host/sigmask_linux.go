package host

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// maskThread blocks further signals in this system thread, which the goroutine
// keeps until it calls the function that is returned. Programs started
// meanwhile inherit the mask.
func maskThread(mask uint64) func() {
	runtime.LockOSThread()
	var old unix.Sigset_t
	set := unix.Sigset_t{Val: [16]uint64{mask}}
	if err := unix.PthreadSigmask(unix.SIG_BLOCK, &set, &old); err != nil {
		return runtime.UnlockOSThread
	}
	return func() {
		if unix.PthreadSigmask(unix.SIG_SETMASK, &old, nil) == nil {
			runtime.UnlockOSThread() // or else the thread ends with its goroutine
		}
	}
}

// Inherited is read before any other mask is set: the Go runtime keeps it.
func (s *realSignals) Inherited() uint64 {
	var old unix.Sigset_t
	if unix.PthreadSigmask(unix.SIG_BLOCK, nil, &old) != nil {
		return 0
	}
	return old.Val[0]
}
