//go:build linux || darwin

package host

import "golang.org/x/sys/unix"

type realTerminal struct {
	//lint:ignore U1000 not every unix has all of it
	noTerminal
}

func (realTerminal) Size(fd int) (int, int, error) {
	ws, err := unix.IoctlGetWinsize(fd, unix.TIOCGWINSZ)
	if err != nil {
		return 0, 0, wrap(err)
	}
	return int(ws.Col), int(ws.Row), nil
}

func (realTerminal) Attr(fd int) (Termios, error) {
	t, err := unix.IoctlGetTermios(fd, getTermios)
	if err != nil {
		return Termios{}, wrap(err)
	}
	return Termios{
		uint64(t.Iflag), uint64(t.Oflag), uint64(t.Cflag), uint64(t.Lflag), uint64(t.Ispeed), uint64(t.Ospeed),
		append([]byte(nil), t.Cc[:]...),
	}, nil
}

func (realTerminal) SetAttr(fd, when int, t Termios) error {
	if when < 0 || when > 2 {
		return NewError(EINVAL)
	}
	old, err := unix.IoctlGetTermios(fd, getTermios)
	if err != nil {
		return wrap(err)
	}
	put(&old.Iflag, int64(t.Iflag))
	put(&old.Oflag, int64(t.Oflag))
	put(&old.Cflag, int64(t.Cflag))
	put(&old.Lflag, int64(t.Lflag))
	put(&old.Ispeed, int64(t.Ispeed))
	put(&old.Ospeed, int64(t.Ospeed))
	copy(old.Cc[:], t.Cc)
	return wrap(unix.IoctlSetTermios(fd, setTermios+uint(when), old))
}

func (term realTerminal) MakeRaw(fd int) (func() error, error) {
	old, err := term.Attr(fd)
	if err != nil {
		return nil, err
	}
	raw := old
	raw.Cc = append([]byte(nil), old.Cc...)
	raw.Iflag &^= unix.IGNBRK | unix.BRKINT | unix.PARMRK | unix.ISTRIP | unix.INLCR | unix.IGNCR | unix.ICRNL | unix.IXON
	raw.Oflag &^= unix.OPOST
	raw.Lflag &^= unix.ECHO | unix.ECHONL | unix.ICANON | unix.ISIG | unix.IEXTEN
	raw.Cflag = raw.Cflag&^(unix.CSIZE|unix.PARENB) | unix.CS8
	raw.Cc[unix.VMIN], raw.Cc[unix.VTIME] = 1, 0
	if err := term.SetAttr(fd, 0, raw); err != nil {
		return nil, err
	}
	return func() error { return term.SetAttr(fd, 0, old) }, nil
}

func (realTerminal) Pgrp(fd int) (int, error) {
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPGRP)
	return n, wrap(err)
}

func (realTerminal) SetPgrp(fd, pgrp int) error {
	return wrap(unix.IoctlSetPointerInt(fd, unix.TIOCSPGRP, pgrp))
}
