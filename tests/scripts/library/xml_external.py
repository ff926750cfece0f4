# External entities and subsets, and parameter entities.
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


EXTERNAL = {
    'ext': b'<!ENTITY e "E"><!ATTLIST a z CDATA "zz">',
    'ext2': b'<?xml version="1.0" encoding="iso-8859-1"?>\n<!ENTITY % q "<!ENTITY e \'\xe9\'>">\n%q;<![INCLUDE[<!ENTITY i "i">]]><![IGNORE[ <![ x ]]> ]]>\n',
    'ext3': b'<!ENTITY % inc "INCLUDE"><![%inc;[<!ENTITY e "E">]]><!ENTITY % v "&#60;b/>"><!ENTITY u "[%v;]">',
    'bad1': b'<a/>',
    'bad2': b'<!ENTITY e "v"',
    'bad3': b'<![INCLUDE[ <!ENTITY e "v">',
    'bad4': b']]>',
    'ign': b'<![IGNORE[ foo ]]><!ENTITY e "v">',
    'ign2': b'<![IGNORE[ foo ]>',
    'val': b'<!ENTITY % x SYSTEM "valx"><!ENTITY e "[%x;]">',
    'valx': b'<?xml encoding="utf-8"?>hello&amp;',
    'u': b'<!ENTITY e "fromu">',
    'gen1': b'text<b/>',
    'gen2': b'<?xml version="1.0" encoding="iso-8859-1"?>t\xe9<b>x</b>',
    'gen3': b'<b>',
    'gen4': b'</a>',
    'gen5': b'<b/><p:c/>',
    'gen6': b'<?xml version="1.0"?>x',
    'gen7': b'&g;',
    'gen8': b'\xff\xfe<\x00b\x00>\x00\xe9\x00<\x00/\x00b\x00>\x00',
}
DOCS = [
    b'<!DOCTYPE a SYSTEM "s"><a/>',
    b'<!DOCTYPE a SYSTEM "s" []><a/>',
    b'<!DOCTYPE a SYSTEM "s" x><a/>',
    b'<!DOCTYPE a SYSTEM s><a/>',
    b'<!DOCTYPE a [<!ENTITY e SYSTEM "u">]><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY e SYSTEM "u">]><a x="&e;"/>',
    b'<!DOCTYPE a [<!ENTITY e SYSTEM "u" NDATA n><!NOTATION n SYSTEM "x">]><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY e "x%y;y">]><a/>',
    b'<!DOCTYPE a [<!ENTITY e "x% y">]><a/>',
    b'<!DOCTYPE a [<!ENTITY% e "x">]><a/>',
    b'<!DOCTYPE a [<!ENTITY % p "<!ENTITY e \'v\'>">%p;]><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY % p "<!ENTITY e \'v\'">%p;]><a>&e;</a>',
    b'<!DOCTYPE a [%u;]><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY % p SYSTEM "u">%p;<!ENTITY e "v"><!ATTLIST a b CDATA "c">]><a>&e;</a>',
    b'<?xml version="1.0" standalone="yes"?><!DOCTYPE a [<!ENTITY % p SYSTEM "u">%p;<!ENTITY e "v"><!ATTLIST a b CDATA "c">]><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY % p "%p;">%p;]><a/>',
    b'<!DOCTYPE a [<!ENTITY % p "]">%p;]><a/>',
    b'<!DOCTYPE a [<!ENTITY % p "]>">%p;]><a/>',
    b'<!DOCTYPE a [<!ENTITY % p "&#37;p;">%p;]><a/>',
    b'<!DOCTYPE a [<!ENTITY % p "x"><!ENTITY e "%p;">]><a/>',
    b'<!DOCTYPE a [<!ENTITY % p "EMPTY"><!ELEMENT a %p;>]><a/>',
    b'<!DOCTYPE a SYSTEM "ext" [<!ENTITY % p "x">]><a>&e;&u;</a>',
    b'<!DOCTYPE a SYSTEM "ext2"><a>&e;&u;</a>',
    b'<!DOCTYPE a SYSTEM "ext3"><a>&e;&u;</a>',
    b'<!DOCTYPE a SYSTEM "bad1"><a>&e;</a>',
    b'<!DOCTYPE a SYSTEM "bad2"><a>&e;</a>',
    b'<!DOCTYPE a SYSTEM "bad3"><a>&e;</a>',
    b'<!DOCTYPE a SYSTEM "bad4"><a>&e;</a>',
    b'<!DOCTYPE a SYSTEM "ign"><a>&e;</a>',
    b'<!DOCTYPE a SYSTEM "ign2"><a>&e;</a>',
    b'<!DOCTYPE a SYSTEM "val"><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY g SYSTEM "gen1">]><a>&g;</a>',
    b'<!DOCTYPE a [<!ENTITY g SYSTEM "gen2">]><a>&g;</a>',
    b'<!DOCTYPE a [<!ENTITY g SYSTEM "gen3">]><a>&g;</a>',
    b'<!DOCTYPE a [<!ENTITY g SYSTEM "gen5">]><a xmlns="u" xmlns:p="v">&g;</a>',
    b'<!DOCTYPE a [<!ENTITY g SYSTEM "gen6">]><a>&g;</a>',
    b'<!DOCTYPE a [<!ENTITY g SYSTEM "gen7">]><a>&g;</a>',
    b'<!DOCTYPE a [<!ENTITY g SYSTEM "gen8">]><a>&g;</a>',
    b'%a;<a/>',
    b"<!DOCTYPE a SYSTEM 'it''s'><a/>",
]

for mode in 0, 1, 2:
    for doc in DOCS:
        # The order of the namespaces in a context is not fixed.
        run(doc, EXTERNAL, params=mode, ns=" " if mode and b"xmlns:" not in doc else None, raw="DefaultHandlerExpand")
p = expat.ParserCreate()
print(p.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS), p.UseForeignDTD(True))
p.SetBase("base")
def ref(*args):
    print(args, p.GetInputContext())
    return p.ExternalEntityParserCreate(args[0]).Parse(b"<!ENTITY e 'foreign'>", True)
p.ExternalEntityRefHandler = ref
p.CharacterDataHandler = print
p.Parse("<a>&e;</a>", True)
print(p.SetParamEntityParsing(0), p.GetBase())
try:
    p.UseForeignDTD()
except expat.ExpatError as e:
    print(e, e.code)
