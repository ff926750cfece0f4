package py

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/syntax"
	"github.com/coachwhip/coachwhip/internal/unidata"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// Source lines for tracebacks and warnings, as linecache finds them.

// maxSourceFile bounds the files that are read for their lines.
const maxSourceFile = 64 << 20

// RegisterSource makes the text of code without a file (the -c option, the
// prompt) known to tracebacks under its filename. Its error is one that
// a linecache of the program's own raises.
func (t *Thread) RegisterSource(filename, text string) *Exc {
	t.interp.runtime.sources.Store(filename, text)
	m := t.loadedModule(InternStr("linecache"))
	if m.p == nil {
		return nil
	}
	return t.tellLinecache(m, filename, text)
}

// fillLinecache gives the linecache module, when it is imported, the sources
// that were registered: the library's own tracebacks look there.
func (t *Thread) fillLinecache(m Value) (err *Exc) {
	t.interp.runtime.sources.Range(func(name, text any) bool {
		err = t.tellLinecache(m, name.(string), text.(string))
		return err == nil
	})
	return err
}

// tellLinecache leaves a linecache of the program's own alone.
func (t *Thread) tellLinecache(m Value, filename, text string) *Exc {
	f, err := t.GetAttrOpt(m, InternStr("_register_code"))
	if err != nil || f.p == nil {
		return err
	}
	n := strVal(filename)
	_, err = t.Call(f, n, strVal(text), n)
	return err
}

// sourceLines returns the lines of a source file without their line ends, nil
// when it cannot be found. globals is the namespace of the code, whose loader
// is asked when there is no such file; it may be nil. Errors of a loader count
// as not found.
func (t *Thread) sourceLines(filename string, globals *Dict) []string {
	if filename == "" {
		return nil
	}
	if lines := t.linecacheLines(filename); lines != nil {
		return lines
	}
	if s, ok := t.interp.runtime.sources.Load(filename); ok {
		return textLines(s.(string))
	}
	if filename[0] == '<' && filename[len(filename)-1] == '>' {
		return nil
	}
	if text, ok := t.readSource(filename); ok {
		return textLines(text)
	}
	if text, ok := t.loaderSource(globals); ok {
		return textLines(text)
	}
	if filename[0] == '/' {
		return nil
	}
	if path, ok := ToList(t.sysValue("path")); ok {
		for _, d := range path.Snapshot(t) {
			if dir, ok := ToStr(d); ok {
				if text, ok := t.readSource(strings.TrimSuffix(dir.s, "/") + "/" + filename); ok {
					return textLines(text)
				}
			}
		}
	}
	return nil
}

// textLines splits text at line feeds; a final one ends the last line.
func textLines(text string) []string {
	text = strings.TrimSuffix(text, "\n")
	return strings.Split(text, "\n")
}

// sysValue returns an entry of the sys module, the zero Value if absent.
func (t *Thread) sysValue(name string) Value {
	if t.interp.sysDict == nil {
		return Value{}
	}
	return t.interp.sysDict.GetStr(t, name)
}

// linecacheLines looks at what was registered in linecache without a file.
func (t *Thread) linecacheLines(filename string) []string {
	m, ok := ToModule(t.interp.modules.GetStr(t, "linecache"))
	if !ok {
		return nil
	}
	cache, ok := ToDict(m.dict.GetStr(t, "cache"))
	if !ok {
		return nil
	}
	entry, ok := ToTuple(cache.GetStr(t, filename))
	if !ok || len(entry.items) != 4 || !entry.items[1].IsNone() {
		return nil
	}
	list, ok := ToList(entry.items[2])
	if !ok {
		return nil
	}
	lines := []string{}
	for _, v := range list.Snapshot(t) {
		s, ok := ToStr(v)
		if !ok {
			return nil
		}
		lines = append(lines, strings.TrimSuffix(s.s, "\n"))
	}
	return lines
}

// readSource reads and decodes a source file.
func (t *Thread) readSource(path string) (string, bool) {
	h := t.interp.opts.Host
	if h == nil || h.Files == nil {
		return "", false
	}
	fd, err := h.Files.Open(host.AtCwd, path, host.O_RDONLY|host.O_CLOEXEC, 0)
	if err != nil {
		return "", false
	}
	defer h.Files.Close(fd)
	var data []byte
	buf := make([]byte, 32<<10)
	for len(data) < maxSourceFile {
		n, err := h.Files.Read(fd, buf)
		if err != nil {
			return "", false
		}
		if n == 0 {
			break
		}
		data = append(data, buf[:n]...)
	}
	text, serr := syntax.SourceText(data, syntax.Options{})
	return text, serr == nil
}

// loaderSource asks the loader of a module for its source (PEP 302).
func (t *Thread) loaderSource(globals *Dict) (string, bool) {
	if globals == nil {
		return "", false
	}
	spec := globals.lookup(strSpec)
	name, loader := globals.lookup(strName), globals.lookup(strLoader)
	if spec.p != nil && !spec.IsNone() {
		if n, err := t.GetAttrOpt(spec, InternStr("name")); err == nil && n.p != nil && !n.IsNone() {
			name = n
		}
		if l, err := t.GetAttrOpt(spec, InternStr("loader")); err == nil && l.p != nil && !l.IsNone() {
			loader = l
		}
	}
	if name.p == nil || loader.p == nil || loader.IsNone() {
		return "", false
	}
	get, err := t.GetAttrOpt(loader, InternStr("get_source"))
	if err != nil || get.p == nil {
		return "", false
	}
	v, err := t.Call(get, name)
	if err != nil {
		return "", false
	}
	s, ok := ToStr(v)
	if !ok {
		return "", false
	}
	return s.s, true
}

// isLineBreak tells whether str.splitlines splits at r.
func isLineBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// splitLines is s.splitlines(keep).
func splitLines(s string, keep bool) []string {
	var lines []string
	for len(s) > 0 {
		end, next := len(s), len(s)
		for i, w := 0, 0; i < len(s); i += w {
			var r rune
			r, w = wtf8.DecodeRune(s[i:])
			if isLineBreak(r) {
				end, next = i, i+w
				if r == '\r' && next < len(s) && s[next] == '\n' {
					next++
				}
				break
			}
		}
		if keep {
			end = next
		}
		lines = append(lines, s[:end])
		s = s[next:]
	}
	return lines
}

// trimLeftSpace and trimRightSpace are str.lstrip() and str.rstrip().
func trimLeftSpace(s string) string {
	for len(s) > 0 {
		r, w := wtf8.DecodeRune(s)
		if !unidata.IsSpace(r) {
			break
		}
		s = s[w:]
	}
	return s
}

func trimRightSpace(s string) string {
	for len(s) > 0 {
		r, w := wtf8.DecodeLastRune(s)
		if !unidata.IsSpace(r) {
			break
		}
		s = s[:len(s)-w]
	}
	return s
}

// dedentText removes the blanks and tabs that all lines begin with and empties
// lines that have nothing else (textwrap.dedent).
func dedentText(text string) string {
	lines := strings.Split(text, "\n")
	margin, some := "", false
	for i, l := range lines {
		body := strings.TrimLeft(l, " \t")
		if body == "" {
			lines[i] = ""
			continue
		}
		lead := l[:len(l)-len(body)]
		if !some {
			margin, some = lead, true
			continue
		}
		n := 0
		for n < len(margin) && n < len(lead) && margin[n] == lead[n] {
			n++
		}
		margin = margin[:n]
	}
	if margin != "" {
		for i, l := range lines {
			lines[i] = strings.TrimPrefix(l, margin)
		}
	}
	return strings.Join(lines, "\n")
}

// indentText puts prefix before every line.
func indentText(text, prefix string) string {
	if prefix == "" {
		return text
	}
	var b strings.Builder
	for _, l := range splitLines(text, true) {
		b.WriteString(prefix)
		b.WriteString(l)
	}
	return b.String()
}
