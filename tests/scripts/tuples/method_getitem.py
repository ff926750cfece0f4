"""tuple.__getitem__ with every kind of argument."""
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
('a', None, 2.5).__getitem__(slice(None, None, -1))
(1, 2, 3).__getitem__(0)
(1, 2, 3).__getitem__(slice(1))
().__getitem__(slice(1))
('a', None, 2.5).__getitem__(slice(1))
(1, 2, 3).__getitem__(1)
('a', None, 2.5).__getitem__(1)
((1, 2), [3]).__getitem__(1)
('a', None, 2.5).__getitem__(-1)
((1, 2), [3]).__getitem__(slice(1))
('a', None, 2.5).__getitem__(True)
((1, 2), [3]).__getitem__(0)
((1, 2), [3]).__getitem__(slice(None, None, -1))
(1, 2, 3).__getitem__(-1)
().__getitem__(slice(None, None, -1))
(1, 2, 3).__getitem__(True)
(1, 2, 3).__getitem__(slice(None, None, -1))
('a', None, 2.5).__getitem__(0)
('a', None, 2.5).__getitem__(-1, (1, 2), 1)
((1, 2), [3]).__getitem__(b'x', range(3))
(1, 2, 3).__getitem__({9})
((1, 2), [3]).__getitem__({'a': 1})
((1, 2), [3]).__getitem__(())
('a', None, 2.5).__getitem__(5)
('a', None, 2.5).__getitem__(2.5)
().__getitem__('a')
().__getitem__(b'x')
(1, 2, 3).__getitem__(2**70)
().__getitem__(None)
""")
