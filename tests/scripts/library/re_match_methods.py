"""Match methods with every kind of argument."""
import re

m0 = re.match(r'(?P<n>\w)(\d)?', 'a1')
m1 = re.match(r'(?P<n>\w)(\d)?', 'b')
m2 = re.search('x', 'zxz')


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
m1.groups(0)
m0.groups(1.5)
m1.group(1, 2)
m1.groups(-1)
m1.groups('n')
m1.groups(3)
m0.group()
m2.start()
m1.span(2)
m1.expand('zz')
m0.span(2)
m0.groupdict(None)
m1.end(0)
m1.groupdict(r'\2')
m2.groups(1.5)
m1.group(2)
m2.groups(2)
m2.groups(1)
m1.groups(1)
m0.end()
m1.expand(r'\2')
m2.groupdict(1.5)
m0.end('n')
m1.groups('x')
m2.group()
m2.expand('n')
m0.span(0)
m0.end(0)
m1.groups(r'\2')
m0.group('n')
m1.group()
m2.groupdict(3)
m0.expand(r'\2')
m1.span(0)
m0.end(2)
m1.groupdict(1, 2)
m1.end('x')
m1.__getitem__(1, 2)
m2.expand(1, 2)
m1.groups('n', 0)
m1.expand(-1)
m1.span(1, 2)
m1.expand(None)
m0.start(1, 2)
m0.end(1, 2)
m1.__getitem__()
""")
