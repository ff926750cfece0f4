"""The builtin issubclass() with every kind of argument."""
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
issubclass(ValueError, int | str)
issubclass(int, object)
issubclass(Exception, type(None))
issubclass(bool, bool)
issubclass(type(None), object)
issubclass(ValueError, dict)
issubclass(object, dict)
issubclass(object, (int, (str, (float,))))
issubclass(bool, int)
issubclass(type, (int, (str, (float,))))
issubclass(str, int)
issubclass(int, (int, str))
issubclass(type, str)
issubclass(type(None), Exception)
issubclass(type, type(None))
issubclass(bool, int | str)
issubclass(bool, (int, str))
issubclass(bool, (int, (str, (float,))))
issubclass(int, int | None)
issubclass(type(None), int | None)
issubclass(dict, True)
issubclass(int | str, str)
issubclass(int | None, ..., 'int')
issubclass(dict, list[int])
issubclass(int)
""")
