"""shlex.split with every kind of argument."""
import shlex


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
shlex.split('a b  "c d" e', 'a b  "c d" e')
shlex.split("'q' \"r\"")
shlex.split('x=1; y', 'a\\ b', [1])
shlex.split('é', 'a|b')
shlex.split('', '')
shlex.split('a|b', True, "it's")
shlex.split('', 'a|b')
shlex.split('# c', 'x=1; y')
shlex.split('a\\ b', ['a b', 'c'])
shlex.split('a b  "c d" e', posix=False)
shlex.split('# c', None)
shlex.split("'q' \"r\"", posix=False)
shlex.split('a\\ b', 5, '')
shlex.split("it's", None, None)
shlex.split(['a b', 'c'], 'x=1; y', None)
shlex.split(5, '')
shlex.split(None, 'x=1; y')
shlex.split("it's", '', 'x=1; y')
shlex.split(posix=False)
shlex.split('a b  "c d" e', "it's", 'a\\ b', '')
shlex.split(nope=1)
""")
