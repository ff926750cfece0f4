"""str.startswith with every kind of argument."""
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
'ß straße'.startswith('a')
'\ud800'.startswith(('a', 'h'))
'\ud800'.startswith('')
'aaaa'.startswith(('a', 'h'))
'\u2003wide\x1c'.startswith('X')
'line1\nline2\r\nline3'.startswith('')
'٣½²'.startswith('l')
'12345'.startswith('', -1)
'x'.startswith('a', None)
'MiXeD cAsE 9'.startswith('')
'\ud800'.startswith('zz')
'12345'.startswith('\U0001f600')
'a,b,,c'.startswith('')
'12345'.startswith('é')
'ß straße'.startswith(' ')
'-42'.startswith('zz')
'  spaced  '.startswith('')
'aXbXc'.startswith('')
'x'.startswith('')
'aaaa'.startswith('aa')
'line1\nline2\r\nline3'.startswith(2**70, b'a', 3.5)
'aaaa'.startswith(2**70)
'-42'.startswith([])
'x'.startswith(3.5)
'line1\nline2\r\nline3'.startswith(None)
'line1\nline2\r\nline3'.startswith()
'\U0001f600 ok'.startswith({})
'hello world'.startswith(True)
''.startswith(b'a')
""")
