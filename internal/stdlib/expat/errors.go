// Package expat is the pyexpat module: an incremental parser of XML that calls
// handlers. It checks well-formedness and namespaces and reads document type
// declarations for their entities and attribute defaults; it does not validate.
package expat

import "github.com/coachwhip/coachwhip/internal/py"

// code numbers the errors as expat does; 0 is none.
type code int

const (
	errNone          code = 0
	errSyntax        code = 2
	errNoElements    code = 3
	errInvalid       code = 4
	errUnclosed      code = 5
	errPartialChar   code = 6
	errMismatch      code = 7
	errDuplicate     code = 8
	errJunk          code = 9
	errParamRef      code = 10
	errUndefined     code = 11
	errRecursive     code = 12
	errAsync         code = 13
	errBadCharRef    code = 14
	errBinaryRef     code = 15
	errAttrExternal  code = 16
	errMisplaced     code = 17
	errUnknownEnc    code = 18
	errIncorrectEnc  code = 19
	errUnclosedCData code = 20
	errExternal      code = 21
	errNotStandalone code = 22
	errState         code = 23
	errDeclaredInPE  code = 24
	errCantChange    code = 26
	errUnbound       code = 27
	errUndeclare     code = 28
	errIncompletePE  code = 29
	errXMLDecl       code = 30
	errTextDecl      code = 31
	errPublicID      code = 32
	errAborted       code = 35
	errFinished      code = 36
	errPrefixXML     code = 38
	errPrefixXMLNS   code = 39
	errReservedURI   code = 40
	errAmplification code = 43
)

// texts has the constant's name and the message of each code, from 1.
var texts = [...][2]string{
	{"NO_MEMORY", "out of memory"}, {"SYNTAX", "syntax error"}, {"NO_ELEMENTS", "no element found"},
	{"INVALID_TOKEN", "not well-formed (invalid token)"}, {"UNCLOSED_TOKEN", "unclosed token"},
	{"PARTIAL_CHAR", "partial character"}, {"TAG_MISMATCH", "mismatched tag"}, {"DUPLICATE_ATTRIBUTE", "duplicate attribute"},
	{"JUNK_AFTER_DOC_ELEMENT", "junk after document element"}, {"PARAM_ENTITY_REF", "illegal parameter entity reference"},
	{"UNDEFINED_ENTITY", "undefined entity"}, {"RECURSIVE_ENTITY_REF", "recursive entity reference"},
	{"ASYNC_ENTITY", "asynchronous entity"}, {"BAD_CHAR_REF", "reference to invalid character number"},
	{"BINARY_ENTITY_REF", "reference to binary entity"}, {"ATTRIBUTE_EXTERNAL_ENTITY_REF", "reference to external entity in attribute"},
	{"MISPLACED_XML_PI", "XML or text declaration not at start of entity"}, {"UNKNOWN_ENCODING", "unknown encoding"},
	{"INCORRECT_ENCODING", "encoding specified in XML declaration is incorrect"}, {"UNCLOSED_CDATA_SECTION", "unclosed CDATA section"},
	{"EXTERNAL_ENTITY_HANDLING", "error in processing external entity reference"}, {"NOT_STANDALONE", "document is not standalone"},
	{"UNEXPECTED_STATE", "unexpected parser state - please send a bug report"}, {"ENTITY_DECLARED_IN_PE", "entity declared in parameter entity"},
	{"FEATURE_REQUIRES_XML_DTD", "requested feature requires XML_DTD support in Expat"},
	{"CANT_CHANGE_FEATURE_ONCE_PARSING", "cannot change setting once parsing has begun"}, {"UNBOUND_PREFIX", "unbound prefix"},
	{"UNDECLARING_PREFIX", "must not undeclare prefix"}, {"INCOMPLETE_PE", "incomplete markup in parameter entity"},
	{"XML_DECL", "XML declaration not well-formed"}, {"TEXT_DECL", "text declaration not well-formed"},
	{"PUBLICID", "illegal character(s) in public id"}, {"SUSPENDED", "parser suspended"}, {"NOT_SUSPENDED", "parser not suspended"},
	{"ABORTED", "parsing aborted"}, {"FINISHED", "parsing finished"}, {"SUSPEND_PE", "cannot suspend in external parameter entity"},
	{"RESERVED_PREFIX_XML", "reserved prefix (xml) must not be undeclared or bound to another namespace name"},
	{"RESERVED_PREFIX_XMLNS", "reserved prefix (xmlns) must not be declared or undeclared"},
	{"RESERVED_NAMESPACE_URI", "prefix must not be bound to one of the reserved namespace names"},
	{"INVALID_ARGUMENT", "invalid argument"}, {"NO_BUFFER", "a successful prior call to function XML_GetBuffer is required"},
	{"AMPLIFICATION_LIMIT_BREACH", "limit on input amplification factor (from DTD and entities) breached"},
}

func (c code) text() string {
	if c < 1 || int(c) > len(texts) {
		return "unknown error"
	}
	return texts[c-1][1]
}

func errorsModule(t *py.Thread) (py.Value, *py.Exc) {
	m := py.NewModule("pyexpat.errors")
	m.Set("__doc__", py.NewStr("Constants used to describe error conditions.").Value())
	codes, messages := py.NewDict(), py.NewDict()
	for i, e := range texts {
		msg := py.NewStr(e[1]).Value()
		m.Set("XML_ERROR_"+e[0], msg)
		codes.SetStr(t, e[1], py.IntOf(i+1))
		if err := messages.Set(t, py.IntOf(i+1), msg); err != nil {
			return py.Value{}, err
		}
	}
	m.Set("codes", codes.Value())
	m.Set("messages", messages.Value())
	return m.Value(), nil
}

func modelModule() py.Value {
	m := py.NewModule("pyexpat.model")
	m.Set("__doc__", py.NewStr("Constants used to interpret content model information.").Value())
	for i, n := range [...]string{"EMPTY", "ANY", "MIXED", "NAME", "CHOICE", "SEQ"} {
		m.Set("XML_CTYPE_"+n, py.IntOf(i+1))
	}
	for i, n := range [...]string{"NONE", "OPT", "REP", "PLUS"} {
		m.Set("XML_CQUANT_"+n, py.IntOf(i))
	}
	return m.Value()
}
