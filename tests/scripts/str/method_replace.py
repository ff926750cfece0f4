"""str.replace with every kind of argument."""
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
'aXbXc'.replace('l', ' ', 20)
'İıǅ'.replace('aa', '\U0001f600')
'٣½²'.replace('é', 'o w', 20)
'12345'.replace('', 'é')
'\U0001f600 ok'.replace('l', '')
'hello world'.replace('zz', 'hello')
'12345'.replace('l', 'X')
''.replace('X', 'o w')
''.replace('o w', '\n')
'tab\tbed'.replace('o w', 'aa')
'  spaced  '.replace('hello', ',')
'ÀÉÎ'.replace('aa', 'X')
'\ud800'.replace('zz', ',')
'line1\nline2\r\nline3'.replace('l', 'a')
'a,b,,c'.replace('aa', 'X')
'Hello World'.replace(',', 'l')
'ß straße'.replace('l', 'a')
''.replace('hello', '')
'aaaa'.replace('a', 'hello')
'line1\nline2\r\nline3'.replace('a', 20)
'ÀÉÎ'.replace()
''.replace(('a', 'h'), 'hello')
'\u2003wide\x1c'.replace('aa')
'Hello World'.replace(5, True)
'aaaa'.replace(' ', [])
'٣½²'.replace(True, 'aa')
'ÀÉÎ'.replace('a', 'o w', 3.5)
'tab\tbed'.replace('zz', 'o w', ',')
'٣½²'.replace(3.5, {})
'hello world'.replace(None, 2**70)
""")
