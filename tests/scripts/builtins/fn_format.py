"""The builtin format() with every kind of argument."""
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
format('\t\x00\x7f')
format(KeyError('k'))
format(('x', 2.5))
format('Hello World')
format(-2.25)
format(sorted)
format({1, 2})
format([1, 'a', None])
format('\U0001f600x')
format(...)
format(abs)
format(123456.789)
format([True, False])
format(0.1)
format(slice(1, None, 2))
format(object, '')
format(-0.0)
format(NotImplemented)
format(dict)
format('{}{0}', 'line1\nline2\r\n')
format(['b', 'a'], [True, False])
format(NotImplemented, -0j, range(0))
format('Hello World', -0j)
format({3, 1}, enumerate('ab'))
format(b' 12 ', KeyError('k'))
format(complex('inf'), -2**63)
format(2.5, range(0))
format(complex(0.0, -0.0), 1e-7)
format(2**64-1, 'a')
format('a', 'a')
""")
