"""str.lstrip with every kind of argument."""
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
'line1\nline2\r\nline3'.lstrip('o w')
'İıǅ'.lstrip(' ')
'٣½²'.lstrip('zz')
'\ud800'.lstrip('zz')
'tab\tbed'.lstrip('o w')
'aaaa'.lstrip()
'aXbXc'.lstrip('hello')
'12345'.lstrip(',')
'  spaced  '.lstrip('zz')
'hello world'.lstrip(',')
'MiXeD cAsE 9'.lstrip('hello')
''.lstrip('hello')
'\u2003wide\x1c'.lstrip(None)
'-42'.lstrip(',')
'Hello World'.lstrip(',')
''.lstrip(' ')
'a,b,,c'.lstrip('zz')
'ÀÉÎ'.lstrip('o w')
'ß straße'.lstrip('hello')
'x'.lstrip('X')
''.lstrip('é')
'\u2003wide\x1c'.lstrip(',')
'aXbXc'.lstrip('aa')
'  spaced  '.lstrip()
'MiXeD cAsE 9'.lstrip(True, 'é')
'tab\tbed'.lstrip(3.5)
'  spaced  '.lstrip(20, 2**70, '\U0001f600')
'hello world'.lstrip(nope=1)
""")
