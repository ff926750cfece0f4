"""posixpath.basename with every kind of argument."""
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
posixpath.basename('a//b')
posixpath.basename('a.tar.gz')
posixpath.basename('//net/x')
posixpath.basename('')
posixpath.basename(b'/x/y')
posixpath.basename('../..')
posixpath.basename('.bashrc')
posixpath.basename('a/')
posixpath.basename('.')
posixpath.basename('/a/b/../c')
posixpath.basename('/')
posixpath.basename('c:\\x')
posixpath.basename('~x')
posixpath.basename('../..', '')
posixpath.basename('a.tar.gz', 'a.tar.gz', '//net/x')
posixpath.basename()
posixpath.basename(None)
posixpath.basename(nope=1)
posixpath.basename(['a', 'a/b'])
posixpath.basename(5)
""")
