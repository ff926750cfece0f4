//go:build !linux

package host

type getrandom = noRandom
