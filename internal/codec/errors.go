// Package codec encodes and decodes Python text: the codecs CPython implements in
// C, with its error positions, reasons and error handlers.
//
// Decoded text is WTF-8 (see package wtf8). Decoders take the error handler as a
// callback; a nil handler means "strict". Encoders likewise. Positions in decode
// errors are byte positions, positions in encode errors count code points.
//
// A decoder with a final parameter is usable incrementally: with final false it
// stops before an incomplete sequence at the end of the input, and consumed tells
// how many bytes it has used up.
package codec

import (
	"fmt"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// DecodeError says that Input[Start:End] cannot be decoded. It is what a
// UnicodeDecodeError carries. Decoders hand the same DecodeError to the handler
// again and again within one call; a handler that keeps it must copy it.
type DecodeError struct {
	Encoding   string
	Input      []byte
	Start, End int
	Reason     string
}

// Error returns the text of str(exc).
func (e *DecodeError) Error() string {
	if e.Start < len(e.Input) && e.Start >= 0 && e.End == e.Start+1 {
		return fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s",
			e.Encoding, e.Input[e.Start], e.Start, e.Reason)
	}
	return fmt.Sprintf("'%s' codec can't decode bytes in position %d-%d: %s",
		e.Encoding, e.Start, e.End-1, e.Reason)
}

// EncodeError says that code points Start..End of Object cannot be encoded. It is
// what a UnicodeEncodeError carries. Encoders reuse it like a DecodeError.
type EncodeError struct {
	Encoding   string
	Object     string
	Start, End int
	Reason     string

	// span caches Object[Start:End] when the encoder knows it.
	span string
	// resumable is set by encoders in which "surrogateescape" may deal with the
	// front part of the range and leave the rest to a second error.
	resumable bool
}

// Span returns the code points the error is about; a range that reaches beyond the
// text is cut down to it.
func (e *EncodeError) Span() string {
	if e.span != "" {
		return e.span
	}
	start, end := e.clip()
	return wtf8.Slice(e.Object, start, end)
}

// Error returns the text of str(exc).
func (e *EncodeError) Error() string {
	if e.End == e.Start+1 && e.Start >= 0 {
		if s := e.Span(); s != "" {
			r, _ := wtf8.DecodeRune(s)
			return fmt.Sprintf("'%s' codec can't encode character '%s' in position %d: %s",
				e.Encoding, appendBackslash(nil, r), e.Start, e.Reason)
		}
	}
	return fmt.Sprintf("'%s' codec can't encode characters in position %d-%d: %s",
		e.Encoding, e.Start, e.End-1, e.Reason)
}

// PositionError reports an error handler that named a position outside the
// object; Python raises IndexError.
type PositionError struct{ Pos int }

func (e *PositionError) Error() string {
	return fmt.Sprintf("position %d from error handler out of bounds", e.Pos)
}

// HandlerTypeError reports a handler that cannot deal with this kind of error
// (say, "xmlcharrefreplace" while decoding); Python raises TypeError.
type HandlerTypeError struct{ Exception string }

func (e *HandlerTypeError) Error() string {
	return "don't know how to handle " + e.Exception + " in error callback"
}

// A DecodeHandler returns the text to put in place of the undecodable bytes and
// the position to go on at. Negative positions count from the end. It may replace
// e.Input; decoding then goes on in the new input.
type DecodeHandler func(e *DecodeError) (replacement string, newPos int, err error)

// A Replacement is what an EncodeHandler puts in place of unencodable text: Text,
// which is encoded in turn, or, if IsBytes, the raw Bytes.
type Replacement struct {
	Text    string
	Bytes   []byte
	IsBytes bool
}

// An EncodeHandler returns a replacement and the position (in code points) to go
// on at. Negative positions count from the end.
type EncodeHandler func(e *EncodeError) (rep Replacement, newPos int, err error)

// decoder is the state that all decoders share.
type decoder struct {
	in       []byte
	out      []byte
	encoding string
	handler  DecodeHandler
	err      *DecodeError
}

// fail has the handler deal with in[start:end] and returns where to go on. It may
// change d.in.
func (d *decoder) fail(start, end int, reason string) (next int, err error) {
	if d.err == nil {
		d.err = new(DecodeError)
	}
	*d.err = DecodeError{Encoding: d.encoding, Input: d.in, Start: start, End: end, Reason: reason}
	if d.handler == nil {
		return 0, d.err
	}
	rep, pos, err := d.handler(d.err)
	if err != nil {
		return 0, err
	}
	d.in = d.err.Input
	if pos < 0 {
		pos += len(d.in)
	}
	if pos < 0 || pos > len(d.in) {
		return 0, &PositionError{pos}
	}
	d.out = append(d.out, rep...)
	return pos, nil
}

func (d *decoder) rune(r rune) { d.out = wtf8.AppendRune(d.out, r) }

// toString turns b, which nobody else holds, into a string without copying.
func toString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// encoder is the state that all encoders share.
type encoder struct {
	s         string
	out       []byte
	encoding  string
	handler   EncodeHandler
	err       *EncodeError
	resumable bool
	count     int // code points in s, 0 while unknown
}

// place is a position in the text to encode, both ways.
type place struct{ off, pos int }

// fail has the handler deal with the text between two places and returns its
// replacement and where to go on.
func (x *encoder) fail(from, to place, reason string) (rep Replacement, next place, err error) {
	if x.err == nil {
		x.err = new(EncodeError)
	}
	*x.err = EncodeError{Encoding: x.encoding, Object: x.s, Start: from.pos, End: to.pos, Reason: reason,
		span: x.s[from.off:to.off], resumable: x.resumable}
	if x.handler == nil {
		return rep, next, x.err
	}
	rep, pos, err := x.handler(x.err)
	if err != nil {
		return rep, next, err
	}
	if pos == to.pos {
		return rep, to, nil
	}
	if x.count == 0 {
		x.count, _ = wtf8.CountRunes(x.s)
	}
	if pos < 0 {
		pos += x.count
	}
	if pos < 0 || pos > x.count {
		return rep, next, &PositionError{pos}
	}
	return rep, place{wtf8.ByteOffset(x.s, pos), pos}, nil
}

// refuse returns the error for a replacement that itself cannot be encoded.
func (x *encoder) refuse(from, to place, reason string) error {
	return &EncodeError{Encoding: x.encoding, Object: x.s, Start: from.pos, End: to.pos, Reason: reason}
}
