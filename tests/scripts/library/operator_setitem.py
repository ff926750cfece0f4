"""operator.setitem with every kind of argument."""
import operator


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
operator.setitem({'a': 1}, 3, 1)
operator.setitem([1, 2, 3], slice(1), (1, 2))
operator.setitem([1, 2, 3], 0, b'x')
operator.setitem(3, slice(1))
operator.setitem(b'x', {'a': 1}, -1)
operator.setitem(True, (1, 2), None)
operator.setitem([1, 2, 3], (1, 2), {'a': 1})
operator.setitem(True)
operator.setitem(nope=1)
operator.setitem([1, 2, 3], [1, 2, 3], True)
operator.setitem([1, 2, 3], {'a': 1}, [1, 2, 3])
operator.setitem([1, 2, 3], 'abc', [1, 2, 3])
operator.setitem([1, 2, 3], {1, 2}, 0)
operator.setitem([1, 2, 3], slice(1), slice(1))
""")
