"""operator.add with every kind of argument."""
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
operator.add('abc', 'abc')
operator.add(0, 0)
operator.add(-1, 2.5)
operator.add(2, 3)
operator.add(-1, 2)
operator.add(1, 3)
operator.add(2.5, 3)
operator.add('abc', 'b')
operator.add(2, True)
operator.add(0, 3)
operator.add(1, 2)
operator.add(2.5, 1)
operator.add(-1, 1)
operator.add(slice(1), 'b', {'a': 1})
operator.add(None, 'b')
operator.add(None, b'x')
operator.add()
operator.add('abc', None)
operator.add('b', slice(1))
operator.add([1, 2, 3], None)
operator.add('b', (1, 2))
operator.add(b'x', -1)
operator.add(b'x', {1, 2})
operator.add((1, 2), 2.5)
""")
