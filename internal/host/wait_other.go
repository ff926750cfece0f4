//go:build !linux && !darwin

package host

// Options of Wait4 and Waitid, which no such system has.
const (
	WNOHANG = 1
	WEXITED = 4
	WNOWAIT = 1 << 24
)
