"""str.rsplit with every kind of argument."""
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
'\u2003wide\x1c'.rsplit(None)
'İıǅ'.rsplit(',')
'12345'.rsplit('\U0001f600', 100)
'MiXeD cAsE 9'.rsplit('hello', 20)
''.rsplit('\n', 20)
'aaaa'.rsplit('l')
'a,b,,c'.rsplit(' ')
'ÀÉÎ'.rsplit('a')
'line1\nline2\r\nline3'.rsplit(maxsplit=1)
'tab\tbed'.rsplit('o w')
'hello world'.rsplit('a', True)
'aXbXc'.rsplit(sep=',')
'line1\nline2\r\nline3'.rsplit('l')
'\U0001f600 ok'.rsplit('X')
'\u2003wide\x1c'.rsplit(',', True)
'\ud800'.rsplit('o w')
'a,b,,c'.rsplit('a', 100)
'ß straße'.rsplit('\n', True)
'Hello World'.rsplit('\U0001f600')
'x'.rsplit(3.5, 'a')
'12345'.rsplit(20)
'a,b,,c'.rsplit(',', ('a', 'h'))
'hello world'.rsplit([], 20)
'12345'.rsplit({}, True)
''.rsplit(100, 100, 'l')
'-42'.rsplit(20, sep=',')
'\ud800'.rsplit('')
'٣½²'.rsplit(('a', 'h'))
'  spaced  '.rsplit(b'a')
'٣½²'.rsplit(3.5)
""")
