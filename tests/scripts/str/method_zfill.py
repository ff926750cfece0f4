"""str.zfill with every kind of argument."""
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
'-42'.zfill(5)
'x'.zfill(True)
'a,b,,c'.zfill(True)
'İıǅ'.zfill(5)
'\u2003wide\x1c'.zfill(5)
'\U0001f600 ok'.zfill(0)
'aXbXc'.zfill(True)
'12345'.zfill(True)
'12345'.zfill(20)
'İıǅ'.zfill(20)
'\U0001f600 ok'.zfill(5)
''.zfill(12)
'-42'.zfill(12)
'tab\tbed'.zfill(0)
'ÀÉÎ'.zfill(True)
'line1\nline2\r\nline3'.zfill(17)
'ß straße'.zfill(True)
'-42'.zfill(0)
'hello world'.zfill(-3)
'Hello World'.zfill(True)
'x'.zfill(17)
'٣½²'.zfill(True)
'a,b,,c'.zfill(20)
'12345'.zfill(12)
''.zfill(-3)
'Hello World'.zfill(15, '*', 15, '*')
'x'.zfill()
'MiXeD cAsE 9'.zfill(None)
'٣½²'.zfill(2.0)
'hello world'.zfill(nope=1)
""")
