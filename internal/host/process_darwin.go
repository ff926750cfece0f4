package host

import (
	"runtime"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

func (*realProcess) Ids() (uid, gid [3]int) {
	e, g := unix.Geteuid(), unix.Getegid()
	return [3]int{unix.Getuid(), e, e}, [3]int{unix.Getgid(), g, g}
}

// The system has no call to set the saved ids, so they are not touched.

func (*realProcess) SetUids(real, effective, saved int) error {
	return wrap(syscall.Setreuid(real, effective))
}

func (*realProcess) SetGids(real, effective, saved int) error {
	return wrap(syscall.Setregid(real, effective))
}

func (*realProcess) Priority(which, who int) (int, error) {
	n, err := unix.Getpriority(which, who)
	return n, wrap(err)
}

func (p *realProcess) Times() (Times, error) {
	self, err := p.Rusage(unix.RUSAGE_SELF)
	if err != nil {
		return Times{}, err
	}
	kids, err := p.Rusage(unix.RUSAGE_CHILDREN)
	if err != nil {
		return Times{}, err
	}
	return Times{self.Utime, self.Stime, kids.Utime, kids.Stime, time.Duration(time.Now().UnixNano())}, nil
}

func (*realProcess) CPUCount() int { return runtime.NumCPU() }

// lastFd is the highest open descriptor.
func lastFd() (int, error) { return lastFdIn("/dev/fd") }
