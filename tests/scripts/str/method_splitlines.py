"""str.splitlines with every kind of argument."""
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
'a,b,,c'.splitlines(' ')
'\ud800'.splitlines(2**70)
'İıǅ'.splitlines(('a', 'h'))
'Hello World'.splitlines({})
'aaaa'.splitlines('a')
'-42'.splitlines(None)
''.splitlines('aa')
'ÀÉÎ'.splitlines('hello')
'12345'.splitlines('\U0001f600')
'\U0001f600 ok'.splitlines(100)
'  spaced  '.splitlines('é')
'ß straße'.splitlines(True)
'٣½²'.splitlines('é')
'x'.splitlines(2)
''.splitlines(100)
'line1\nline2\r\nline3'.splitlines('')
''.splitlines('l')
'tab\tbed'.splitlines('a')
'aXbXc'.splitlines(',')
'hello world'.splitlines(' ')
'MiXeD cAsE 9'.splitlines('zz')
'\u2003wide\x1c'.splitlines('zz')
'line1\nline2\r\nline3'.splitlines('l')
'\u2003wide\x1c'.splitlines(None)
'line1\nline2\r\nline3'.splitlines(b'a', '')
'  spaced  '.splitlines(None, {}, '\U0001f600')
""")
