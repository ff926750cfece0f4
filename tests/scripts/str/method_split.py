"""str.split with every kind of argument."""
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
'\ud800'.split('\U0001f600')
'Hello World'.split('l', 5)
'12345'.split(maxsplit=1)
'aXbXc'.split('hello', maxsplit=1)
'Hello World'.split(' ')
'٣½²'.split('aa')
'hello world'.split('\n')
'a,b,,c'.split('\n', 2)
'ÀÉÎ'.split(maxsplit=1)
'aaaa'.split('a')
'ß straße'.split('é')
'x'.split('zz')
'aaaa'.split('X')
'Hello World'.split('é')
'İıǅ'.split('é', True)
'line1\nline2\r\nline3'.split(' ')
'  spaced  '.split('a')
'\u2003wide\x1c'.split(None, 2)
'line1\nline2\r\nline3'.split('\n')
'-42'.split(20)
''.split('zz', ' ')
'İıǅ'.split(2**70, 2, 5)
'٣½²'.split([], None)
'aXbXc'.split([])
'line1\nline2\r\nline3'.split('a', sep=',')
'ÀÉÎ'.split(True)
'Hello World'.split('')
'İıǅ'.split(20, 2**70)
''.split({}, 5)
'\u2003wide\x1c'.split(('a', 'h'))
""")
