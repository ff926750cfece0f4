"""tuple.__lt__ with every kind of argument."""
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
((1, 2), [3]).__lt__(True)
(1, 2, 3).__lt__((1, 2))
(1, 2, 3).__lt__(())
((1, 2), [3]).__lt__(())
().__lt__(())
().__lt__((1, 2))
('a', None, 2.5).__lt__(())
((1, 2), [3]).__lt__({'a': 1}, 3)
((1, 2), [3]).__lt__([1], [1], 3)
((1, 2), [3]).__lt__((1, 2))
('a', None, 2.5).__lt__((1, 2))
(1, 2, 3).__lt__(nope=1)
""")
