# The parser object: its attributes, methods and errors, and the modules of constants.
import io
import sys
from xml.parsers import expat
import pyexpat

print(expat.EXPAT_VERSION, expat.version_info, expat.native_encoding, expat.features)
print(expat.ErrorString(4), expat.ErrorString(0), expat.ErrorString(99), len(expat.errors.codes), expat.errors.messages)
print(expat.errors.codes["unbound prefix"], expat.errors.XML_ERROR_SYNTAX, expat.model.XML_CTYPE_SEQ, expat.model.XML_CQUANT_PLUS)
print(sys.modules["pyexpat.errors"] is pyexpat.errors, expat.error is expat.ExpatError, expat.ExpatError, pyexpat.XMLParserType)

p = expat.ParserCreate()
for n in dir(p):
    if not n.startswith("_") and not callable(getattr(p, n)):
        print(n, getattr(p, n))
for n, values in {
    "buffer_size": (None, "x", -1, 0, 2**31, 2**70, 100), "buffer_text": (None, "x", 0), "ErrorCode": (1,),
    "StartElementHandler": (None, "x", 0), "intern": ({},), "foo": (1,), "ordered_attributes": ([], 1),
}.items():
    for v in values:
        try:
            setattr(p, n, v)
            print(n, v, getattr(p, n))
        except Exception as e:
            print(n, v, type(e).__name__, e)
    try:
        delattr(p, n)
    except Exception as e:
        print(n, "del", type(e).__name__, e)
for a in (1,), ("aaa", "ab"), ("utf-8", ""), ("utf-8", 1), ("utf-8", None, 1), ("utf-8", None, None), ("a\0", "a"):
    try:
        print(a, expat.ParserCreate(*a).intern)
    except Exception as e:
        print(a, type(e).__name__, e)
for call in (lambda: type(p)(), lambda: p.Parse(1), lambda: p.ParseFile(1), lambda: p.ParseFile(io.StringIO("<a/>")),
             lambda: p.SetBase(1), lambda: p.ExternalEntityParserCreate(1),
             lambda: p.SetParamEntityParsing("x"), lambda: expat.ErrorString("x")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

# Finished, failed and stopped parsers.
p = expat.ParserCreate()
print(p.Parse("<a>"), p.Parse(b"</a>", True))
for data in "", "<b/>":
    try:
        p.Parse(data, 1)
    except expat.ExpatError as e:
        print(e, e.code, e.lineno, e.offset, e.args)
p = expat.ParserCreate()
for data in "<a></b>", "</a>":
    try:
        p.Parse(data)
    except expat.ExpatError as e:
        print(e.code, p.ErrorCode)
p = expat.ParserCreate()
def stop(name, attrs):
    1 / 0
p.StartElementHandler = stop
p.EndElementHandler = print
for i in range(2):
    try:
        p.Parse("<a></a>", True)
    except (ZeroDivisionError, expat.ExpatError) as e:
        print(type(e).__name__, e, p.StartElementHandler, p.EndElementHandler)

# Text that is buffered.
def texts(size, data, change=None):
    p = expat.ParserCreate()
    p.buffer_text = True
    p.buffer_size = size
    out = []
    p.CharacterDataHandler = out.append
    def start(name, attrs):
        out.append(name)
        if change:
            change(p, name)
    p.StartElementHandler = start
    p.Parse(data, True)
    print(out, p.buffer_used)
DATA = "<a>1<b/>22\n333<c/>&lt;4\n\n5</a>"
for size in 1, 2, 3, 5, 100:
    texts(size, DATA)
texts(100, DATA, lambda p, n: setattr(p, "buffer_text", n != "b"))
texts(100, DATA, lambda p, n: setattr(p, "buffer_size", 2))
texts(100, DATA, lambda p, n: setattr(p, "CharacterDataHandler", print))

# Attributes in order, specified ones, and the dict of names.
for ordered, specified in (0, 0), (1, 0), (0, 1), (1, 1):
    names = {}
    p = expat.ParserCreate(intern=names)
    p.ordered_attributes, p.specified_attributes = ordered, specified
    p.StartElementHandler = print
    p.Parse("<!DOCTYPE a [<!ATTLIST a y CDATA '2' z CDATA '3'>]><a x='1' z='4'><b/></a>", True)
    print(names)

# Deferral of tokens that are cut off.
for on in True, False:
    p = expat.ParserCreate()
    p.SetReparseDeferralEnabled(on)
    out = []
    p.StartElementHandler = lambda n, a: out.append(n)
    for i in range(0, 60, 7):
        p.Parse(("<r>" + "<aaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbb='cccccccccccccc'/>" * 2)[i:i + 7])
        out.append(i)
    print(p.GetReparseDeferralEnabled(), out)


class File:
    def __init__(self, *pieces):
        self.pieces = list(pieces)

    def read(self, n):
        return self.pieces.pop(0)


for f in io.BytesIO(b"<a>" + b"x" * 5000 + b"</a>"), File(bytearray(b"<a/>"), b""), File(b"<a>", "x"), File(b"x" * 3000), File(b"<a>", b"</b>", b""):
    p = expat.ParserCreate()
    out = []
    p.CharacterDataHandler = lambda s: out.append(len(s))
    try:
        print(p.ParseFile(f), out)
    except Exception as e:
        print(type(e).__name__, e)

# What the handlers of a number give.
for result in 0, 1, None, True:
    p = expat.ParserCreate()
    p.ExternalEntityRefHandler = lambda *a: result
    p.NotStandaloneHandler = lambda: 1
    try:
        print(p.Parse("<!DOCTYPE a SYSTEM 's' [<!ENTITY e SYSTEM 'u'>]><a>&e;</a>", True))
    except Exception as e:
        print(type(e).__name__, e)
p = expat.ParserCreate()
p.NotStandaloneHandler = lambda: 0
try:
    p.Parse("<!DOCTYPE a SYSTEM 's'><a/>")
except expat.ExpatError as e:
    print(e)

# Entities that grow beyond all reason, and deep nesting.
def lots(n, ref):
    return "<!DOCTYPE a [<!ENTITY e0 'xxxxxxxxxx'>%s]><a%s/>" % (
        "".join("<!ENTITY e%d '%s'>" % (i + 1, "&e%d;" % i * 10) for i in range(n)), ref)
for doc in lots(8, "><b>&e8;</b></a><c"), lots(8, " b='&e8;'"), lots(3, " b='&e3;'"):
    try:
        print(expat.ParserCreate().Parse(doc, True))
    except expat.ExpatError as e:
        print(e.code, e)
depth = 0
p = expat.ParserCreate()
def count(*a):
    global depth
    depth += 1
p.StartElementHandler = p.EndElementHandler = count
p.Parse("<a>" * 100000 + "</a>" * 100000, True)
print(depth)
p = expat.ParserCreate()
p.CharacterDataHandler = print
p.Parse("<!DOCTYPE a [<!ENTITY e0 'deep'>%s]><a b='&e5000;'>&e5000;</a>" % "".join("<!ENTITY e%d '&e%d;'>" % (i + 1, i) for i in range(5000)), True)
