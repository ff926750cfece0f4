"""str.rjust with every kind of argument."""
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
'x'.rjust(12)
'Hello World'.rjust(-3)
'line1\nline2\r\nline3'.rjust(True)
'-42'.rjust(15, '*')
'a,b,,c'.rjust(20)
'hello world'.rjust(20)
'tab\tbed'.rjust(16, '\u2665')
'hello world'.rjust(15, '*')
'Hello World'.rjust(17)
'a,b,,c'.rjust(5)
'\u2003wide\x1c'.rjust(0)
'  spaced  '.rjust(15, '*')
'İıǅ'.rjust(17)
'ÀÉÎ'.rjust(-3)
'٣½²'.rjust(15, '*')
'aXbXc'.rjust(20)
'٣½²'.rjust(5)
'-42'.rjust(0)
'\U0001f600 ok'.rjust(12)
''.rjust(16, '\u2665')
'ß straße'.rjust(12, None, 0, 14, '')
'12345'.rjust(None, 'x')
'Hello World'.rjust('x')
'aXbXc'.rjust(20, 17)
'ÀÉÎ'.rjust(0, None)
'Hello World'.rjust(0, 14, '')
'-42'.rjust(-3, 2.0)
'\ud800'.rjust(14, '')
'-42'.rjust()
'\U0001f600 ok'.rjust(17, True)
""")
