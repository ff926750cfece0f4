//go:build !linux && !darwin

package host

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"
)

var (
	errNotExist    = fs.ErrNotExist
	errExist       = fs.ErrExist
	errPermission  = fs.ErrPermission
	errUnsupported = errors.ErrUnsupported
)

// ErrnoConstants are the names of module errno.
func ErrnoConstants() []Constant {
	return []Constant{
		{"EPERM", EPERM},
		{"ENOENT", ENOENT},
		{"ESRCH", ESRCH},
		{"EINTR", EINTR},
		{"EIO", EIO},
		{"ENXIO", ENXIO},
		{"E2BIG", E2BIG},
		{"ENOEXEC", ENOEXEC},
		{"EBADF", EBADF},
		{"ECHILD", ECHILD},
		{"EAGAIN", EAGAIN},
		{"ENOMEM", ENOMEM},
		{"EACCES", EACCES},
		{"EFAULT", EFAULT},
		{"EBUSY", EBUSY},
		{"EEXIST", EEXIST},
		{"EXDEV", EXDEV},
		{"ENODEV", ENODEV},
		{"ENOTDIR", ENOTDIR},
		{"EISDIR", EISDIR},
		{"EINVAL", EINVAL},
		{"ENFILE", ENFILE},
		{"EMFILE", EMFILE},
		{"ENOTTY", ENOTTY},
		{"EFBIG", EFBIG},
		{"ENOSPC", ENOSPC},
		{"ESPIPE", ESPIPE},
		{"EROFS", EROFS},
		{"EMLINK", EMLINK},
		{"EPIPE", EPIPE},
		{"EDOM", EDOM},
		{"ERANGE", ERANGE},
		{"EDEADLK", EDEADLK},
		{"ENAMETOOLONG", ENAMETOOLONG},
		{"ENOSYS", ENOSYS},
		{"ENOTEMPTY", ENOTEMPTY},
		{"ELOOP", ELOOP},
		{"EOVERFLOW", EOVERFLOW},
		{"ENOTSUP", ENOTSUP},
		{"ETIMEDOUT", ETIMEDOUT},
		{"ECONNREFUSED", ECONNREFUSED},
		{"ECONNRESET", ECONNRESET},
		{"ECONNABORTED", ECONNABORTED},
		{"EINPROGRESS", EINPROGRESS},
		{"EALREADY", EALREADY},
		{"ESHUTDOWN", ESHUTDOWN},
		{"EWOULDBLOCK", EWOULDBLOCK},
		{"EADDRINUSE", EADDRINUSE},
		{"EADDRNOTAVAIL", EADDRNOTAVAIL},
		{"EISCONN", EISCONN},
		{"ENOTCONN", ENOTCONN},
		{"EHOSTUNREACH", EHOSTUNREACH},
		{"ENETUNREACH", ENETUNREACH},
		{"EAFNOSUPPORT", EAFNOSUPPORT},
		{"EMSGSIZE", EMSGSIZE},
		{"ENOTSOCK", ENOTSOCK},
		{"ENOBUFS", ENOBUFS},
		{"EDESTADDRREQ", EDESTADDRREQ},
		{"EPROTOTYPE", EPROTOTYPE},
		{"ENOPROTOOPT", ENOPROTOOPT},
		{"EPROTONOSUPPORT", EPROTONOSUPPORT},
		{"EOPNOTSUPP", EOPNOTSUPP},
		{"ECANCELED", ECANCELED},
		{"EILSEQ", EILSEQ},
	}
}

// SignalConstants are the names of module signal.
func SignalConstants() []Constant {
	return []Constant{
		{"SIGINT", 2},
		{"SIGILL", 4},
		{"SIGFPE", 8},
		{"SIGSEGV", 11},
		{"SIGTERM", 15},
		{"SIGBREAK", 21},
		{"SIGABRT", 22},
	}
}

// PosixConstants are the names of module nt.
func PosixConstants() []Constant {
	return []Constant{
		{"O_APPEND", O_APPEND},
		{"O_BINARY", O_BINARY},
		{"O_CREAT", O_CREAT},
		{"O_EXCL", O_EXCL},
		{"O_RDONLY", O_RDONLY},
		{"O_RDWR", O_RDWR},
		{"O_TRUNC", O_TRUNC},
		{"O_WRONLY", O_WRONLY},
		{"F_OK", F_OK},
		{"R_OK", R_OK},
		{"W_OK", W_OK},
		{"X_OK", X_OK},
		{"O_NOINHERIT", O_CLOEXEC},
	}
}

func errorText(num int) string {
	switch num {
	case 0:
		return "No error"
	case EPERM:
		return "Operation not permitted"
	case ENOENT:
		return "No such file or directory"
	case ESRCH:
		return "No such process"
	case EINTR:
		return "Interrupted system call"
	case EIO:
		return "Input/output error"
	case ENXIO:
		return "No such device or address"
	case E2BIG:
		return "Argument list too long"
	case ENOEXEC:
		return "Exec format error"
	case EBADF:
		return "Bad file descriptor"
	case ECHILD:
		return "No child processes"
	case EAGAIN:
		return "Resource temporarily unavailable"
	case ENOMEM:
		return "Cannot allocate memory"
	case EACCES:
		return "Permission denied"
	case EFAULT:
		return "Bad address"
	case EBUSY:
		return "Device or resource busy"
	case EEXIST:
		return "File exists"
	case EXDEV:
		return "Invalid cross-device link"
	case ENODEV:
		return "No such device"
	case ENOTDIR:
		return "Not a directory"
	case EISDIR:
		return "Is a directory"
	case EINVAL:
		return "Invalid argument"
	case ENFILE:
		return "Too many open files in system"
	case EMFILE:
		return "Too many open files"
	case ENOTTY:
		return "Inappropriate ioctl for device"
	case EFBIG:
		return "File too large"
	case ENOSPC:
		return "No space left on device"
	case ESPIPE:
		return "Illegal seek"
	case EROFS:
		return "Read-only file system"
	case EMLINK:
		return "Too many links"
	case EPIPE:
		return "Broken pipe"
	case EDOM:
		return "Numerical argument out of domain"
	case ERANGE:
		return "Numerical result out of range"
	case EDEADLK:
		return "Resource deadlock avoided"
	case ENAMETOOLONG:
		return "File name too long"
	case ENOSYS:
		return "Function not implemented"
	case ENOTEMPTY:
		return "Directory not empty"
	case ELOOP:
		return "Too many levels of symbolic links"
	case EOVERFLOW:
		return "Value too large for defined data type"
	case ENOTSUP:
		return "Operation not supported"
	case ETIMEDOUT:
		return "Connection timed out"
	case ECONNREFUSED:
		return "Connection refused"
	case ECONNRESET:
		return "Connection reset by peer"
	case ECONNABORTED:
		return "Software caused connection abort"
	case EINPROGRESS:
		return "Operation now in progress"
	case EALREADY:
		return "Operation already in progress"
	case ESHUTDOWN:
		return "Cannot send after transport endpoint shutdown"
	case EWOULDBLOCK:
		return "Resource temporarily unavailable"
	case EADDRINUSE:
		return "Address already in use"
	case EADDRNOTAVAIL:
		return "Cannot assign requested address"
	case EISCONN:
		return "Transport endpoint is already connected"
	case ENOTCONN:
		return "Transport endpoint is not connected"
	case EHOSTUNREACH:
		return "No route to host"
	case ENETUNREACH:
		return "Network is unreachable"
	case EAFNOSUPPORT:
		return "Address family not supported by protocol"
	case EMSGSIZE:
		return "Message too long"
	case ENOTSOCK:
		return "Socket operation on non-socket"
	case ENOBUFS:
		return "No buffer space available"
	case EDESTADDRREQ:
		return "Destination address required"
	case EPROTOTYPE:
		return "Protocol wrong type for socket"
	case ENOPROTOOPT:
		return "Protocol not available"
	case EPROTONOSUPPORT:
		return "Protocol not supported"
	case EOPNOTSUPP:
		return "Operation not supported"
	case ECANCELED:
		return "Operation canceled"
	case EILSEQ:
		return "Invalid or incomplete multibyte or wide character"
	}
	return ""
}

// Strsignal describes a signal, "" when the number is unknown.
func Strsignal(sig int) string {
	for _, c := range SignalConstants() {
		if c.Value == sig {
			s := syscall.Signal(sig).String()
			return strings.ToUpper(s[:1]) + s[1:]
		}
	}
	return ""
}
