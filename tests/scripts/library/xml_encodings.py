# Encodings, given or found out.
from xml.parsers import expat

NAMES = [n for n in dir(expat.ParserCreate()) if n.endswith("Handler") or n == "DefaultHandlerExpand"]


def run(data, external={}, ns=None, params=0, raw="DefaultHandler", size=None, deferral=True, encoding=None, only=None):
    p = expat.ParserCreate(encoding, ns)
    p.SetParamEntityParsing(params)
    p.SetReparseDeferralEnabled(deferral)

    def install(p, depth):
        def handler(name):
            def h(*args):
                if name != "DefaultHandler" and name != raw:
                    print("  " * depth, name.replace("Handler", ""), *args, p.CurrentLineNumber, p.CurrentColumnNumber, p.CurrentByteIndex)
                else:
                    print("  " * depth, "raw", ascii(args[0]))
                if name == "ExternalEntityRefHandler" and args[2] in external:
                    q = p.ExternalEntityParserCreate(args[0])
                    install(q, depth + 1)
                    try:
                        q.Parse(external[args[2]], True)
                    except expat.ExpatError as e:
                        print("  " * depth, "within:", e)
                        return 0
                return 1
            return h
        for n in NAMES if only is None else only:
            if not n.startswith("Default") or n == raw:
                setattr(p, n, handler(n))
    install(p, 1)
    print(ascii(data[:60]))
    try:
        for i in range(0, len(data), size or len(data)):
            p.Parse(data[i:i + (size or len(data))])
        p.Parse(b"", True)
    except Exception as e:
        print("  ", type(e).__name__, e, getattr(e, "code", None), p.ErrorByteIndex)


DOCS = [
    b'<?xml version="1.0" encoding="utf-8"?><a/>',
    b'<?xml version="1.0" encoding="utf-8" standalone="yes"?><a/>',
    b'<?xml encoding="utf-8"?><a/>',
    b'<?xml version="1.0"encoding="x"?><a/>',
    b'<?xml version="1.0" encoding=""?><a/>',
    b'<?xml version="1.0" encoding="1"?><a/>',
    b"<?xml version='1.0' encoding='UTF-16'?><a/>",
    b"<?xml version='1.0' encoding='nonsense'?><a/>",
    b"<?xml version='1.0' encoding='iso-8859-1'?><a x='\xe9'>\xe9\xff<b/></a>",
    b"<?xml version='1.0' encoding='us-ascii'?><a>\xe9</a>",
    b"<?xml version='1.0' encoding='cp1252'?><a x='\x80'>\x80\x81</a>",
    b"<?xml version='1.0' encoding='cp1252'?><a x='\x80'>\x80 \x93</a>",
    b"<?xml version='1.0' encoding='koi8-r'?><\xc1>\xc2</\xc1>",
    b"<?xml version='1.0' encoding='shift_jis'?><a/>",
    b"<?xml version='1.0' encoding='cp037'?><a/>",
    b'<a b="\xc3\xa9">\xe4\xb8\xad\xe6\x96\x87\xf0\x9f\x98\x80</a>',
    b'<\xc3\xa9 \xc3\xa0="1"/>',
    b'<\xf0\x9f\x98\x80/>',
    b'<a>\xef\xbf\xbe</a>',
    b'<a>\xef\xbf\xbd</a>',
    b'<a>\xff</a>',
    b'<a>\xc0\x80</a>',
    b'<a>\xed\xa0\x80</a>',
    b'<a>\xe4\xb8',
    b'<a>x\xe4',
    b'<a>\xf5\x80\x80\x80</a>',
    b'\xef\xbb\xbf<a/>',
    b'\xef\xbb\xbf<?xml version="1.0"?><a/>',
    b'\xef\xbb',
    b'\xef',
    b'\xfe',
    b'\x00',
    b'\xff\xfe<\x00a\x00>\x00\xe9\x00\n\x00<\x00b\x00/\x00>\x00-N=\xd8\x00\xde<\x00/\x00a\x00>\x00',
    b'\x00<\x00a\x00>\x00\xe9\x00\n\x00<\x00b\x00/\x00>N-\xd8=\xde\x00\x00<\x00/\x00a\x00>',
    b'<\x00a\x00>\x00\xe9\x00\n\x00<\x00b\x00/\x00>\x00-N=\xd8\x00\xde<\x00/\x00a\x00>\x00',
    b'\xfe\xff\x00<\x00?\x00x\x00m\x00l\x00 \x00v\x00e\x00r\x00s\x00i\x00o\x00n\x00=\x00"\x001\x00.\x000\x00"\x00 \x00e\x00n\x00c\x00o\x00d\x00i\x00n\x00g\x00=\x00"\x00u\x00t\x00f\x00-\x001\x006\x00"\x00?\x00>\x00<\x00a\x00>\x00\xe9\x00<\x00/\x00a\x00>',
    b'\xfe\xff\x00<\x00?\x00x\x00m\x00l\x00 \x00v\x00e\x00r\x00s\x00i\x00o\x00n\x00=\x00"\x001\x00.\x000\x00"\x00 \x00e\x00n\x00c\x00o\x00d\x00i\x00n\x00g\x00=\x00"\x00u\x00t\x00f\x00-\x008\x00"\x00?\x00>\x00<\x00a\x00>\x00\xe9\x00<\x00/\x00a\x00>',
    b'\xff\xfe<\x00a\x00>\x00x\x00\x00',
    b'\xff\xfe<\x00a\x00>\x00x\x00<\x00/\x00a\x00>\x00\x00',
]

for doc in DOCS:
    run(doc)
    run(doc, size=3)
for name in "utf-8", "utf-16", "iso-8859-1", "us-ascii", "cp1252", "koi8-r", "nonsense", "shift_jis", "utf-7":
    for doc in b"<a>x</a>", b"<a>\xe9\x80</a>", "<a>\xe9</a>".encode("utf-16"), "<a>\xe9</a>".encode("utf-16-be"), b"\xef\xbb\xbf<a/>":
        run(doc, encoding=name, raw=None)
run("<?xml version='1.0' encoding='iso-8859-1'?><a>\u20ac</a>")
try:
    expat.ParserCreate().Parse("<a>\ud800</a>")
except UnicodeEncodeError as e:
    print(e)
