"""str.casefold with every kind of argument."""
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
'aXbXc'.casefold()
'-42'.casefold()
'\ud800'.casefold()
'a,b,,c'.casefold()
'hello world'.casefold()
'MiXeD cAsE 9'.casefold()
'12345'.casefold()
'\u2003wide\x1c'.casefold()
'ß straße'.casefold()
'٣½²'.casefold(b'a')
'aXbXc'.casefold(True, None)
""")
