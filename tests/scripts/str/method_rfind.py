"""str.rfind with every kind of argument."""
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
'line1\nline2\r\nline3'.rfind('a', 20)
'\u2003wide\x1c'.rfind('é')
'x'.rfind('é')
''.rfind('')
'MiXeD cAsE 9'.rfind('')
'aXbXc'.rfind('a')
'  spaced  '.rfind('a')
'aaaa'.rfind('a')
'\u2003wide\x1c'.rfind('')
'line1\nline2\r\nline3'.rfind('l')
'٣½²'.rfind('')
'line1\nline2\r\nline3'.rfind('\n')
'  spaced  '.rfind('')
'aaaa'.rfind('')
'hello world'.rfind('o w')
'MiXeD cAsE 9'.rfind(' ')
'ß straße'.rfind('a')
'12345'.rfind(100)
'hello world'.rfind('', 'é')
'\ud800'.rfind(True, '')
'aXbXc'.rfind()
'İıǅ'.rfind([], b'a')
'\u2003wide\x1c'.rfind(None, ('a', 'h'), 'o w')
'MiXeD cAsE 9'.rfind({})
'x'.rfind(3.5)
'\u2003wide\x1c'.rfind(b'a', 'o w')
'line1\nline2\r\nline3'.rfind(('a', 'h'))
'hello world'.rfind(nope=1)
""")
