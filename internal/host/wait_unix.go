//go:build linux || darwin

package host

import "golang.org/x/sys/unix"

// Options of Wait4 and Waitid.
const (
	WNOHANG = unix.WNOHANG
	WEXITED = unix.WEXITED
	WNOWAIT = unix.WNOWAIT
)
