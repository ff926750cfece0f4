"""tuple.__eq__ with every kind of argument."""
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
('a', None, 2.5).__eq__(0)
(1, 2, 3).__eq__((1, 2))
('a', None, 2.5).__eq__((1, 2))
((1, 2), [3]).__eq__(())
().__eq__((1, 2))
(1, 2, 3).__eq__(())
((1, 2), [3]).__eq__((1, 2))
().__eq__(())
('a', None, 2.5).__eq__(())
('a', None, 2.5).__eq__(1, slice(None, None, -1), slice(1))
('a', None, 2.5).__eq__(0, -1)
(1, 2, 3).__eq__(nope=1)
""")
