package host

import (
	"strconv"

	"golang.org/x/sys/unix"
)

const (
	getTermios = unix.TCGETS
	setTermios = uint(unix.TCSETS)
)

func (realTerminal) Name(fd int) (string, error) {
	files := realFiles{}
	if _, err := files.Fstat(fd); err != nil {
		return "", err
	}
	if !files.IsTerminal(fd) {
		return "", NewError(ENOTTY)
	}
	s, err := files.Readlink(AtCwd, "/proc/self/fd/"+strconv.Itoa(fd))
	if err != nil {
		return "", NewError(Errno(err))
	}
	return s, nil
}

func (realTerminal) Openpty() (int, int, error) {
	master, err := unix.Open("/dev/ptmx", unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC, 0)
	if err != nil {
		return -1, -1, wrap(err)
	}
	n, err := unix.IoctlGetInt(master, unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(master, unix.TIOCSPTLCK, 0)
	}
	slave := -1
	if err == nil {
		slave, err = unix.Open("/dev/pts/"+strconv.Itoa(n), unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC, 0)
	}
	if err != nil {
		unix.Close(master)
		return -1, -1, wrap(err)
	}
	return master, slave, nil
}

func (realTerminal) Flush(fd, queue int) error { return wrap(unix.IoctlSetInt(fd, unix.TCFLSH, queue)) }

// Drain uses the break request's other meaning: wait for output, send nothing.
func (realTerminal) Drain(fd int) error { return wrap(unix.IoctlSetInt(fd, unix.TCSBRK, 1)) }

func (realTerminal) Flow(fd, action int) error {
	return wrap(unix.IoctlSetInt(fd, unix.TCXONC, action))
}

func (realTerminal) SendBreak(fd, duration int) error {
	return wrap(unix.IoctlSetInt(fd, unix.TCSBRKP, duration))
}
