"""str.center with every kind of argument."""
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
'tab\tbed'.center(5)
'hello world'.center(12)
''.center(5, 'x')
'12345'.center(12)
'Hello World'.center(15, '*')
'x'.center(12)
'-42'.center(True)
'\U0001f600 ok'.center(15, '*')
'aaaa'.center(0, 'x')
'٣½²'.center(True)
'12345'.center(0)
'aXbXc'.center(12)
''.center(-3)
'Hello World'.center(20, 'x')
'x'.center(20)
'ß straße'.center(12)
'\u2003wide\x1c'.center(20)
'aXbXc'.center(5)
'-42'.center(12)
'12345'.center(17, 17)
'-42'.center(None, 12, None)
'12345'.center(2.0)
'12345'.center(-3, 2.0)
'12345'.center(12, 17, 9, 'ab')
'İıǅ'.center(None, 'x')
'hello world'.center(12, None)
'x'.center(9, 'ab')
'ß straße'.center()
'٣½²'.center(12, True)
'hello world'.center(nope=1)
""")
