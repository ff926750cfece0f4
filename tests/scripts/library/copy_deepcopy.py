"""copy.deepcopy with every kind of argument."""
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
copy.deepcopy({'a': []}, {'k': {'n': 1}}, {'k': {'n': 1}})
copy.deepcopy(2.5, {'a': []}, {'k': {'n': 1}})
copy.deepcopy(5)
copy.deepcopy('x', {'k': {'n': 1}}, [1, [2]])
copy.deepcopy(..., {'a': []})
copy.deepcopy([1, [2]], {'k': {'n': 1}})
copy.deepcopy(5, {'k': {'n': 1}})
copy.deepcopy(None)
copy.deepcopy({1}, None)
copy.deepcopy(range(3), {'a': []})
copy.deepcopy((1, 2))
copy.deepcopy({'k': {'n': 1}})
copy.deepcopy(bytearray(b'a'))
copy.deepcopy(5, {'a': []}, (1, [2]))
copy.deepcopy((1, [2]), None)
copy.deepcopy(int, {'a': []})
copy.deepcopy(None, {'a': []})
copy.deepcopy(None, {'k': {'n': 1}})
copy.deepcopy((1, 2), ..., range(3))
copy.deepcopy({'a': []}, 'x', None)
copy.deepcopy({'k': {'n': 1}}, int)
copy.deepcopy([1, [2]], (1, 2), {'a': []}, 5)
copy.deepcopy(nope=1)
copy.deepcopy()
""")
