"""str.count with every kind of argument."""
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
'line1\nline2\r\nline3'.count('hello')
'٣½²'.count('a')
'line1\nline2\r\nline3'.count('zz')
'\ud800'.count('')
'Hello World'.count('l')
'aaaa'.count('')
'a,b,,c'.count('a')
'  spaced  '.count(' ')
''.count('', -1)
'line1\nline2\r\nline3'.count('\n')
'Hello World'.count(' ')
'-42'.count('')
'a,b,,c'.count(',')
'aaaa'.count('aa')
'\U0001f600 ok'.count(100)
'٣½²'.count(True, '\U0001f600', 5)
'Hello World'.count('zz', '', [])
'aXbXc'.count()
'tab\tbed'.count(b'a')
'12345'.count(('a', 'h'), 2**70)
'aaaa'.count([], None, ',')
'MiXeD cAsE 9'.count(3.5)
'  spaced  '.count(None, 100)
'line1\nline2\r\nline3'.count({}, 20)
""")
