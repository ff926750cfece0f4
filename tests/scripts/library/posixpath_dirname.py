"""posixpath.dirname with every kind of argument."""
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
posixpath.dirname('a.tar.gz')
posixpath.dirname('a/')
posixpath.dirname('/')
posixpath.dirname('~x')
posixpath.dirname('/a/b/../c')
posixpath.dirname('c:\\x')
posixpath.dirname(b'/x/y')
posixpath.dirname('//net/x')
posixpath.dirname('../..')
posixpath.dirname('a/', ['a', 'a/b'], '~x')
posixpath.dirname(5, '/a/b/../c')
posixpath.dirname(5)
posixpath.dirname(['a', 'a/b'])
posixpath.dirname()
posixpath.dirname(None)
posixpath.dirname(nope=1)
""")
