package host

import (
	"errors"
	"io/fs"
	"strconv"
	"syscall"
)

// Error is a failed system call. Path and Path2 are empty when the call has
// none; HasPath tells that apart from an empty path.
type Error struct {
	Num         int
	Msg         string // the platform's text for Num
	Path, Path2 string
	HasPath     bool
}

func (e *Error) Error() string {
	s := "[Errno " + strconv.Itoa(e.Num) + "] " + e.Msg
	if e.HasPath {
		s += ": " + strconv.Quote(e.Path)
		if e.Path2 != "" {
			s += " -> " + strconv.Quote(e.Path2)
		}
	}
	return s
}

// Errno gives err's errno number, 0 when it carries none.
func Errno(err error) int {
	if e, ok := err.(*Error); ok {
		return e.Num
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Num
	}
	return 0
}

// NewError makes an Error of an errno number.
func NewError(num int) *Error { return &Error{Num: num, Msg: Strerror(num)} }

func newPathError(num int, path string) *Error {
	return &Error{Num: num, Msg: Strerror(num), Path: path, HasPath: true}
}

func noSys() error { return NewError(ENOSYS) }

// wrap turns an error of package os or a syscall number into an *Error.
func wrap(err error) error {
	if err == nil {
		return nil
	}
	return NewError(errnoOf(err))
}

func wrapPath(err error, path string) error {
	if err == nil {
		return nil
	}
	return newPathError(errnoOf(err), path)
}

func wrapPaths(err error, path, path2 string) error {
	if err == nil {
		return nil
	}
	e := newPathError(errnoOf(err), path)
	e.Path2 = path2
	return e
}

func errnoOf(err error) int {
	var e *Error
	var num syscall.Errno
	switch {
	case errors.As(err, &e):
		return e.Num
	case errors.As(err, &num):
		return nativeErrno(num)
	case errors.Is(err, fs.ErrNotExist):
		return ENOENT
	case errors.Is(err, fs.ErrExist):
		return EEXIST
	case errors.Is(err, fs.ErrPermission):
		return EACCES
	case errors.Is(err, fs.ErrClosed):
		return EBADF
	case errors.Is(err, errors.ErrUnsupported):
		return ENOSYS
	}
	return EIO
}
