"""The builtin any() with every kind of argument."""
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
any('{}{0}')
any((1,))
any(range(0))
any('x' * 5)
any([True, False])
any({})
any([1, 'a', None])
any({'k': [1, 2]})
any(b'a')
any(enumerate('ab'))
any(set())
any([[1], [2, 3]])
any('ÀÉß')
any(b'a', ('x', 2.5))
any(10, -2.25, 'line1\nline2\r\n')
any(float('-inf'))
any(list)
any(nope=1)
""")
