# What a parser tells of documents without declarations, and their errors.
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
    b'',
    b'<',
    b'<a',
    b'<a>',
    b'<a/>',
    b'<a></a>',
    b'<a></b>',
    b'<a>text</a>',
    b'<a>x\r\ny\rz\n</a>',
    b' <a/>',
    b'<a/> ',
    b'<a/>\r',
    b'<a/>x',
    b'<a/><b/>',
    b'<a b="c" d=\'e\'/>',
    b'<a b="c" b="d"/>',
    b'<a b="<"/>',
    b'<a b="&lt;&#65;&#x42; \t\n\r\n"/>',
    b'<a b/>',
    b'<a b=c/>',
    b'<a b="c"d="e"/>',
    b'<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x4e2d;</a>',
    b'<a>&foo;</a>',
    b'<a>&#0;</a>',
    b'<a>&#x110000;</a>',
    b'<a>&#xd800;</a>',
    b'<a>&;</a>',
    b'<a>& b</a>',
    b'<a>&#;</a>',
    b'<a>&lt</a>',
    b'<a><![CDATA[x<y&z]]></a>',
    b'<a><![CDATA[x\r\ny]] ]]]></a>',
    b'<a><![CDATA[',
    b'<a><![CDATA[x',
    b'<a><![CDATA[x]]',
    b'<a><![CDAT',
    b'<a><![CDAXA[',
    b'<a>]]></a>',
    b'<a>]</a>',
    b'<a>]]</a>',
    b'<a>x]',
    b'<a>x]]',
    b'<a>x]]>',
    b'<!-- c --><a><!-- d\r\ne --></a><!-- e -->',
    b'<a><!-- -- --></a>',
    b'<a><!-x--></a>',
    b'<a><!-- ',
    b'<?pi data?><a><?pi?><?p  d d ?></a><?z?>',
    b'<?xml?><a/>',
    b'<?XML?><a/>',
    b'<a><?xml version="1.0"?></a>',
    b' <?xml version="1.0"?><a/>',
    b'<a><?pi',
    b'<a><?1?></a>',
    b'<?xml version="1.0"?><a/>',
    b'<?xml version="1.0" standalone="no"?><a/>',
    b'<?xml version="1.0" standalone="maybe"?><a/>',
    b'<?xml version="1.0" foo="x"?><a/>',
    b'<?xml version=1.0?><a/>',
    b'<?xml version="1.0 "?><a/>',
    b'<?xml version="1.0" ?>\n<a/>',
    b'<a>\x01</a>',
    b'<a\x01/>',
    b'<a\n\n\nb="1"\n c="2"\n/>',
    b'</a>',
    b'<a></a',
    b'<a></a >',
    b'<a></ a>',
    b'<a>\n<b>\n</c></a>',
    b'<a:b:c/>',
    b'<1a/>',
    b'<a.b-c_d/>',
    b'<>',
    b'< a/>',
    b'<a/ >',
    b'<a"b"/>',
    b'text',
    b'text<a/>',
    b'&amp;<a/>',
    b'<![CDATA[x]]><a/>',
    b'<!doctype a><a/>',
    b'<a xmlns="u"/>',
    b'<p:a/>',
    b'<a p:b="1"/>',
    b'<a xmlns="u"><b xmlns=""/></a>',
    b'<a xmlns="u v"/>',
    b'<a xmlns="u!v"/>',
    b'<xml:a/>',
    b'<:a/>',
    b'<a:/>',
    b'<a:1/>',
    b'<a :b="1"/>',
    b'<a b:="1"/>',
    b'<a b:c:d="1"/>',
    b'<?a:b c?><a/>',
    b'<a></a:b:c>',
    b'<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>',
    b'<a>\n\n  <b c="d">e</b>\n\t<f/>\n</a>\n',
    b'%a;<a/>',
]

for doc in DOCS:
    run(doc)
for doc in DOCS[:40]:
    run(doc, size=1, deferral=False, raw=None)
