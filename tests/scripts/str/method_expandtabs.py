"""str.expandtabs with every kind of argument."""
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
'a,b,,c'.expandtabs(0)
'ÀÉÎ'.expandtabs(17)
'٣½²'.expandtabs(-3)
'ß straße'.expandtabs(20)
'hello world'.expandtabs(tabsize=4)
'İıǅ'.expandtabs(12)
'tab\tbed'.expandtabs(0)
''.expandtabs(12)
'\u2003wide\x1c'.expandtabs(-3)
'\ud800'.expandtabs(True)
'12345'.expandtabs(tabsize=4)
'\U0001f600 ok'.expandtabs(12)
'x'.expandtabs(17)
'MiXeD cAsE 9'.expandtabs(17)
''.expandtabs(20)
'aXbXc'.expandtabs(0)
'-42'.expandtabs()
'tab\tbed'.expandtabs(tabsize=4)
'  spaced  '.expandtabs(20)
''.expandtabs(tabsize=4)
'line1\nline2\r\nline3'.expandtabs(12)
'tab\tbed'.expandtabs()
'Hello World'.expandtabs(12)
'a,b,,c'.expandtabs(12, 15, '*')
'a,b,,c'.expandtabs(15, '*')
'a,b,,c'.expandtabs(None)
'\U0001f600 ok'.expandtabs('x')
""")
