"""str.ljust with every kind of argument."""
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
'٣½²'.ljust(0)
''.ljust(17)
''.ljust(5)
''.ljust(-3)
'-42'.ljust(15, '*')
'12345'.ljust(-3)
'-42'.ljust(0)
'\u2003wide\x1c'.ljust(15, '*')
'x'.ljust(True)
'Hello World'.ljust(True)
'İıǅ'.ljust(0)
'-42'.ljust(5)
'aaaa'.ljust(5, 'x')
'hello world'.ljust(True)
'tab\tbed'.ljust(5)
'MiXeD cAsE 9'.ljust(True)
'Hello World'.ljust(17)
'tab\tbed'.ljust(15, '*')
'ÀÉÎ'.ljust(20, 'x')
'٣½²'.ljust('x', None)
'٣½²'.ljust(5, -3)
'-42'.ljust(None)
'line1\nline2\r\nline3'.ljust(17, 16, '\u2665')
'tab\tbed'.ljust(14, '')
'12345'.ljust('x', 12, None, 9, 'ab')
'tab\tbed'.ljust(20, True)
'٣½²'.ljust(True, 2.0)
'aaaa'.ljust(12, None)
'ß straße'.ljust()
'hello world'.ljust(nope=1)
""")
