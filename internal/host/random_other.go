//go:build !linux

package host

type getrandom struct{}

func (getrandom) Getrandom(p []byte, flags int) (int, error) { return 0, noSys() }
