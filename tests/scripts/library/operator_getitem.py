"""operator.getitem with every kind of argument."""
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
operator.getitem([1, 2, 3], 2)
operator.getitem([1, 2, 3], -1)
operator.getitem('abc', slice(1))
operator.getitem([1, 2, 3], slice(1))
operator.getitem(b'x', slice(1))
operator.getitem((1, 2), 0)
operator.getitem((1, 2), 1)
operator.getitem(b'x', -1)
operator.getitem((1, 2), -1)
operator.getitem('b', 0)
operator.getitem([1, 2, 3], True)
operator.getitem('abc', -1)
operator.getitem(2, 1)
operator.getitem(2.5, 1)
operator.getitem(slice(1), None, 2.5)
operator.getitem([1, 2, 3], {1, 2})
operator.getitem({'a': 1}, 3)
operator.getitem([1, 2, 3], {'a': 1})
operator.getitem([1, 2, 3], 3)
operator.getitem([1, 2, 3], [1, 2, 3])
operator.getitem('b', {'a': 1})
operator.getitem(b'x', None)
operator.getitem('b', 'b')
""")
