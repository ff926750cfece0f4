package expat

import (
	"math"
	"strings"

	"github.com/coachwhip/coachwhip/internal/py"
)

var errorType = new(py.Type)

// optText is an argument that is a str without NUL, or None or absent.
func optText(t *py.Thread, v py.Value, what string) (*string, *py.Exc) {
	if v.IsNil() || v.IsNone() {
		return nil, nil
	}
	return needText(t, v, what, " or None")
}

func needText(t *py.Thread, v py.Value, what, or string) (*string, *py.Exc) {
	s, ok := py.ToStr(v)
	if !ok {
		name := v.Type().Name()
		if v.IsNone() {
			name = "None"
		}
		return nil, t.TypeErr("%s must be str%s, not %s", what, or, name)
	}
	// A lone surrogate cannot be told to the parser.
	b, err := t.Encode(s, "utf-8", "strict")
	if err != nil {
		return nil, err
	}
	text := string(b.Bytes())
	if strings.IndexByte(text, 0) >= 0 {
		return nil, t.ValueErr("embedded null character")
	}
	return &text, nil
}

func parserCreate(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	encoding, err := optText(t, a[0], "ParserCreate() argument 'encoding'")
	if err != nil {
		return py.Value{}, err
	}
	sep, err := optText(t, a[1], "ParserCreate() argument 'namespace_separator'")
	if err != nil {
		return py.Value{}, err
	}
	if sep != nil && len(*sep) > 1 {
		return py.Value{}, t.ValueErr("namespace_separator must be at most one character, omitted, or None")
	}
	var intern *py.Dict
	switch v := a[2]; {
	case v.IsNil():
		intern = py.NewDict()
	case !v.IsNone():
		d, ok := py.ToDict(v)
		if !ok {
			return py.Value{}, t.TypeErr("intern must be a dictionary")
		}
		intern = d
	}
	x := py.AllocFor[xmlParser](t, parserType)
	x.size, x.intern, x.rawEvent = startBufferSize, intern, onDefault
	var b []byte
	if sep != nil {
		b = []byte(*sep)
	}
	x.p = newParser(x, sep != nil, b)
	if encoding != nil {
		x.p.setEncoding(*encoding)
	}
	return x.value(), nil
}

func externalParserCreate(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
	x := asParser(self)
	context, err := optText(t, a[0], "ExternalEntityParserCreate() argument 1")
	if err != nil {
		return py.Value{}, err
	}
	encoding := ""
	if !a[1].IsNil() {
		e, err := needText(t, a[1], "ExternalEntityParserCreate() argument 2", "")
		if err != nil {
			return py.Value{}, err
		}
		encoding = *e
	}
	n := py.AllocFor[xmlParser](t, parserType)
	n.handlers, n.rawEvent, n.intern = x.handlers, x.rawEvent, x.intern
	n.buffered, n.size, n.ordered, n.onlyOwn = x.buffered, x.size, x.ordered, x.onlyOwn
	n.p = x.p.child(n, context, encoding)
	return n.value(), nil
}

// errorString is the text of an error's number; None when there is none such.
func errorString(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	n, err := t.CLong(a[0])
	if err != nil {
		return py.Value{}, err
	}
	if n < 1 || n > int64(len(texts)) {
		return py.None, nil
	}
	return py.NewStr(code(n).text()).Value(), nil
}

func setBase(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
	s, err := needText(t, a[0], "SetBase() argument", "")
	if err != nil {
		return py.Value{}, err
	}
	asParser(self).p.base = s
	return py.None, nil
}

func inputContext(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
	x := asParser(self)
	if !x.calling || x.p.in.event < 0 {
		return py.None, nil
	}
	return py.NewBytes(append([]byte(nil), x.p.in.origin()...)).Value(), nil
}

func useForeignDTD(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
	x := asParser(self)
	on := true
	if !a[0].IsNil() {
		var err *py.Exc
		if on, err = t.Truth(a[0]); err != nil {
			return py.Value{}, err
		}
	}
	if x.p.running() {
		return py.Value{}, x.failure(t, errCantChange)
	}
	x.p.foreign = on
	return py.None, nil
}

func setParamEntityParsing(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
	x := asParser(self)
	n, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	if x.p.running() {
		return py.IntOf(0), nil
	}
	x.p.params = n
	return py.IntOf(1), nil
}

func setDeferral(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
	on, err := t.Truth(a[0])
	if err == nil {
		asParser(self).p.deferral = on
	}
	return py.None, err
}

func cannotDelete(t *py.Thread) *py.Exc { return t.Raise(py.RuntimeError, "Cannot delete attribute") }

// setBufferSize is the setter of buffer_size.
func setBufferSize(t *py.Thread, self, v py.Value) *py.Exc {
	x := asParser(self)
	if v.IsNil() {
		return cannotDelete(t)
	}
	if !py.IsInt(v) {
		return t.TypeErr("buffer_size must be an integer")
	}
	n, err := t.CLong(v)
	switch {
	case err != nil:
		return err
	case n <= 0:
		return t.ValueErr("buffer_size must be greater than zero")
	case n == int64(x.size):
		return nil
	case n > math.MaxInt32:
		return t.ValueErr("buffer_size must not be greater than %d", math.MaxInt32)
	}
	if err := x.handOn(t); err != nil {
		return err
	}
	x.size = int(n)
	return nil
}

func setBufferText(t *py.Thread, self, v py.Value) *py.Exc {
	x := asParser(self)
	if v.IsNil() {
		return cannotDelete(t)
	}
	on, err := t.Truth(v)
	if err != nil {
		return err
	}
	if !on {
		if err := x.handOn(t); err != nil {
			return err
		}
	}
	x.buffered = on
	return nil
}

// handOn hands on the character data that was held back, from outside or
// within a handler.
func (x *xmlParser) handOn(t *py.Thread) *py.Exc {
	if x.t == nil {
		x.t = t
		defer func() { x.t = nil }()
	}
	if !x.flush() {
		return x.takeErr()
	}
	return nil
}

func init() {
	py.RegisterPackage(register, "pyexpat")
}

func register() {
	py.RegisterType(py.TypeSpec{Type: errorType, Name: "xml.parsers.expat.ExpatError", Base: py.Exception, Flags: py.FlagBaseType})
	get := func(name string, f func(x *xmlParser) py.Value) py.GetSetSpec {
		return py.GetSetSpec{Name: name, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return f(asParser(v)), nil }}
	}
	flagAttr := func(name string, field func(x *xmlParser) *bool) py.GetSetSpec {
		g := get(name, func(x *xmlParser) py.Value { return py.Bool(*field(x)) })
		g.Set = func(t *py.Thread, self, v py.Value) *py.Exc {
			if v.IsNil() {
				return cannotDelete(t)
			}
			on, err := t.Truth(v)
			if err == nil {
				*field(asParser(self)) = on
			}
			return err
		}
		return g
	}
	var attrs []py.GetSetSpec
	for i, name := range eventNames {
		g := get(name, func(x *xmlParser) py.Value {
			if h := x.handlers[i]; !h.IsNil() {
				return h
			}
			return py.None
		})
		g.Set = func(t *py.Thread, self, v py.Value) *py.Exc { return asParser(self).setHandler(t, i, v) }
		attrs = append(attrs, g)
	}
	line := func(x *xmlParser) py.Value { return py.IntOf(x.p.where().line + 1) }
	column := func(x *xmlParser) py.Value { return py.IntOf(x.p.where().col) }
	index := func(x *xmlParser) py.Value {
		if x.p.in.event < 0 {
			return py.IntOf(-1)
		}
		return py.IntOf(x.p.where().origin)
	}
	triplets := flagAttr("namespace_prefixes", func(x *xmlParser) *bool { return &x.p.triplets })
	setTriplets := triplets.Set
	triplets.Set = func(t *py.Thread, self, v py.Value) *py.Exc {
		p := asParser(self).p
		was := p.triplets
		err := setTriplets(t, self, v)
		if p.running() {
			p.triplets = was
		}
		return err
	}
	size := get("buffer_size", func(x *xmlParser) py.Value { return py.IntOf(x.size) })
	size.Set = setBufferSize
	buffered := get("buffer_text", func(x *xmlParser) py.Value { return py.Bool(x.buffered) })
	buffered.Set = setBufferText
	attrs = append(attrs,
		get("ErrorCode", func(x *xmlParser) py.Value { return py.IntOf(int(x.p.err)) }),
		get("ErrorLineNumber", line), get("ErrorColumnNumber", column), get("ErrorByteIndex", index),
		get("CurrentLineNumber", line), get("CurrentColumnNumber", column), get("CurrentByteIndex", index),
		size, buffered, get("buffer_used", func(x *xmlParser) py.Value { return py.IntOf(len(x.buf)) }), triplets,
		flagAttr("ordered_attributes", func(x *xmlParser) *bool { return &x.ordered }),
		flagAttr("specified_attributes", func(x *xmlParser) *bool { return &x.onlyOwn }),
	)
	py.RegisterType(py.TypeSpec{
		Type: parserType, Name: "pyexpat.xmlparser", Guarded: true, Flags: py.FlagNoNew, Layout: py.LayoutOf[xmlParser](),
		Doc:    "XML parser",
		GetSet: attrs,
		Members: []py.GetSetSpec{get("intern", func(x *xmlParser) py.Value {
			if x.intern == nil {
				return py.None
			}
			return x.intern.Value()
		})},
		Methods: []py.MethodSpec{
			{Name: "Parse", Sig: "data, isfinal=False, /", Fn: py.FnSig(parse), Doc: "Parse XML data.\n\nisfinal tells that no more follows."},
			{Name: "ParseFile", Sig: "file, /", Fn: py.FnSig(parseFile), Doc: "Parse the XML data that a file's read() gives."},
			{Name: "SetBase", Sig: "base, /", Fn: py.FnSig(setBase), Doc: "Set the URL that system identifiers are relative to."},
			{Name: "GetBase", Doc: "Return the URL that system identifiers are relative to.", Fn: py.Fn0(func(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
				return optStr(asParser(self).p.base), nil
			})},
			{Name: "GetInputContext", Fn: py.Fn0(inputContext), Doc: "Return the input from the present event on, None outside of handlers.\n\nOf an event made by much text not all need be there."},
			{Name: "ExternalEntityParserCreate", Sig: "context, encoding=<unrepresentable>, /", Fn: py.FnSig(externalParserCreate), Doc: "Create a parser for an external entity, by what the ExternalEntityRefHandler was told."},
			{Name: "SetParamEntityParsing", Sig: "flag, /", Fn: py.FnSig(setParamEntityParsing), Doc: "Choose whether parameter entities and the external subset are parsed.\n\nflag is one of the constants XML_PARAM_ENTITY_PARSING_*. Return true if\nit could be set."},
			{Name: "UseForeignDTD", Sig: "flag=True, /", Fn: py.FnSig(useForeignDTD), Doc: "Have the ExternalEntityRefHandler give a document without an external subset one."},
			{Name: "SetReparseDeferralEnabled", Sig: "enabled, /", Fn: py.FnSig(setDeferral), Doc: "Choose whether a token that was cut off waits for much more data."},
			{Name: "GetReparseDeferralEnabled", Doc: "Tell whether a token that was cut off waits for much more data.", Fn: py.Fn0(func(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
				return py.Bool(asParser(self).p.deferral), nil
			})},
		},
	})
	py.RegisterModule(py.ModuleSpec{
		Name: "pyexpat", Doc: "Python wrapper for Expat parser.", Types: []*py.Type{errorType},
		Methods: []py.MethodSpec{
			{Name: "ParserCreate", Sig: "encoding=None, namespace_separator=None, intern=<unrepresentable>", Fn: py.FnSig(parserCreate), Doc: "Return a new XML parser object."},
			{Name: "ErrorString", Sig: "code, /", Fn: py.FnSig(errorString), Doc: "Return the text of the error of that number."},
		},
		Init: initModule,
	})
}

func initModule(t *py.Thread, m *py.Module) *py.Exc {
	m.Set("error", errorType.Value())
	m.Set("XMLParserType", parserType.Value())
	m.Set("EXPAT_VERSION", py.NewStr("expat_2.6.3").Value())
	m.Set("version_info", py.NewTuple(py.IntOf(2), py.IntOf(6), py.IntOf(3)).Value())
	m.Set("native_encoding", py.NewStr("UTF-8").Value())
	var features []py.Value
	for _, f := range [...]struct {
		name string
		n    int
	}{{"sizeof(XML_Char)", 1}, {"sizeof(XML_LChar)", 1}, {"XML_DTD", 0}, {"XML_CONTEXT_BYTES", pieceSize}, {"XML_NS", 0},
		{"XML_BLAP_MAX_AMP", maxAmplification}, {"XML_BLAP_ACT_THRES", amplificationFrom}, {"XML_GE", 0}} {
		features = append(features, py.NewTuple(py.NewStr(f.name).Value(), py.IntOf(f.n)).Value())
	}
	m.Set("features", py.NewList(features).Value())
	for i, n := range [...]string{"NEVER", "UNLESS_STANDALONE", "ALWAYS"} {
		m.Set("XML_PARAM_ENTITY_PARSING_"+n, py.IntOf(i))
	}
	errs, err := errorsModule(t)
	if err != nil {
		return err
	}
	model := modelModule()
	m.Set("errors", errs)
	m.Set("model", model)
	// They are modules of their own although the module is no package.
	t.Interp().Modules().SetStr(t, "pyexpat.errors", errs)
	t.Interp().Modules().SetStr(t, "pyexpat.model", model)
	return nil
}
