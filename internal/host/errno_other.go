//go:build !linux && !darwin

package host

import "syscall"

// Error numbers of the Windows C runtime, socket errors as Winsock numbers them.
const (
	EPERM           = 1
	ENOENT          = 2
	ESRCH           = 3
	EINTR           = 4
	EIO             = 5
	ENXIO           = 6
	E2BIG           = 7
	ENOEXEC         = 8
	EBADF           = 9
	ECHILD          = 10
	EAGAIN          = 11
	ENOMEM          = 12
	EACCES          = 13
	EFAULT          = 14
	EBUSY           = 16
	EEXIST          = 17
	EXDEV           = 18
	ENODEV          = 19
	ENOTDIR         = 20
	EISDIR          = 21
	EINVAL          = 22
	ENFILE          = 23
	EMFILE          = 24
	ENOTTY          = 25
	EFBIG           = 27
	ENOSPC          = 28
	ESPIPE          = 29
	EROFS           = 30
	ENODATA         = 61
	EMLINK          = 31
	EPIPE           = 32
	EDOM            = 33
	ERANGE          = 34
	EDEADLK         = 36
	ENAMETOOLONG    = 38
	ENOSYS          = 40
	ENOTEMPTY       = 41
	ELOOP           = 10062
	EOVERFLOW       = 132
	ENOTSUP         = 129
	ETIMEDOUT       = 10060
	ECONNREFUSED    = 10061
	ECONNRESET      = 10054
	ECONNABORTED    = 10053
	EINPROGRESS     = 10036
	EALREADY        = 10037
	ESHUTDOWN       = 10058
	EWOULDBLOCK     = 10035
	EADDRINUSE      = 10048
	EADDRNOTAVAIL   = 10049
	EISCONN         = 10056
	ENOTCONN        = 10057
	EHOSTUNREACH    = 10065
	ENETUNREACH     = 10051
	EAFNOSUPPORT    = 10047
	EMSGSIZE        = 10040
	ENOTSOCK        = 10038
	ENOBUFS         = 10055
	EDESTADDRREQ    = 10039
	EPROTOTYPE      = 10041
	ENOPROTOOPT     = 10042
	EPROTONOSUPPORT = 10043
	EOPNOTSUPP      = 10045
	ECANCELED       = 105
	EILSEQ          = 42
)

// nativeErrno maps the system error codes that have an errno of their own.
func nativeErrno(e syscall.Errno) int {
	switch e {
	case 2, 3, 15, 53, 67, 161, 206:
		return ENOENT
	case 5, 16, 19, 20, 21, 32, 33, 65, 108, 132, 158, 167:
		return EACCES
	case 4:
		return EMFILE
	case 6, 114, 130:
		return EBADF
	case 8, 14:
		return ENOMEM
	case 17:
		return EXDEV
	case 80, 183:
		return EEXIST
	case 109, 232:
		return EPIPE
	case 112:
		return ENOSPC
	case 145:
		return ENOTEMPTY
	case 267:
		return ENOTDIR
	case 87, 123, 131:
		return EINVAL
	case 1314:
		return EPERM
	}
	switch {
	case e.Is(errNotExist):
		return ENOENT
	case e.Is(errExist):
		return EEXIST
	case e.Is(errPermission):
		return EACCES
	case e.Is(errUnsupported):
		return ENOSYS
	}
	return EINVAL
}
