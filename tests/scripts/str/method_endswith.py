"""str.endswith with every kind of argument."""
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
'\u2003wide\x1c'.endswith('')
'line1\nline2\r\nline3'.endswith(('a', 'h'))
'tab\tbed'.endswith('', 2)
'İıǅ'.endswith('aa')
'aaaa'.endswith(('a', 'h'))
'line1\nline2\r\nline3'.endswith('aa')
'ÀÉÎ'.endswith('zz')
'٣½²'.endswith('o w')
''.endswith('aa', True, 2)
'Hello World'.endswith('a', 5)
'x'.endswith('zz')
'\ud800'.endswith('é')
'\U0001f600 ok'.endswith(('a', 'h'))
'aXbXc'.endswith('', None)
'12345'.endswith('')
'ÀÉÎ'.endswith('')
'MiXeD cAsE 9'.endswith('')
'٣½²'.endswith('', True)
''.endswith('')
'\ud800'.endswith('')
'12345'.endswith(3.5, ',')
'ß straße'.endswith([])
'İıǅ'.endswith(None, True)
'\ud800'.endswith(20)
'  spaced  '.endswith(b'a', None)
'٣½²'.endswith(True)
'ÀÉÎ'.endswith({})
'ß straße'.endswith(3.5)
'\u2003wide\x1c'.endswith()
""")
