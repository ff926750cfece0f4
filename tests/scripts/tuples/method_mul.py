"""tuple.__mul__ with every kind of argument."""
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
(1, 2, 3).__mul__(3)
('a', None, 2.5).__mul__(5)
('a', None, 2.5).__mul__(True)
(1, 2, 3).__mul__(0)
().__mul__(3)
(1, 2, 3).__mul__(True)
('a', None, 2.5).__mul__(0)
((1, 2), [3]).__mul__(5)
((1, 2), [3]).__mul__(3)
((1, 2), [3]).__mul__(1)
('a', None, 2.5).__mul__(3)
(1, 2, 3).__mul__(5)
(1, 2, 3).__mul__([1])
(1, 2, 3).__mul__({9})
((1, 2), [3]).__mul__(5, b'x')
().__mul__((), slice(1), -1)
(1, 2, 3).__mul__(nope=1)
""")
