"""The builtin repr() with every kind of argument."""
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
repr(NotImplemented)
repr('ab' * 3)
repr(('x', 2.5))
repr(True)
repr(10)
repr(range(10, 0, -3))
repr(-1)
repr(5e-324)
repr(2)
repr(b'abc')
repr(complex(0.0, -0.0))
repr('  pad ')
repr({1: 'x', 2: 'y'})
repr('ÀÉß')
repr('abcabc')
repr([1])
repr(['b', 'a'])
repr(None)
repr({'a': 1})
repr(-2.25)
repr(2**31)
repr(dict)
repr(range(0))
repr('x' * 5)
repr(-0.0)
repr(b' 12 ')
repr(float('inf'))
repr('abc', (1,), (1,))
repr('½²', '  pad ')
repr(nope=1)
""")
