//go:build linux || darwin

package host

import "golang.org/x/sys/unix"

// AtCwd stands for the working directory where a directory descriptor is asked.
const AtCwd = unix.AT_FDCWD

// Open flags, as the platform numbers them.
const (
	O_RDONLY    = unix.O_RDONLY
	O_WRONLY    = unix.O_WRONLY
	O_RDWR      = unix.O_RDWR
	O_ACCMODE   = unix.O_ACCMODE
	O_CREAT     = unix.O_CREAT
	O_EXCL      = unix.O_EXCL
	O_TRUNC     = unix.O_TRUNC
	O_APPEND    = unix.O_APPEND
	O_NONBLOCK  = unix.O_NONBLOCK
	O_DIRECTORY = unix.O_DIRECTORY
	O_NOFOLLOW  = unix.O_NOFOLLOW
	O_CLOEXEC   = unix.O_CLOEXEC
	O_SYNC      = unix.O_SYNC
)

// Record locks.
const (
	F_RDLCK  = unix.F_RDLCK
	F_WRLCK  = unix.F_WRLCK
	F_UNLCK  = unix.F_UNLCK
	F_GETLK  = unix.F_GETLK
	F_SETLK  = unix.F_SETLK
	F_SETLKW = unix.F_SETLKW
)
