"""The builtin isinstance() with every kind of argument."""
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
isinstance(type(None), ValueError)
isinstance(ValueError, int)
isinstance((int, str), ValueError)
isinstance(int | None, type(None))
isinstance('int', int)
isinstance(None, object)
isinstance(type(None), int)
isinstance((int, str), int)
isinstance(object, str)
isinstance(..., (int, str))
isinstance(..., int | str)
isinstance('int', str)
isinstance(type(None), type)
isinstance(int | None, object)
isinstance(int, type)
isinstance(True, (int, str))
isinstance(True, bool)
isinstance('a', (int, str))
isinstance('int', int | str)
isinstance('int', object)
isinstance(ValueError, 'int', dict)
isinstance([], True)
isinstance(int | None, list[int])
isinstance((int, str))
isinstance(nope=1)
""")
