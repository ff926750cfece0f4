"""str.index with every kind of argument."""
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
'a,b,,c'.index('')
'  spaced  '.index(' ')
'  spaced  '.index('a')
'\U0001f600 ok'.index('')
'MiXeD cAsE 9'.index('X')
'hello world'.index(' ')
'hello world'.index('a')
'٣½²'.index(3.5)
'12345'.index(',', [])
'x'.index(b'a', 2)
'Hello World'.index(5)
'ÀÉÎ'.index([])
'-42'.index(None)
'\ud800'.index()
'İıǅ'.index(True, 'l')
'\ud800'.index(('a', 'h'), 'é')
'-42'.index({})
""")
