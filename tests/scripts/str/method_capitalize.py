"""str.capitalize with every kind of argument."""
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
''.capitalize()
'aXbXc'.capitalize()
'\ud800'.capitalize()
'٣½²'.capitalize()
'aaaa'.capitalize()
'12345'.capitalize()
'line1\nline2\r\nline3'.capitalize()
'x'.capitalize()
'hello world'.capitalize()
'  spaced  '.capitalize()
'-42'.capitalize()
'ß straße'.capitalize()
'tab\tbed'.capitalize()
'ÀÉÎ'.capitalize()
'İıǅ'.capitalize()
'\U0001f600 ok'.capitalize()
'a,b,,c'.capitalize()
'\u2003wide\x1c'.capitalize()
'MiXeD cAsE 9'.capitalize()
'line1\nline2\r\nline3'.capitalize('a', '\U0001f600', -1)
'hello world'.capitalize([], '\n')
'hello world'.capitalize(nope=1)
""")
