"""tuple.index with every kind of argument."""
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
('a', None, 2.5).index(None)
(1, 2, 3).index(3)
('a', None, 2.5).index(2.5)
('a', None, 2.5).index('a')
('a', None, 2.5).index('a', 0)
(1, 2, 3).index(1)
('a', None, 2.5).index(2.5, -1)
().index(range(3), ())
('a', None, 2.5).index([1], 1)
(1, 2, 3).index(nope=1)
().index()
(1, 2, 3).index(1, 'a', None, [1], (1, 2))
""")
