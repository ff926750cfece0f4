package repl

import (
	"strings"
	"unicode/utf8"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// A key is one keystroke: text for what is to be inserted, else a name such as
// "C-a", "M-b", "up". A bracketed paste comes as one key with paste set.
type key struct {
	name  string
	text  string
	paste bool
}

// keyReader turns the bytes of a terminal into keys.
type keyReader struct {
	t   *py.Thread
	fd  int
	buf []byte
	eof bool
}

const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
	maxPaste   = 16 << 20
)

// fill reads more bytes, waiting for them.
func (k *keyReader) fill() *py.Exc {
	fds := []host.PollFd{{Fd: k.fd, Events: pollIn}}
	if _, err, exc := k.t.PollFds(fds, -1); exc != nil {
		return exc
	} else if err != nil {
		return k.t.OSErr(err)
	}
	var chunk [4096]byte
	n, err := k.t.Interp().Host().Files.Read(k.fd, chunk[:])
	switch {
	case err != nil && host.Errno(err) == host.EINTR:
		return nil
	case err != nil || n == 0:
		k.eof = true // a terminal that is gone reads as an error
		return nil
	}
	k.buf = append(k.buf, chunk[:n]...)
	return nil
}

const pollIn = 1

// pending tells whether more input is there already, so that it is not yet
// worth while to draw.
func (k *keyReader) pending() bool {
	if len(k.buf) > 0 {
		return true
	}
	fds := []host.PollFd{{Fd: k.fd, Events: pollIn}}
	n, err := k.t.Interp().Host().Files.Poll(fds, 0, nil)
	return err == nil && n > 0
}

// next returns the next key; an empty one at the end of input.
func (k *keyReader) next() (key, *py.Exc) {
	for {
		if len(k.buf) > 0 {
			if x, n := parseKey(k.buf, k.eof); n > 0 {
				k.buf = k.buf[n:]
				return x, nil
			}
		}
		if k.eof {
			return key{}, nil
		}
		if err := k.fill(); err != nil {
			return key{}, err
		}
	}
}

// sequences are the terminal's names for keys, behind ESC.
var sequences = map[string]string{
	"[A": "up", "[B": "down", "[C": "right", "[D": "left", "[H": "home", "[F": "end",
	"OA": "up", "OB": "down", "OC": "right", "OD": "left", "OH": "home", "OF": "end",
	"[1~": "home", "[4~": "end", "[7~": "home", "[8~": "end", "[3~": "delete", "[5~": "pageup", "[6~": "pagedown",
	"[1;5C": "M-f", "[1;5D": "M-b", "[1;3C": "M-f", "[1;3D": "M-b", "[1;5A": "up", "[1;5B": "down", "[Z": "backtab",
	"OR": "f3", "[13~": "f3", "[[C": "f3",
}

// parseKey takes the first key off b and tells its length; 0: more is needed.
func parseKey(b []byte, last bool) (key, int) {
	c := b[0]
	switch {
	case c == 0x1b:
		return parseEscape(b, last)
	case c == '\r' || c == '\n':
		return key{name: "enter"}, 1
	case c == '\t':
		return key{name: "tab"}, 1
	case c == 0x7f || c == 8:
		return key{name: "backspace"}, 1
	case c == 0x1f:
		return key{name: "C-_"}, 1
	case c == 0:
		return key{name: "C-@"}, 1
	case c < 0x20:
		return key{name: "C-" + string(rune('a'+c-1))}, 1
	}
	// As much plain text as there is.
	n := 0
	for n < len(b) && b[n] >= 0x20 && b[n] != 0x7f {
		if b[n] >= utf8.RuneSelf && !utf8.FullRune(b[n:]) && !last {
			break
		}
		_, k := utf8.DecodeRune(b[n:])
		n += k
	}
	return key{text: strings.ToValidUTF8(string(b[:n]), "\ufffd")}, n
}

func parseEscape(b []byte, last bool) (key, int) {
	if len(b) == 1 {
		if last {
			return key{name: "esc"}, 1
		}
		return key{}, 0
	}
	if strings.HasPrefix(string(b), pasteStart) {
		i := strings.Index(string(b), pasteEnd)
		switch {
		case i >= 0:
			text := string(b[len(pasteStart):i])
			text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
			return key{text: strings.ToValidUTF8(text, "\ufffd"), paste: true}, i + len(pasteEnd)
		case last || len(b) > maxPaste:
			return key{name: "esc"}, len(b)
		}
		return key{}, 0
	}
	if b[1] == '[' || b[1] == 'O' {
		for i := 2; i < len(b); i++ {
			c := b[i]
			if i == 2 && c == '[' && b[1] == '[' {
				continue // the Linux console's function keys
			}
			if c >= 0x40 && c <= 0x7e {
				return key{name: sequences[string(b[1:i+1])]}, i + 1
			}
			if c < 0x20 || i > 32 {
				return key{name: "esc"}, i // no sequence
			}
		}
		if last {
			return key{name: "esc"}, len(b)
		}
		return key{}, 0
	}
	k, n := parseKey(b[1:], last)
	if n == 0 {
		return key{}, 0
	}
	switch {
	case k.name != "":
		return key{name: "M-" + k.name}, n + 1
	default:
		_, w := utf8.DecodeRuneInString(k.text)
		return key{name: "M-" + k.text[:w]}, w + 1
	}
}
