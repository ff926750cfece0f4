"""str.partition with every kind of argument."""
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
'  spaced  '.partition('é')
'İıǅ'.partition('\U0001f600')
'x'.partition('a')
'ÀÉÎ'.partition('\U0001f600')
'line1\nline2\r\nline3'.partition('é')
'Hello World'.partition('zz')
'12345'.partition('é')
'ß straße'.partition('o w')
'a,b,,c'.partition('l')
'-42'.partition('\n')
''.partition('hello')
'aaaa'.partition('zz')
'hello world'.partition(' ')
'\u2003wide\x1c'.partition('hello')
'hello world'.partition('\U0001f600')
'\ud800'.partition('\n')
'\U0001f600 ok'.partition('\U0001f600')
'MiXeD cAsE 9'.partition('\n')
'aXbXc'.partition('aa')
'ÀÉÎ'.partition(' ', -1, ' ')
'ß straße'.partition({})
'12345'.partition(-1, '')
'12345'.partition('')
'  spaced  '.partition(('a', 'h'))
'a,b,,c'.partition(20)
'ß straße'.partition(3.5)
'ß straße'.partition(True)
'  spaced  '.partition(b'a')
'-42'.partition(None)
'Hello World'.partition([])
""")
