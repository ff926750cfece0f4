# Namespaces.
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
    b'<a:b:c/>',
    b'<p:a xmlns:p="u" p:b="1" b="2"/>',
    b'<p:a/>',
    b'<a p:b="1"/>',
    b'<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>',
    b'<a xmlns:p=""/>',
    b'<a xmlns:xml="u"/>',
    b'<a xmlns:xml="http://www.w3.org/XML/1998/namespace" xml:lang="en"/>',
    b'<a xmlns:xmlns="u"/>',
    b'<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>',
    b'<a xmlns="http://www.w3.org/2000/xmlns/"/>',
    b'<a xmlns="u" xmlns:p="v"><p:b/><b xmlns="w"/></a>',
    b'<xmlns:a/>',
    b'<xml:a/>',
    b'<:a/>',
    b'<a:/>',
    b'<a:1/>',
    b'<a :b="1"/>',
    b'<a b:="1"/>',
    b'<a b:c:d="1"/>',
    b'<?a:b c?><a/>',
    b'<a></a:b:c>',
    b'<a xmlns:p="u"><p:b></p:b></a>',
    b'<a xmlns:p="u" p:a="1" p:b="2" p:c="3" p:d="4" p:e="5" p:f="6" p:g="7" p:h="8" p:i="9" p:j="10" xmlns:q="u" q:c="x"/>',
]

for doc in DOCS:
    run(doc, ns="!", raw=None)
for sep in "", " ", "|":
    for triplets in False, True:
        p = expat.ParserCreate(namespace_separator=sep)
        p.namespace_prefixes = triplets
        p.StartElementHandler = print
        p.StartNamespaceDeclHandler = p.EndNamespaceDeclHandler = print
        p.Parse("<a xmlns='u' xmlns:p='v' b='1' p:c='2' xml:lang='en'><p:d/></a>", True)
