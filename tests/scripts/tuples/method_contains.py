"""tuple.__contains__ with every kind of argument."""
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
().__contains__([1])
((1, 2), [3]).__contains__(slice(None, None, -1))
().__contains__(None)
().__contains__(True)
(1, 2, 3).__contains__(slice(None, None, -1))
('a', None, 2.5).__contains__(-1)
('a', None, 2.5).__contains__({9})
(1, 2, 3).__contains__({'a': 1})
(1, 2, 3).__contains__(b'x')
(1, 2, 3).__contains__(-1)
((1, 2), [3]).__contains__((1, 2))
('a', None, 2.5).__contains__('a')
('a', None, 2.5).__contains__(None)
('a', None, 2.5).__contains__(2.5)
(1, 2, 3).__contains__(3)
(1, 2, 3).__contains__(1)
(1, 2, 3).__contains__(True)
(1, 2, 3).__contains__()
().__contains__(slice(1), 3)
(1, 2, 3).__contains__(nope=1)
""")
