"""str.removesuffix with every kind of argument."""
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
'İıǅ'.removesuffix(',')
'hello world'.removesuffix('\U0001f600')
'  spaced  '.removesuffix('')
'-42'.removesuffix('\U0001f600')
'\u2003wide\x1c'.removesuffix(' ')
'MiXeD cAsE 9'.removesuffix('o w')
'a,b,,c'.removesuffix('o w')
'ÀÉÎ'.removesuffix('a')
'Hello World'.removesuffix('hello')
'x'.removesuffix('é')
'12345'.removesuffix('l')
'line1\nline2\r\nline3'.removesuffix('X')
''.removesuffix('aa')
'tab\tbed'.removesuffix('hello')
'\ud800'.removesuffix(' ')
'ß straße'.removesuffix('aa')
'aaaa'.removesuffix('\U0001f600')
''.removesuffix(' ')
''.removesuffix('l')
'٣½²'.removesuffix('X')
'a,b,,c'.removesuffix(('a', 'h'), 'aa')
'\u2003wide\x1c'.removesuffix([])
'ÀÉÎ'.removesuffix(-1)
'\ud800'.removesuffix(b'a')
'\ud800'.removesuffix('zz', -1, None)
'  spaced  '.removesuffix(True)
'\ud800'.removesuffix({})
'MiXeD cAsE 9'.removesuffix(('a', 'h'))
'ÀÉÎ'.removesuffix(None)
'-42'.removesuffix(3.5)
""")
