"""The builtin list() with every kind of argument."""
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
list('')
list(zip([1], 'a'))
list(b'')
list('abcabc')
list()
list(b'a')
list('{}{0}')
list('\U0001f600x')
list(b' 12 ')
list([3, 1, 2])
list('a,b,,c')
list({1, 2})
list(('x', 2.5))
list(range(5))
list(memoryview(b'abcd'))
list('½²')
list({3, 1})
list('ÀÉß')
list([[1], [2, 3]])
list('-4.5')
list('Hello World')
list([1, 'a', None])
list(bytearray(b'xyz'))
list(b'abc')
list('line1\nline2\r\n')
list('  pad ')
list('Hello World', [True, False])
list('', [True, False], b'a,b,c')
list(int)
""")
