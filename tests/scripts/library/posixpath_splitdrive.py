"""posixpath.splitdrive with every kind of argument."""
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
posixpath.splitdrive('a//b')
posixpath.splitdrive('//net/x')
posixpath.splitdrive('~x')
posixpath.splitdrive('')
posixpath.splitdrive('a.tar.gz')
posixpath.splitdrive('c:\\x')
posixpath.splitdrive('../..')
posixpath.splitdrive('/a/b/../c')
posixpath.splitdrive('.bashrc')
posixpath.splitdrive(b'/x/y')
posixpath.splitdrive('/')
posixpath.splitdrive('a/')
posixpath.splitdrive('.')
posixpath.splitdrive('../..', 'a//b')
posixpath.splitdrive('../..', 5, '../..')
posixpath.splitdrive(nope=1)
posixpath.splitdrive()
posixpath.splitdrive(['a', 'a/b'])
posixpath.splitdrive(None)
posixpath.splitdrive(5)
""")
