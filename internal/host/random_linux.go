package host

import "golang.org/x/sys/unix"

type getrandom struct{}

func (getrandom) Getrandom(p []byte, flags int) (int, error) {
	n, err := unix.Getrandom(p, flags)
	if err != nil {
		return 0, wrap(err)
	}
	return n, nil
}
