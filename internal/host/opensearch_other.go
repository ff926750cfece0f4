//go:build !linux

package host

// oSearch opens a directory for passing through.
const oSearch = O_RDONLY
