package host

import (
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// errorText uses the table of package syscall, which is the C library's in
// lower case.
func errorText(num int) string {
	if num == 0 {
		return "Undefined error: 0"
	}
	if num < 0 || unix.ErrnoName(syscall.Errno(num)) == "" {
		return ""
	}
	return capitalize(syscall.Errno(num).Error())
}

// Strsignal describes a signal, "" when the number is unknown.
func Strsignal(sig int) string {
	if sig <= 0 || unix.SignalName(syscall.Signal(sig)) == "" {
		return ""
	}
	return capitalize(syscall.Signal(sig).String())
}

func capitalize(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
