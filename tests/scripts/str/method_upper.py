"""str.upper with every kind of argument."""
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
'\U0001f600 ok'.upper()
'MiXeD cAsE 9'.upper()
'\u2003wide\x1c'.upper()
'hello world'.upper()
'12345'.upper()
'-42'.upper()
'aaaa'.upper()
'a,b,,c'.upper()
'x'.upper()
'line1\nline2\r\nline3'.upper()
'\ud800'.upper()
'aXbXc'.upper()
'٣½²'.upper()
''.upper()
'tab\tbed'.upper()
'  spaced  '.upper()
'İıǅ'.upper()
'ß straße'.upper()
'ÀÉÎ'.upper()
'ÀÉÎ'.upper('hello')
'tab\tbed'.upper({}, b'a')
'hello world'.upper(nope=1)
""")
