"""shlex.join with every kind of argument."""
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
shlex.join("it's")
shlex.join('x=1; y')
shlex.join('é')
shlex.join('')
shlex.join('a\\ b')
shlex.join("'q' \"r\"")
shlex.join(['a b', 'c'])
shlex.join('a|b')
shlex.join('# c')
shlex.join('a b  "c d" e')
shlex.join([1], 'a|b')
shlex.join("'q' \"r\"", None, 'a|b')
shlex.join(5)
shlex.join()
shlex.join(None)
shlex.join([1])
shlex.join(nope=1)
""")
