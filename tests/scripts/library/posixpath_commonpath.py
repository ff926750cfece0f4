"""posixpath.commonpath with every kind of argument."""
import posixpath


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
posixpath.commonpath('c:\\x')
posixpath.commonpath(['a', 'a/b'])
posixpath.commonpath('~x')
posixpath.commonpath('/')
posixpath.commonpath('.bashrc')
posixpath.commonpath(None, 'a.tar.gz')
posixpath.commonpath(None, 5, None)
posixpath.commonpath('a//b')
posixpath.commonpath()
posixpath.commonpath(None)
posixpath.commonpath(5)
posixpath.commonpath(b'/x/y')
posixpath.commonpath(nope=1)
posixpath.commonpath('')
""")
