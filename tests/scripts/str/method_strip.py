"""str.strip with every kind of argument."""
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
'ß straße'.strip('l')
'aXbXc'.strip()
'-42'.strip('aa')
'a,b,,c'.strip('')
'ÀÉÎ'.strip(' ')
'٣½²'.strip('\n')
'12345'.strip('hello')
''.strip(None)
'x'.strip()
'hello world'.strip('o w')
'tab\tbed'.strip('\U0001f600')
'\ud800'.strip('')
'  spaced  '.strip('aa')
''.strip('')
'İıǅ'.strip('\n')
'line1\nline2\r\nline3'.strip('é')
'\u2003wide\x1c'.strip('o w')
'aaaa'.strip('hello')
''.strip('aa')
'Hello World'.strip('zz')
'hello world'.strip('hello')
'\U0001f600 ok'.strip('o w')
'MiXeD cAsE 9'.strip(None)
'a,b,,c'.strip('a')
'\U0001f600 ok'.strip('\U0001f600')
'ß straße'.strip(100, 'l')
'MiXeD cAsE 9'.strip('', {}, '\U0001f600')
'Hello World'.strip(('a', 'h'))
""")
