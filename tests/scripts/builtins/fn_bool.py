"""The builtin bool() with every kind of argument."""
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
bool(7)
bool(complex(0.0, -0.0))
bool([[1], [2, 3]])
bool(1e-7)
bool(enumerate('ab'))
bool('123')
bool(-2.25)
bool('İı')
bool(range(0))
bool(b'')
bool((3-4j))
bool('½²')
bool(0.0)
bool('-4.5')
bool([])
bool(set())
bool('ÀÉß', -1)
bool(len, b' 12 ', {})
""")
