"""str.isascii with every kind of argument."""
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
'  spaced  '.isascii()
'ß straße'.isascii()
'MiXeD cAsE 9'.isascii()
'aaaa'.isascii()
'\ud800'.isascii()
'ÀÉÎ'.isascii()
'\u2003wide\x1c'.isascii()
'aXbXc'.isascii()
'٣½²'.isascii()
'-42'.isascii()
'\u2003wide\x1c'.isascii('hello', 'o w', 2**70)
'MiXeD cAsE 9'.isascii(None)
""")
