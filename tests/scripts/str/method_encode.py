"""str.encode with every kind of argument."""
def r(x):
    """repr() that does not depend on the order of sets."""
    if isinstance(x, (set, frozenset)):
        return type(x).__name__ + "{" + ", ".join(sorted(map(r, x))) + "}"
    if type(x) in (list, tuple):
        return "[("[type(x) is tuple] + ", ".join(map(r, x)) + "])"[type(x) is tuple]
    return repr(x)


def show(text):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line, "->", r(eval(line)))
        except Exception as e:
            print(line, "!!", type(e).__name__, "|", e)


show(r"""
'12345'.encode('ascii', 'utf-7')
'٣½²'.encode(errors='ignore')
'x'.encode('utf-16-le')
'tab\tbed'.encode('cp1252')
'İıǅ'.encode('utf-8', 'replace')
'x'.encode('ascii', 'backslashreplace')
'  spaced  '.encode('utf-8', 'surrogatepass')
'ß straße'.encode('latin-1', 'ascii')
'aXbXc'.encode('ascii')
'Hello World'.encode('ascii', 'xmlcharrefreplace')
'-42'.encode('utf-32', 'utf-32')
'-42'.encode('ascii', 'utf-8')
'İıǅ'.encode('ascii', 'ignore')
'a,b,,c'.encode('utf-7', 'latin-1')
'line1\nline2\r\nline3'.encode(errors='ignore')
'hello world'.encode('ascii', 'xmlcharrefreplace')
'MiXeD cAsE 9'.encode('ascii', 'utf-32')
'\u2003wide\x1c'.encode('utf-8', 'surrogatepass')
'\U0001f600 ok'.encode('ascii', 'xmlcharrefreplace')
'\u2003wide\x1c'.encode('ascii', 'backslashreplace', None)
'aaaa'.encode('rot13', 'utf-16-le', 'ascii', 'replace')
'a,b,,c'.encode('hex')
'ÀÉÎ'.encode('ascii', 'idna')
'MiXeD cAsE 9'.encode('nope')
'hello world'.encode(5)
'12345'.encode(None)
'٣½²'.encode('rot13')
'ÀÉÎ'.encode('ascii', None)
'MiXeD cAsE 9'.encode('latin-1', 5)
'\u2003wide\x1c'.encode(None, encoding='latin-1')
""")
