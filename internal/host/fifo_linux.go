package host

import "golang.org/x/sys/unix"

func (f realFiles) TryFIFO(dirfd int, path string, flags, mode int) (int, bool, error) {
	if flags&(unix.O_NONBLOCK|unix.O_PATH) != 0 || flags&unix.O_ACCMODE == unix.O_RDWR {
		return -1, false, nil
	}
	var st unix.Stat_t
	if unix.Fstatat(dirfd, path, &st, 0) != nil || st.Mode&unix.S_IFMT != unix.S_IFIFO {
		return -1, false, nil
	}
	fd, err := unix.Openat(dirfd, path, flags|unix.O_NONBLOCK|unix.O_CLOEXEC, uint32(mode))
	if err == unix.ENXIO {
		return -1, true, nil
	}
	if err != nil {
		return -1, true, wrapPath(err, path)
	}
	return fd, true, nil
}

func (f realFiles) HasWriter(fd int) (bool, error) {
	p := []unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}
	if n, err := unix.Poll(p, 0); n > 0 || err != nil && err != unix.EINTR {
		return true, wrap(err)
	}
	// Of an empty pipe tee says EAGAIN while somebody may write to it, and takes
	// nothing out of one that is not empty any more.
	var room [2]int
	if err := unix.Pipe2(room[:], unix.O_CLOEXEC|unix.O_NONBLOCK); err != nil {
		return false, wrap(err)
	}
	n, err := unix.Tee(fd, room[1], 1, unix.SPLICE_F_NONBLOCK)
	for _, fd := range room {
		if cerr := unix.Close(fd); cerr != nil && err == nil {
			err = cerr
		}
	}
	switch err {
	case unix.EAGAIN:
		return true, nil
	case unix.EINTR:
		return false, nil
	}
	return n > 0, wrap(err)
}
