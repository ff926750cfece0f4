package cli

import (
	"path"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
)

// fdWriter writes to a descriptor of the host.
type fdWriter struct {
	h  *host.Host
	fd int
}

func (w fdWriter) Write(b []byte) (int, error) {
	n := 0
	for n < len(b) {
		k, err := w.h.Files.Write(w.fd, b[n:])
		if err != nil {
			if host.Errno(err) == host.EINTR {
				continue
			}
			return n, err
		}
		n += k
	}
	return n, nil
}

// readAll reads a descriptor to its end.
func readAll(h *host.Host, fd int) ([]byte, error) {
	b := make([]byte, 0, 64<<10)
	for {
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
		n, err := h.Files.Read(fd, b[len(b):cap(b)])
		if err != nil {
			if host.Errno(err) == host.EINTR {
				continue
			}
			return b, err
		}
		if n == 0 {
			return b, nil
		}
		b = b[:len(b)+n]
	}
}

// readFile reads a whole file.
func readFile(h *host.Host, name string) ([]byte, error) {
	fd, err := h.Files.Open(host.AtCwd, name, 0, 0)
	if err != nil {
		return nil, err
	}
	defer h.Files.Close(fd)
	return readAll(h, fd)
}

func isDir(h *host.Host, name string) bool {
	st, err := h.Files.Stat(host.AtCwd, name, true)
	return err == nil && st.Mode&host.S_IFMT == host.S_IFDIR
}

func isFile(h *host.Host, name string) bool {
	st, err := h.Files.Stat(host.AtCwd, name, true)
	return err == nil && st.Mode&host.S_IFMT == host.S_IFREG
}

// absPath makes a path absolute without resolving links.
func absPath(h *host.Host, name string) string {
	if path.IsAbs(name) {
		return path.Clean(name)
	}
	cwd, err := h.Files.Getcwd()
	if err != nil {
		return name
	}
	return path.Join(cwd, name)
}

// followLink resolves the symbolic links of a file's last component.
func followLink(h *host.Host, name string) string {
	for i := 0; i < 40; i++ {
		to, err := h.Files.Readlink(host.AtCwd, name)
		if err != nil {
			return name
		}
		if !strings.HasPrefix(to, "/") {
			to = path.Join(path.Dir(name), to)
		}
		name = to
	}
	return name
}

// isZip tells whether a file ends like a zip archive.
func isZip(h *host.Host, name string) bool {
	st, err := h.Files.Stat(host.AtCwd, name, true)
	if err != nil || st.Mode&host.S_IFMT != host.S_IFREG || st.Size < 22 {
		return false
	}
	fd, err := h.Files.Open(host.AtCwd, name, 0, 0)
	if err != nil {
		return false
	}
	defer h.Files.Close(fd)
	n := min(st.Size, 22+65535)
	buf := make([]byte, n)
	k, err := h.Files.Pread(fd, buf, st.Size-n)
	return err == nil && strings.Contains(string(buf[:k]), "PK\x05\x06")
}
