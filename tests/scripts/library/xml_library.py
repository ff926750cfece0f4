# The modules that are built on the parser.
import io
import plistlib
import xmlrpc.client
import datetime
import xml.sax
from xml.dom import minidom, pulldom
from xml.etree import ElementTree as ET
from xml.sax.saxutils import XMLGenerator, escape, quoteattr

DOC = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE r [<!ENTITY name "val<i>ue</i>"><!ATTLIST item kind CDATA "std">]>
<!-- top --><?style x?>
<r xmlns="urn:a" xmlns:b="urn:b">
  <item id="1">one &lt; two \u00e9\U0001f600</item>
  <b:item b:id="2"><![CDATA[<raw>&amp;]]></b:item>
  <item kind="odd">&name;</item>
</r>
"""
root = ET.fromstring(DOC.encode())
print([(e.tag, e.attrib, e.text, e.tail) for e in root.iter()])
print(ET.tostring(root), ET.tostring(root, "unicode", "xml"))
print(root.find("{urn:b}item").text, root.findall("a:item[@kind='odd']/a:i", {"a": "urn:a"})[0].text)
print([(ev, e if isinstance(e, tuple) or e is None else e.tag if isinstance(e.tag, str) else e.text) for ev, e in ET.iterparse(io.BytesIO(DOC.encode()), ["start", "end", "start-ns", "end-ns", "comment", "pi"])])
pull = ET.XMLPullParser(["end"])
for i in range(0, len(DOC), 20):
    pull.feed(DOC[i:i + 20])
    print([e.tag for _, e in pull.read_events()], end=" ")
pull.close()
print()
print(ET.canonicalize("<a z='1' b='2' xmlns='u'><!-- c --><b/>&#13;</a>"))
for bad in "", "<a>", "<a></b>", "<a>&x;</a>", "<a", "<a b='1' b='2'/>", "<p:a/>":
    try:
        ET.fromstring(bad)
    except ET.ParseError as e:
        print(e, e.code, e.position)
try:
    ET.fromstring(DOC.replace("&name;", "&other;"))
except ET.ParseError as e:
    print(e)

dom = minidom.parseString(DOC.encode())
print(dom.documentElement.toxml())
print(dom.doctype.name, dom.doctype.internalSubset, [n.nodeName for n in dom.childNodes])
print([e.getAttribute("kind") for e in dom.getElementsByTagName("item")], dom.getElementsByTagNameNS("urn:b", "item")[0].getAttributeNS("urn:b", "id"))
print(minidom.parseString("<a><b>x</b><c/></a>").toprettyxml(indent=" "))
for event, node in pulldom.parseString("<a b='1'>x<c/><!-- d --></a>"):
    print(event, node.nodeName, end="; ")
print()


class Handler(xml.sax.ContentHandler):
    def startElementNS(self, name, qname, attrs):
        print("start", name, qname, dict(attrs.items()), self.where())

    def endElementNS(self, name, qname):
        print("end", name, qname)

    def startPrefixMapping(self, prefix, uri):
        print("map", prefix, uri)

    def characters(self, text):
        print("text", ascii(text))

    def processingInstruction(self, target, data):
        print("pi", target, data)

    def where(self):
        return self.loc.getLineNumber(), self.loc.getColumnNumber()

    def setDocumentLocator(self, loc):
        self.loc = loc


parser = xml.sax.make_parser()
parser.setFeature(xml.sax.handler.feature_namespaces, True)
parser.setContentHandler(Handler())
parser.parse(io.BytesIO(DOC.encode()))
out = io.StringIO()
xml.sax.parseString(DOC, XMLGenerator(out, "utf-8"))
print(ascii(out.getvalue()), escape("<&>"), quoteattr("a'\"b"))
try:
    xml.sax.parseString("<a>\n <b></a>", xml.sax.ContentHandler())
except xml.sax.SAXParseException as e:
    print(e, e.getLineNumber(), e.getColumnNumber())

value = {"a": [1, 2.5, True, "x<y"], "b": b"\0\xff", "c": datetime.datetime(2020, 1, 2, 3, 4, 5), "d": {"e": -1}}
text = plistlib.dumps(value)
print(text.decode())
print(plistlib.loads(text) == value, plistlib.loads(plistlib.dumps(value, fmt=plistlib.FMT_BINARY)) == value)
for bad in b"<plist><dict><key>a</key></dict></plist>", b"<plist><integer>x</integer></plist>", b"<!DOCTYPE plist [<!ENTITY e 'x'>]><plist>&e;</plist>", b"<plist>":
    try:
        plistlib.loads(bad, fmt=plistlib.FMT_XML)
    except Exception as e:
        print(type(e).__name__, e)

call = xmlrpc.client.dumps((1, "x&y", [True, None, 2.5], {"k": xmlrpc.client.Binary(b"\0")}), "method", allow_none=True)
print(call)
params, method = xmlrpc.client.loads(call)
print(method, params[:3], params[3]["k"].data)
try:
    xmlrpc.client.loads(xmlrpc.client.dumps(xmlrpc.client.Fault(4, "no"), methodresponse=True))
except xmlrpc.client.Fault as e:
    print(e)
