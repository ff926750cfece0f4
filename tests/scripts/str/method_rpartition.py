"""str.rpartition with every kind of argument."""
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


def on(v, name, *args, **kw):
    """Calls a method and gives its result and what became of the object."""
    try:
        return getattr(v, name)(*args, **kw), v
    except Exception as e:
        return type(e).__name__, str(e), v


show(r"""
'\u2003wide\x1c'.rpartition('l')
'-42'.rpartition('hello')
'line1\nline2\r\nline3'.rpartition('\U0001f600')
'a,b,,c'.rpartition(',')
''.rpartition(' ')
'  spaced  '.rpartition('aa')
'hello world'.rpartition('o w')
'\ud800'.rpartition('é')
'a,b,,c'.rpartition('l')
'٣½²'.rpartition('l')
'12345'.rpartition('o w')
'MiXeD cAsE 9'.rpartition('o w')
'x'.rpartition('\n')
'aXbXc'.rpartition('o w')
'ÀÉÎ'.rpartition('o w')
'  spaced  '.rpartition(' ')
'ß straße'.rpartition('zz')
'İıǅ'.rpartition('aa')
'\U0001f600 ok'.rpartition(',')
'\U0001f600 ok'.rpartition(100, 100)
'İıǅ'.rpartition('o w', {}, 2**70)
'ÀÉÎ'.rpartition(3.5)
'x'.rpartition({})
'٣½²'.rpartition(True)
'\U0001f600 ok'.rpartition(2)
'\u2003wide\x1c'.rpartition(('a', 'h'))
'x'.rpartition('')
'\ud800'.rpartition([])
'line1\nline2\r\nline3'.rpartition(b'a')
'hello world'.rpartition(nope=1)
""")
