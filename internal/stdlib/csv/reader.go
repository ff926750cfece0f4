package csv

import (
	"unicode/utf8"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// where is the place in a record that a reader has come to.
type where uint8

const (
	atRecord         where = iota // before a record
	atField                       // before a field
	inPlain                       // in a field without quotes
	inQuotes                      // between quotes
	afterQuote                    // after a quote that may be the last or the first of two
	afterEscape                   // outside of quotes
	afterEscapeQuote              // between quotes
	afterEscapedEnd               // after an escaped line end
	atEnd                         // after the line end of a record
)

// lineOver stands for the end of a line that the iterator gave.
const lineOver rune = -2

// reader is an iterator over rows.
type reader struct {
	py.Header
	lines   py.Value
	dialect *dialect
	at      where
	field   []byte // of the field being read, in WTF-8
	length  int    // its code points
	quoted  bool   // it had quotes
	row     []py.Value
	busy    bool // a row is being read
	lineNum int
}

var readerType = new(py.Type)

func asReader(v py.Value) *reader { return (*reader)(v.Ptr()) }

func newReader(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	lines, base, err := oneOrTwo(t, args)
	if err != nil {
		return py.Value{}, err
	}
	r := py.AllocFor[reader](t, readerType)
	if r.lines, err = t.Iter(lines); err != nil {
		return py.Value{}, err
	}
	d, err := callDialect(t, base, args)
	if err != nil {
		return py.Value{}, err
	}
	r.dialect = asDialect(d)
	return py.FromHeader(&r.Header), nil
}

func (r *reader) start() {
	r.at, r.row, r.field, r.length, r.quoted = atRecord, nil, r.field[:0], 0, false
}

// save ends the field being read.
func (r *reader) save(t *py.Thread) *py.Exc {
	v := py.NewStrCopy(r.field, r.length).Value()
	if q := r.dialect.quoting; !r.quoted {
		switch {
		case r.length == 0:
			if q == quoteStrings || q == quoteNotNull {
				v = py.None
			}
		case q == quoteNonNumeric || q == quoteStrings:
			f, err := t.FloatFrom(v)
			if err != nil {
				return err
			}
			v = py.Float64(f)
		}
	}
	r.row = append(r.row, v)
	r.field, r.length, r.quoted = r.field[:0], 0, false
	return nil
}

func (r *reader) add(t *py.Thread, c rune, limit int) *py.Exc {
	if r.length >= limit {
		return t.Raise(errorType, "field larger than field limit (%d)", limit)
	}
	r.length++
	if c < utf8.RuneSelf {
		r.field = append(r.field, byte(c))
	} else {
		r.field = wtf8.AppendRune(r.field, c)
	}
	return nil
}

// endRecord ends the record at a line end, or at the end of a line.
func (r *reader) endRecord(t *py.Thread, c rune) *py.Exc {
	r.at = atEnd
	if c == lineOver {
		r.at = atRecord
	}
	return r.save(t)
}

// step takes one more character.
func (r *reader) step(t *py.Thread, c rune, limit int) *py.Exc {
	d := r.dialect
	end := c == '\n' || c == '\r' || c == lineOver
	switch r.at {
	case atRecord, atField:
		switch {
		case end && r.at == atRecord:
			if c != lineOver {
				r.at = atEnd
			}
			return nil
		case end:
			return r.endRecord(t, c)
		case c == d.quote && d.quoting != quoteNone:
			r.at, r.quoted = inQuotes, true
			return nil
		case c == d.escape:
			r.at = afterEscape
			return nil
		case c == ' ' && d.skipSpace:
			r.at = atField
			return nil
		case c == d.delimiter:
			r.at = atField
			return r.save(t)
		}
		r.at = inPlain
		return r.add(t, c, limit)
	case afterEscape:
		switch c {
		case '\n', '\r':
			r.at = afterEscapedEnd
			return r.add(t, c, limit)
		case lineOver:
			c = '\n'
		}
		r.at = inPlain
		return r.add(t, c, limit)
	case inPlain, afterEscapedEnd:
		switch {
		case c == lineOver && r.at == afterEscapedEnd:
			return nil // the field goes on in the next line
		case end:
			return r.endRecord(t, c)
		case c == d.escape:
			r.at = afterEscape
			return nil
		case c == d.delimiter:
			r.at = atField
			return r.save(t)
		}
		r.at = inPlain
		return r.add(t, c, limit)
	case inQuotes:
		switch {
		case c == lineOver:
			return nil
		case c == d.escape:
			r.at = afterEscapeQuote
			return nil
		case c == d.quote && d.quoting != quoteNone:
			r.at = inPlain
			if d.doubleQuote {
				r.at = afterQuote
			}
			return nil
		}
		return r.add(t, c, limit)
	case afterEscapeQuote:
		if c == lineOver {
			c = '\n'
		}
		r.at = inQuotes
		return r.add(t, c, limit)
	case afterQuote:
		switch {
		case c == d.quote && d.quoting != quoteNone:
			r.at = inQuotes
			return r.add(t, c, limit)
		case c == d.delimiter:
			r.at = atField
			return r.save(t)
		case end:
			return r.endRecord(t, c)
		case d.strict:
			return t.Raise(errorType, "'%c' expected after '%c'", d.delimiter, d.quote)
		}
		r.at = inPlain
		return r.add(t, c, limit)
	}
	switch {
	case c == lineOver:
		r.at = atRecord
	case !end:
		return t.Raise(errorType, "new-line character seen in unquoted field - do you need to open the file with newline=''?")
	}
	return nil
}

// feed takes a line. Runs of characters without meaning are taken at once.
func (r *reader) feed(t *py.Thread, line string, limit int) *py.Exc {
	for i := 0; i < len(line); {
		c, n := rune(line[i]), 1
		if c >= utf8.RuneSelf {
			c, n = wtf8.DecodeRune(line[i:])
		}
		if err := r.step(t, c, limit); err != nil {
			return err
		}
		i += n
	}
	return r.step(t, lineOver, limit)
}

func readerNext(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	r := asReader(v)
	if r.busy {
		return py.Value{}, t.Raise(errorType, "iterator has already advanced the reader")
	}
	r.busy = true
	defer func() { r.busy = false }()
	r.start()
	limit := stateOf(t).fieldLimit()
	for {
		line, err := t.Next(r.lines)
		if err != nil {
			return py.Value{}, err
		}
		if line.IsNil() {
			if r.length == 0 && r.at != inQuotes {
				return py.Value{}, nil
			}
			if r.dialect.strict {
				return py.Value{}, t.Raise(errorType, "unexpected end of data")
			}
			if err := r.save(t); err != nil {
				return py.Value{}, err
			}
			break
		}
		s, ok := py.ToStr(line)
		if !ok {
			return py.Value{}, t.Raise(errorType, "iterator should return strings, not %s (the file should be opened in text mode)", line.Type().Name())
		}
		r.lineNum++
		if err := r.feed(t, s.String(), limit); err != nil {
			return py.Value{}, err
		}
		if r.at == atRecord {
			break
		}
	}
	row := r.row
	r.row = nil
	return py.NewList(row).Value(), nil
}

func registerReader() {
	py.RegisterType(py.TypeSpec{
		Type: readerType, Name: "_csv.reader", Guarded: true, Flags: py.FlagNoNew, Layout: py.LayoutOf[reader](),
		Doc:   "CSV reader\n\nIterators over the rows of a text in CSV format.\n",
		Slots: py.Slots{Iter: py.IterSelf, Next: readerNext},
		Members: []py.GetSetSpec{
			{Name: "dialect", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.FromHeader(&asReader(v).dialect.Header), nil
			}},
			{Name: "line_num", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.IntOf(asReader(v).lineNum), nil }},
		},
	})
}
