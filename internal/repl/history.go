package repl

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
)

// history holds the inputs of earlier and of this session. An input may have
// several lines; in the file they are parted by "\r\n", as CPython has it.
type history struct {
	entries []string
}

const (
	historyLimit   = 10000
	historyMaxFile = 16 << 20
)

func (h *history) add(s string) {
	s = strings.TrimRight(s, "\n \t")
	if s == "" || len(h.entries) > 0 && h.entries[len(h.entries)-1] == s {
		return
	}
	h.entries = append(h.entries, s)
	if len(h.entries) > historyLimit {
		h.entries = h.entries[len(h.entries)-historyLimit:]
	}
}

// load reads a history file. One that cannot be read leaves the history empty:
// the prompt works without.
func (h *history) load(hst *host.Host, file string) {
	data, err := readFile(hst, file, historyMaxFile)
	if err != nil {
		return
	}
	var part []string
	for _, line := range strings.Split(string(data), "\n") {
		if l, more := strings.CutSuffix(line, "\r"); more {
			part = append(part, l)
			continue
		}
		h.add(strings.ToValidUTF8(strings.Join(append(part, line), "\n"), "\ufffd"))
		part = nil
	}
}

func (h *history) save(hst *host.Host, file string) error {
	var b strings.Builder
	for _, e := range h.entries {
		b.WriteString(strings.ReplaceAll(e, "\n", "\r\n"))
		b.WriteByte('\n')
	}
	fd, err := hst.Files.Open(host.AtCwd, file, host.O_WRONLY|host.O_CREAT|host.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer hst.Files.Close(fd)
	return writeAll(hst, fd, b.String())
}

func readFile(h *host.Host, name string, limit int) ([]byte, error) {
	fd, err := h.Files.Open(host.AtCwd, name, 0, 0)
	if err != nil {
		return nil, err
	}
	defer h.Files.Close(fd)
	var data []byte
	buf := make([]byte, 32<<10)
	for len(data) < limit {
		n, err := h.Files.Read(fd, buf)
		if err != nil {
			return nil, err
		}
		if n == 0 {
			break
		}
		data = append(data, buf[:n]...)
	}
	return data, nil
}

func writeAll(h *host.Host, fd int, text string) error {
	for len(text) > 0 {
		n, err := h.Files.Write(fd, []byte(text))
		if err != nil {
			if e := host.Errno(err); e == host.EINTR || e == host.EAGAIN {
				continue
			}
			return err
		}
		text = text[n:]
	}
	return nil
}
