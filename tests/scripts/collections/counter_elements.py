"""Counter.elements."""
from collections import Counter


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
sorted(Counter([1, 2, 2.0, (1,)]).elements(), key=str)
sorted(Counter(a=1, b=2).elements(), key=str)
sorted(Counter().elements(), key=str)
sorted(Counter((1, 1)).elements(), key=str)
sorted(Counter(None).elements(), key=str)
sorted(Counter({}).elements(), key=str)
sorted(Counter(a=3, b=-1).elements(), key=str)
sorted(Counter(b'ab').elements(), key=str)
sorted(Counter('abracadabra').elements(), key=str)
sorted(Counter(range(3)).elements(), key=str)
sorted(Counter([3, 3]).elements(), key=str)
sorted(Counter({'a': 2, 'b': 0}).elements(), key=str)
sorted(Counter('hello').elements(), key=str)
sorted(Counter(5).elements(), key=str)
sorted(Counter({'q': 1.5}).elements(), key=str)
sorted(Counter({'x': 'y'}).elements(), key=str)
sorted(Counter('a', 'b').elements(), key=str)
sorted(Counter([[1]]).elements(), key=str)
""")
