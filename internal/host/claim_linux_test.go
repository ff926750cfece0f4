package host

import (
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// A program that closes whatever is open, lists it, or wants a descriptor's
// number, must not hit what the Go runtime waits with.
func TestClaim(t *testing.T) {
	p := &poller{}
	p.claim()
	if p.goFds[0] < 3 || p.goFds[1] <= p.goFds[0] {
		t.Fatal("the runtime's descriptors were not found:", p.goFds)
	}
	f := realFiles{p: p}
	for _, fd := range p.goFds {
		if err := f.Close(fd); Errno(err) != EBADF {
			t.Error("closed:", err)
		}
		if err := f.Dup2(1, fd, false); Errno(err) != EBUSY {
			t.Error("replaced:", err)
		}
		if _, err := f.Fstat(fd); Errno(err) != EBADF {
			t.Error("seen:", err)
		}
		if err := f.SetInheritable(fd, true); Errno(err) != EBADF {
			t.Error("made inheritable:", err)
		}
		if _, err := f.Dup(fd, false); Errno(err) != EBADF {
			t.Error("duplicated:", err)
		}
		if _, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err != nil {
			t.Error("gone:", err)
		}
	}
	time.Sleep(time.Millisecond) // through the runtime's own timer
}
