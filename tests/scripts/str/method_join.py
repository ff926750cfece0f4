"""str.join with every kind of argument."""
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
'x'.join([])
'a,b,,c'.join({'only'})
'\ud800'.join(('q',))
'İıǅ'.join(['\u20ac', 'x'])
'x'.join((c for c in 'gen'))
'\U0001f600 ok'.join(iter('ab'))
'\U0001f600 ok'.join((c for c in 'gen'))
'aaaa'.join(['\u20ac', 'x'])
'x'.join(['a', 'b'])
'\ud800'.join({'k': 1})
'-42'.join(['\u20ac', 'x'])
'\ud800'.join('xyz')
'hello world'.join(['\u20ac', 'x'])
'MiXeD cAsE 9'.join(['\u20ac', 'x'])
'  spaced  '.join('é')
'12345'.join('xyz')
'hello world'.join(iter('ab'))
'aXbXc'.join('xyz')
'aaaa'.join([])
'tab\tbed'.join((c for c in 'gen'))
''.join(['a', 'b'])
'aaaa'.join((c for c in 'gen'))
'x'.join([], {'k': 1})
'line1\nline2\r\nline3'.join(None)
'Hello World'.join(None, ['a', 1], 'xyz')
'\ud800'.join(['a', 1])
'tab\tbed'.join([None])
'\u2003wide\x1c'.join([b'a'])
''.join([['a']])
'line1\nline2\r\nline3'.join(range(2))
""")
