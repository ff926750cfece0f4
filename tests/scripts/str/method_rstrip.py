"""str.rstrip with every kind of argument."""
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
'hello world'.rstrip()
'İıǅ'.rstrip('l')
'\ud800'.rstrip('l')
'a,b,,c'.rstrip('a')
'  spaced  '.rstrip('a')
'aXbXc'.rstrip()
'ß straße'.rstrip()
'\U0001f600 ok'.rstrip('X')
'-42'.rstrip('é')
'Hello World'.rstrip()
'x'.rstrip(',')
'MiXeD cAsE 9'.rstrip('hello')
'٣½²'.rstrip('l')
'tab\tbed'.rstrip(None)
'line1\nline2\r\nline3'.rstrip('o w')
'aaaa'.rstrip('é')
'  spaced  '.rstrip()
''.rstrip()
'ÀÉÎ'.rstrip('é')
'\u2003wide\x1c'.rstrip('')
''.rstrip('é')
'\u2003wide\x1c'.rstrip()
''.rstrip('zz')
'12345'.rstrip(None)
'٣½²'.rstrip(' ', 20)
'İıǅ'.rstrip(2, '', 'l')
'x'.rstrip([])
""")
