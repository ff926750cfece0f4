//go:build !linux && !darwin

package host

// AtCwd stands for the working directory where a directory descriptor is asked.
const AtCwd = -100

// Open flags as the Windows C runtime numbers them; what it lacks has a number
// that it does not use.
const (
	O_RDONLY    = 0
	O_WRONLY    = 1
	O_RDWR      = 2
	O_ACCMODE   = 3
	O_APPEND    = 8
	O_CREAT     = 0x100
	O_TRUNC     = 0x200
	O_EXCL      = 0x400
	O_CLOEXEC   = 0x80 // O_NOINHERIT
	O_BINARY    = 0x8000
	O_NONBLOCK  = 1 << 24
	O_DIRECTORY = 1 << 25
	O_NOFOLLOW  = 1 << 26
	O_SYNC      = 1 << 27
)

// Record locks.
const (
	F_RDLCK  = 0
	F_WRLCK  = 1
	F_UNLCK  = 2
	F_GETLK  = 5
	F_SETLK  = 6
	F_SETLKW = 7
)
