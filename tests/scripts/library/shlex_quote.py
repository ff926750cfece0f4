"""shlex.quote with every kind of argument."""
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
shlex.quote("it's")
shlex.quote('')
shlex.quote('a|b')
shlex.quote('é')
shlex.quote("'q' \"r\"")
shlex.quote('a\\ b')
shlex.quote('x=1; y')
shlex.quote('# c')
shlex.quote('a b  "c d" e')
shlex.quote(['a b', 'c'], None, None)
shlex.quote('é', "it's")
shlex.quote(True)
shlex.quote([1])
shlex.quote()
shlex.quote(nope=1)
""")
