"""str.removeprefix with every kind of argument."""
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
'MiXeD cAsE 9'.removeprefix('X')
'٣½²'.removeprefix('o w')
'hello world'.removeprefix('aa')
'x'.removeprefix('\n')
'tab\tbed'.removeprefix('zz')
'İıǅ'.removeprefix('l')
'\u2003wide\x1c'.removeprefix('hello')
'-42'.removeprefix('l')
'12345'.removeprefix('l')
'Hello World'.removeprefix(' ')
'ß straße'.removeprefix(' ')
'aXbXc'.removeprefix('')
'aaaa'.removeprefix('\n')
'line1\nline2\r\nline3'.removeprefix('l')
'\U0001f600 ok'.removeprefix('hello')
'ÀÉÎ'.removeprefix('')
'\ud800'.removeprefix('a')
'\U0001f600 ok'.removeprefix('\U0001f600')
'  spaced  '.removeprefix('é')
'a,b,,c'.removeprefix('l')
'aXbXc'.removeprefix(' ', '\U0001f600')
'aXbXc'.removeprefix('o w', ',', 20)
'  spaced  '.removeprefix(True)
'hello world'.removeprefix(20)
'٣½²'.removeprefix({})
'aXbXc'.removeprefix(b'a')
'-42'.removeprefix(3.5)
'hello world'.removeprefix(('a', 'h'))
'\ud800'.removeprefix(None)
'\u2003wide\x1c'.removeprefix([])
""")
