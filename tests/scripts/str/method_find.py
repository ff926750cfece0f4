"""str.find with every kind of argument."""
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
'aaaa'.find('a')
'\u2003wide\x1c'.find('zz')
'MiXeD cAsE 9'.find(',')
'tab\tbed'.find('aa', 100)
'\U0001f600 ok'.find('\U0001f600')
'٣½²'.find('')
'ß straße'.find('a')
'hello world'.find('o w')
'MiXeD cAsE 9'.find('X')
'aaaa'.find('aa', 2)
'line1\nline2\r\nline3'.find('\n')
'ß straße'.find(' ', True)
'ß straße'.find(' ')
'line1\nline2\r\nline3'.find('\n', 'X')
'İıǅ'.find(5, '')
'İıǅ'.find({}, 'a')
'12345'.find()
'-42'.find(None)
'Hello World'.find(('a', 'h'))
'Hello World'.find(3.5, {})
'a,b,,c'.find([], -1)
'line1\nline2\r\nline3'.find(b'a', 'é')
''.find(True, 'é')
""")
