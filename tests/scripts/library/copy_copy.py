"""copy.copy with every kind of argument."""
import copy


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
copy.copy((1, [2]))
copy.copy((1, 2))
copy.copy([1, [2]])
copy.copy({'k': {'n': 1}})
copy.copy(None)
copy.copy({'a': []})
copy.copy({1})
copy.copy(bytearray(b'a'))
copy.copy(5)
copy.copy(int)
copy.copy(2.5)
copy.copy('x')
copy.copy(...)
copy.copy(range(3))
copy.copy((1, [2]), [1, [2]], {1})
copy.copy({'k': {'n': 1}}, 5)
copy.copy(nope=1)
copy.copy()
""")
