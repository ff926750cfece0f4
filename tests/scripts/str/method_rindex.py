"""str.rindex with every kind of argument."""
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
'12345'.rindex('')
'-42'.rindex('')
'aaaa'.rindex('')
'a,b,,c'.rindex('')
'٣½²'.rindex('')
'Hello World'.rindex('l')
'hello world'.rindex(' ')
'x'.rindex('')
'aaaa'.rindex('', 2)
'aaaa'.rindex('aa')
'aXbXc'.rindex('X')
'MiXeD cAsE 9'.rindex('X')
'line1\nline2\r\nline3'.rindex('l')
'ß straße'.rindex('a')
'Hello World'.rindex('')
'MiXeD cAsE 9'.rindex(' ')
''.rindex(100, 'a')
'٣½²'.rindex([], ',')
'-42'.rindex('\n', 'X')
'ÀÉÎ'.rindex('é')
'aXbXc'.rindex(b'a', 'zz')
'MiXeD cAsE 9'.rindex({}, 5)
'a,b,,c'.rindex(('a', 'h'), 3.5)
''.rindex(True, {})
'x'.rindex(3.5, 'hello', 'o w')
'\ud800'.rindex(None, 'aa')
'٣½²'.rindex()
""")
