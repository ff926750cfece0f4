# Document type declarations: entities, attributes, content models, notations.
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
    b'<!DOCTYPE a><a/>',
    b'<!DOCTYPE a SYSTEM "s"><a/>',
    b'<!DOCTYPE a PUBLIC "p  q" "s"><a/>',
    b'<!DOCTYPE a PUBLIC "{" "s"><a/>',
    b'<!DOCTYPE a []><a/>',
    b'<!DOCTYPE a SYSTEM "s" []><a/>',
    b'<!DOCTYPE a PUBLIC "p"><a/>',
    b'<!DOCTYPE><a/>',
    b'<!DOCTYPE a',
    b'<!DOCTYPE a [',
    b'<!DOCTYPE a [ <!-- c --> <?p i?> ]><a/>',
    b'<!DOCTYPE a><!DOCTYPE a><a/>',
    b'<a/><!DOCTYPE a>',
    b'<!DOCTYPE a [ <a/> ]><a/>',
    b'<!DOCTYPE a [ x ]><a/>',
    b'<!DOCTYPE a []x><a/>',
    b'<!DOCTYPE a [&x;]><a/>',
    b'<!DOCTYPE a SYSTEM "s" x><a/>',
    b'<!DOCTYPE a SYSTEM s><a/>',
    b'<!DOCTYPE a "s"><a/>',
    b'<!DOCTYPE a [<!ENTITY e "v">]><a>x&e;y</a>',
    b'<!DOCTYPE a [<!ENTITY e "v<b>w</b>">]><a>x&e;y</a>',
    b'<!DOCTYPE a [<!ENTITY e "v<b>w">]><a>x&e;y</b></a>',
    b'<!DOCTYPE a [<!ENTITY e "w</b>">]><a>x<b>&e;y</a>',
    b'<!DOCTYPE a [<!ENTITY e "&f;"><!ENTITY f "&e;">]><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY e "&f;!"><!ENTITY f "ff">]><a x="&e;">&e;</a>',
    b'<!DOCTYPE a [<!ENTITY e "&#38;lt;&#60;b/>">]><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY e "1"><!ENTITY e "2">]><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY e SYSTEM "u">]><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY e SYSTEM "u">]><a x="&e;"/>',
    b'<!DOCTYPE a [<!ENTITY e PUBLIC "p" "u">]><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY e SYSTEM "u" NDATA n><!NOTATION n SYSTEM "x">]><a>&e;</a>',
    b'<!DOCTYPE a [<!NOTATION n PUBLIC "x"><!NOTATION n PUBLIC "x" "y">]><a/>',
    b'<!DOCTYPE a [<!ENTITY lt "x"><!ENTITY e "<">]><a x="&e;"/>',
    b'<!DOCTYPE a [<!ENTITY e "a]]>b">]><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY e "x&y;">]><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY e "">]><a>&e;&e;</a>',
    b'<!DOCTYPE a [<!ENTITY e "x&#10;y&#13;z\r\nw">]><a b="&e;">&e;</a>',
    b'<!DOCTYPE a [<!ENTITY e "x&#x;y">]><a/>',
    b'<!DOCTYPE a [<!ENTITY e "x&#0;y">]><a/>',
    b'<!DOCTYPE a [<!ENTITY e "x%y;y">]><a/>',
    b'<!DOCTYPE a [<!ENTITY e "x% y">]><a/>',
    b'<!DOCTYPE a [<!ENTITY e "x&y">]><a/>',
    b'<!DOCTYPE a [<!ENTITY e <!ENTITY>]><a/>',
    b'<!DOCTYPE a [<!ENTITY% e "x">]><a/>',
    b'<!DOCTYPE a [<!ENTITY e "x"y>]><a/>',
    b'<!DOCTYPE a [<!ENTITY e:f "x">]><a>&e:f;</a>',
    b'<!DOCTYPE a [<!ENTITY e "<![CDATA[x]]>">]><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY e "<![CDATA[x">]><a>&e;]]></a>',
    b'<!DOCTYPE a [<!ENTITY e "<?xml version=\'1.0\'?>x">]><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY e "<b c=\'1\' c=\'2\'/>">]><a>\n&e;</a>',
    b'<!DOCTYPE a [<!ENTITY e "x]">]><a>&e;</a>',
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
    b'<!DOCTYPE a SYSTEM "ign"><a>&e;</a>',
    b'<!DOCTYPE a SYSTEM "ign2"><a>&e;</a>',
    b'<!DOCTYPE a SYSTEM "val"><a>&e;</a>',
    b'<!DOCTYPE a [<!ATTLIST a b CDATA "d" c ID #IMPLIED d NMTOKENS #REQUIRED e (x|y) "x" f NOTATION (n|m) #IMPLIED g CDATA #FIXED "q">]><a d=" x  y "/>',
    b'<!DOCTYPE a [<!ATTLIST a b CDATA "d" b CDATA "e">]><a c="1"/>',
    b'<!DOCTYPE a [<!ATTLIST a b NMTOKEN " d  e &#32;&#10; ">]><a b=" &#32; x&#32;&#32;y &lt; "/>',
    b'<!DOCTYPE a [<!ATTLIST a xmlns CDATA "u" xmlns:p CDATA "v" p:x CDATA "y">]><a/>',
    b'<!DOCTYPE a [<!ATTLIST a>]><a/>',
    b'<!DOCTYPE a [<!ATTLIST a b>]><a/>',
    b'<!DOCTYPE a [<!ATTLIST a b FOO #IMPLIED>]><a/>',
    b'<!DOCTYPE a [<!ATTLIST a b CDATA "&x;">]><a/>',
    b'<!DOCTYPE a [<!ATTLIST a b CDATA "<">]><a/>',
    b'<!DOCTYPE a [<!ATTLIST a b CDATA #FIXED>]><a/>',
    b'<!DOCTYPE a [<!ATTLIST a b (1|:|b:c|-) "1">]><a/>',
    b'<!DOCTYPE a [<!ATTLIST a b CDATA #IMPLIED>\n<!ATTLIST b xml:space (default|preserve) "default">]><a><b/></a>',
    b'<!DOCTYPE a [<!ELEMENT a EMPTY><!ELEMENT b ANY><!ELEMENT c (#PCDATA)><!ELEMENT d (#PCDATA|e|f)*><!ELEMENT g (h,i?,(j|k+)*,l)+>]><a/>',
    b'<!DOCTYPE a [<!ELEMENT a (b,c|d)>]><a/>',
    b'<!DOCTYPE a [<!ELEMENT a (b|c,d)>]><a/>',
    b'<!DOCTYPE a [<!ELEMENT a (#PCDATA|b)>]><a/>',
    b'<!DOCTYPE a [<!ELEMENT a ()>]><a/>',
    b'<!DOCTYPE a [<!ELEMENT a (b>]><a/>',
    b'<!DOCTYPE a [<!ELEMENT a ((b))>]><a/>',
    b'<!DOCTYPE a [<!ELEMENT a ((((b)?)+)*|c)>]><a/>',
    b'<!DOCTYPE a [<!ELEMENT a (b c)>]><a/>',
    b'<!DOCTYPE a [<!ELEMENT a (b)x>]><a/>',
    b'<!DOCTYPE a [<!ELEMENT a (1b)>]><a/>',
    b'<!DOCTYPE a [<!ELEMENT a (b:c:d)>]><a/>',
    b'<!DOCTYPE a [<!ELEMENT a (b:c,:d)>]><a/>',
    b'<!DOCTYPE a [<!ELEMENT a (#FOO)>]><a/>',
    b'<!DOCTYPE a [<!ELEMENT a FOO>]><a/>',
    b'<!DOCTYPE a [<!ELEMENT a (#PCDATA)>',
    b'<!DOCTYPE a [<!ELEMENT a (#PCDATA',
    b'<!ENTITY a "b"><a/>',
    b'<!DOCTYPE a [<![INCLUDE[x]]>]><a/>',
    b'<!DOCTYPE a [ ]]><a/>',
    b'<!DOCTYPE a [<!FOO>]><a/>',
    b'<!DOCTYPE a [<!>]><a/>',
    b'<!DOCTYPE a [<!ENTITY e "v>]><a/>',
    b'<!DOCTYPE a [<!ENTITY e \'v">]><a/>',
    b'<!DOCTYPE a [<!ENTITY \xff "v">]><a/>',
    b'<!DOCTYPE a [<!ENTITY e "\xff">]><a/>',
    b'<!DOCTYPE a [\r<!ENTITY e "v">\r]>\r<a/>\r',
    b'<!DOCTYPE a \r',
    b"<!DOCTYPE a SYSTEM 'it''s'><a/>",
]

for doc in DOCS:
    run(doc, only=[n for n in NAMES if n != "SkippedEntityHandler"])
for doc in DOCS[20:50]:
    run(doc, raw="DefaultHandlerExpand")
