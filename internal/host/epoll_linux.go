package host

import "golang.org/x/sys/unix"

func (realFiles) EpollCreate(flags int) (int, error) {
	fd, err := unix.EpollCreate1(flags)
	return fd, wrap(err)
}

func (realFiles) EpollCtl(epfd, op, fd int, events uint32) error {
	return wrap(unix.EpollCtl(epfd, op, fd, &unix.EpollEvent{Events: events, Fd: int32(fd)}))
}

func (realFiles) EpollWait(epfd int, events []EpollEvent) (int, error) {
	raw := make([]unix.EpollEvent, len(events))
	n, err := unix.EpollWait(epfd, raw, 0)
	if err != nil {
		return 0, wrap(err)
	}
	for i := range raw[:n] {
		events[i] = EpollEvent{int(raw[i].Fd), raw[i].Events}
	}
	return n, nil
}
