package host

import "golang.org/x/sys/unix"

// oSearch opens a directory for passing through; it asks for no read right.
const oSearch = unix.O_PATH
