package host

import (
	"slices"
	"strings"
)

// ReadFile reads a whole file.
func ReadFile(f Files, path string) ([]byte, error) {
	fd, err := f.Open(AtCwd, path, O_RDONLY|O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close(fd)
	size := 0
	if st, err := f.Fstat(fd); err == nil && st.IsRegular() && st.Size < 1<<30 {
		size = int(st.Size)
	}
	// One byte more than the size shows the end without growing.
	buf := make([]byte, 0, size+1)
	for {
		if len(buf) == cap(buf) {
			buf = slices.Grow(buf, max(4096, len(buf)))
		}
		n, err := f.Read(fd, buf[len(buf):cap(buf)])
		if Errno(err) == EINTR {
			continue
		}
		if err != nil {
			return nil, wrapPath(err, path)
		}
		if n == 0 {
			return buf, nil
		}
		buf = buf[:len(buf)+n]
	}
}

// WriteFile makes or replaces a whole file.
func WriteFile(f Files, path string, data []byte, mode int) error {
	fd, err := f.Open(AtCwd, path, O_WRONLY|O_CREAT|O_TRUNC|O_CLOEXEC, mode)
	if err != nil {
		return err
	}
	for len(data) > 0 {
		n, err := f.Write(fd, data)
		if err != nil && Errno(err) != EINTR {
			f.Close(fd)
			return wrapPath(err, path)
		}
		data = data[n:]
	}
	return f.Close(fd)
}

// MkdirAll makes a directory and those above it, as far as they are missing.
func MkdirAll(f Files, path string) error {
	st, err := f.Stat(AtCwd, path, true)
	switch {
	case err == nil && st.IsDir():
		return nil
	case err == nil:
		return newPathError(ENOTDIR, path)
	case Errno(err) != ENOENT:
		return err
	}
	if dir := parentDir(path); dir != path {
		if err := MkdirAll(f, dir); err != nil {
			return err
		}
	}
	err = f.Mkdir(AtCwd, path, 0o777)
	if Errno(err) == EEXIST {
		return nil
	}
	return err
}

// parentDir cuts the last element off: "/" for "/a", "." for "a".
func parentDir(path string) string {
	path = strings.TrimRight(path, "/")
	i := strings.LastIndexByte(path, '/')
	if i < 0 {
		if path == "" {
			return "/"
		}
		return "."
	}
	if path = strings.TrimRight(path[:i], "/"); path == "" {
		return "/"
	}
	return path
}

func validEnvName(name string) bool { return name != "" && !strings.ContainsAny(name, "=\x00") }

func hasNul(s string) bool { return strings.IndexByte(s, 0) >= 0 }

func sortStrings(s []string) { slices.Sort(s) }
