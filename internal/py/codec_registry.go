package py

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/coachwhip/coachwhip/internal/codec"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// codecRegistry is an interpreter's registry of codecs and error handlers.
type codecRegistry struct {
	mu      sync.Mutex
	search  []Value          // search functions
	cache   map[string]Value // codec tuples by normalised encoding name
	errors  map[string]Value // error handlers by name; made when first asked for
	loaded  bool             // the encodings package was imported
	loading *Thread          // it imports encodings
	custom  map[string]bool  // builtin handler names that were registered anew
}

// overridden tells whether Python code replaced the builtin handler of a name.
func (r *codecRegistry) overridden(name string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.custom[name]
}

// normalizeCodecName is the key under which a codec is looked up: lower case,
// with runs of punctuation as one underscore.
func normalizeCodecName(name string) string {
	b := make([]byte, 0, len(name))
	punct := false
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' {
			if punct && len(b) > 0 {
				b = append(b, '_')
			}
			punct = false
			b = append(b, c)
		} else {
			punct = true
		}
	}
	return string(b)
}

// RegisterCodec adds a codec search function (codecs.register).
func (t *Thread) RegisterCodec(f Value) *Exc {
	if f.p.typ.slots.Call == nil && f.p.shape != shFunction && f.p.shape != shMethod {
		return t.TypeErr("argument must be callable")
	}
	r := &t.interp.codecs
	r.mu.Lock()
	r.search = append(r.search, f)
	r.mu.Unlock()
	return nil
}

// UnregisterCodec removes a codec search function and forgets what was found.
func (t *Thread) UnregisterCodec(f Value) {
	r := &t.interp.codecs
	r.mu.Lock()
	defer r.mu.Unlock()
	for i, g := range r.search {
		if g == f {
			r.search = append(append([]Value(nil), r.search[:i]...), r.search[i+1:]...)
			r.cache = nil
			return
		}
	}
}

// LookupCodec finds the codec of an encoding: a tuple of encoder, decoder,
// stream reader and stream writer.
func (t *Thread) LookupCodec(name string) (Value, *Exc) {
	r := &t.interp.codecs
	if !utf8.ValidString(name) {
		if _, err := t.Encode(NewStr(name), "utf-8", "strict"); err != nil {
			return Value{}, err
		}
	}
	if strings.IndexByte(name, 0) >= 0 {
		return Value{}, t.ValueErr("embedded null character")
	}
	key := normalizeCodecName(name)
	r.mu.Lock()
	v, ok := r.cache[key]
	// The package may look codecs up itself while it is imported.
	load := !ok && !r.loaded && r.loading != t
	if load && r.loading == nil {
		r.loading = t
	}
	r.mu.Unlock()
	if ok {
		return v, nil
	}
	if load {
		_, err := t.ImportModule("encodings") // waits for another thread's import
		r.mu.Lock()
		r.loaded = r.loaded || err == nil
		if r.loading == t {
			r.loading = nil
		}
		r.mu.Unlock()
		if err != nil {
			return Value{}, err
		}
	}
	r.mu.Lock()
	search := r.search
	r.mu.Unlock()
	if len(search) == 0 {
		return Value{}, t.Raise(LookupError, "no codec search functions registered: can't find encoding")
	}
	arg := InternStr(key).Value()
	for _, f := range search {
		v, err := t.Call(f, arg)
		if err != nil {
			return Value{}, err
		}
		if v.IsNone() {
			continue
		}
		if tp, ok := ToTuple(v); !ok || len(tp.items) != 4 {
			return Value{}, t.TypeErr("codec search functions must return 4-tuples")
		}
		r.mu.Lock()
		if r.cache == nil {
			r.cache = map[string]Value{}
		}
		r.cache[key] = v
		r.mu.Unlock()
		return v, nil
	}
	return Value{}, t.Raise(LookupError, "unknown encoding: %s", name)
}

// lookupTextCodec is LookupCodec for str.encode and bytes.decode, which refuse
// codecs between other types.
func (t *Thread) lookupTextCodec(name, alternate string) (Value, *Exc) {
	v, err := t.LookupCodec(name)
	if err != nil {
		return Value{}, err
	}
	if v.p.shape != shTuple {
		a, err := t.GetAttrOpt(v, InternStr("_is_text_encoding"))
		if err != nil {
			return Value{}, err
		}
		if a.p != nil {
			ok, err := t.Truth(a)
			if err != nil {
				return Value{}, err
			}
			if !ok {
				return Value{}, t.Raise(LookupError, "'%s' is not a text encoding; use %s to handle arbitrary codecs", name, alternate)
			}
		}
	}
	return v, nil
}

// runCodec calls an encoder (i 0) or decoder (i 1) of a codec tuple.
func (t *Thread) runCodec(c Value, i int, obj Value, encoding, errs string) (Value, *Exc) {
	args := []Value{obj}
	if errs != "" {
		args = append(args, NewStr(errs).Value())
	}
	r, err := t.Call(asTuple(c).items[i], args...)
	verb := [...]string{"encod", "decod"}[i]
	if err != nil {
		t.AddNote(err, verb+"ing with '"+encoding+"' codec failed")
		return Value{}, err
	}
	tp, ok := ToTuple(r)
	if !ok || len(tp.items) != 2 {
		return Value{}, t.TypeErr("%ser must return a tuple (object,integer)", verb)
	}
	return tp.items[0], nil
}

// LookupErrorHandler finds a registered error handler; "" is strict.
func (t *Thread) LookupErrorHandler(name string) (Value, *Exc) {
	if name == "" {
		name = "strict"
	}
	r := &t.interp.codecs
	r.mu.Lock()
	defer r.mu.Unlock()
	r.loadHandlers()
	if v, ok := r.errors[name]; ok {
		return v, nil
	}
	return Value{}, t.Raise(LookupError, "unknown error handler name '%s'", name)
}

func (r *codecRegistry) loadHandlers() {
	if r.errors == nil {
		r.errors = map[string]Value{}
		for _, n := range handlerNames {
			r.errors[n] = newErrorHandler(n)
		}
	}
}

// RegisterErrorHandler is codecs.register_error.
func (t *Thread) RegisterErrorHandler(name string, f Value) *Exc {
	if f.p.typ.slots.Call == nil && f.p.shape != shFunction && f.p.shape != shMethod {
		return t.TypeErr("handler must be callable")
	}
	r := &t.interp.codecs
	r.mu.Lock()
	defer r.mu.Unlock()
	r.loadHandlers()
	old := r.errors[name]
	r.errors[name] = f
	if old != f && codec.LookupEncodeHandler(name) != nil {
		if r.custom == nil {
			r.custom = map[string]bool{}
		}
		r.custom[name] = !(f.p.typ == NativeFuncType && asNative(f).module.p != nil && (asNative(f).name == name || asNative(f).name == name+"_errors"))
	}
	return nil
}

// checkCodecNames refuses names of encodings and error handlers that do not
// exist, in development mode: otherwise a name that is not needed goes unseen.
func (t *Thread) checkCodecNames(encoding, errs string) *Exc {
	if encoding == "" && errs == "" || t.interp.opts.Flags["dev_mode"] == 0 {
		return nil
	}
	if encoding != "" && encoding != "utf-8" {
		if _, err := t.LookupCodec(encoding); err != nil {
			return err
		}
	}
	_, err := t.LookupErrorHandler(errs)
	return err
}

// Encode is str.encode(encoding, errors); "" stands for the default of either.
func (t *Thread) Encode(s *Str, encoding, errs string) (*Bytes, *Exc) {
	if err := t.checkCodecNames(encoding, errs); err != nil {
		return nil, err
	}
	name := "utf-8"
	if encoding != "" && encoding != "utf-8" {
		var ok bool
		if name, ok = codec.NormalizeEncodingName(encoding); !ok {
			return t.encodeSlow(s, encoding, errs)
		}
	}
	var b []byte
	var err error
	switch name {
	case "utf-8":
		if s.ASCII() || !wtf8.HasSurrogates(s.s) {
			return NewBytes([]byte(s.s)), nil
		}
		b, err = codec.EncodeUTF8(s.s, t.encodeHandler(errs, s))
	case "ascii":
		if s.ASCII() {
			return NewBytes([]byte(s.s)), nil
		}
		b, err = codec.EncodeASCII(s.s, t.encodeHandler(errs, s))
	case "latin-1":
		if s.ASCII() {
			return NewBytes([]byte(s.s)), nil
		}
		b, err = codec.EncodeLatin1(s.s, t.encodeHandler(errs, s))
	case "utf-16":
		b, err = codec.EncodeUTF16(s.s, codec.DetectOrder, t.encodeHandler(errs, s))
	default:
		b, err = codec.EncodeUTF32(s.s, codec.DetectOrder, t.encodeHandler(errs, s))
	}
	if err != nil {
		return nil, t.codecErr(err, s)
	}
	return NewBytes(b), nil
}

func (t *Thread) encodeSlow(s *Str, encoding, errs string) (*Bytes, *Exc) {
	c, err := t.lookupTextCodec(encoding, "codecs.encode()")
	if err != nil {
		return nil, err
	}
	v, err := t.runCodec(c, 0, s.Value(), encoding, errs)
	if err != nil {
		return nil, err
	}
	if b, ok := ToBytes(v); ok {
		return b, nil
	}
	if IsInstance(v, ByteArrayType) {
		if err := t.Warn(RuntimeWarning, 1, "encoder %s returned bytearray instead of bytes; use codecs.encode() to encode to arbitrary types", encoding); err != nil {
			return nil, err
		}
		return NewBytes(asByteArray(v).snapshot(t)), nil
	}
	return nil, t.TypeErr("'%s' encoder returned '%s' instead of 'bytes'; use codecs.encode() to encode to arbitrary types", encoding, v.p.typ.name)
}

// Decode is bytes.decode(encoding, errors); "" stands for the default of
// either. b does not change while it runs.
func (t *Thread) Decode(b []byte, encoding, errs string) (*Str, *Exc) {
	if err := t.checkCodecNames(encoding, errs); err != nil {
		return nil, err
	}
	name := "utf-8"
	if encoding != "" && encoding != "utf-8" {
		var ok bool
		if name, ok = codec.NormalizeEncodingName(encoding); !ok {
			return t.decodeSlow(b, encoding, errs)
		}
	}
	var s string
	var err error
	switch name {
	case "utf-8":
		return t.decodeUTF8(b, errs)
	case "ascii":
		if wtf8.IsASCIIBytes(b) {
			return newStrCopy(b, len(b)), nil
		}
		s, err = codec.DecodeASCII(b, t.decodeHandler(errs))
	case "latin-1":
		if wtf8.IsASCIIBytes(b) {
			return newStrCopy(b, len(b)), nil
		}
		return newStrN(codec.DecodeLatin1(b), len(b)), nil
	case "utf-16":
		s, _, _, err = codec.DecodeUTF16(b, codec.DetectOrder, true, t.decodeHandler(errs))
	default:
		s, _, _, err = codec.DecodeUTF32(b, codec.DetectOrder, true, t.decodeHandler(errs))
	}
	if err != nil {
		return nil, t.codecErr(err, nil)
	}
	return decoded(s), nil
}

func (t *Thread) decodeSlow(b []byte, encoding, errs string) (*Str, *Exc) {
	c, err := t.lookupTextCodec(encoding, "codecs.decode()")
	if err != nil {
		return nil, err
	}
	v, err := t.runCodec(c, 1, NewBytes(b).Value(), encoding, errs)
	if err != nil {
		return nil, err
	}
	if s, ok := ToStr(v); ok {
		return s, nil
	}
	return nil, t.TypeErr("'%s' decoder returned '%s' instead of 'str'; use codecs.decode() to decode to arbitrary types", encoding, v.p.typ.name)
}
