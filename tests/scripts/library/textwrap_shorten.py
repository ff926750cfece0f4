"""textwrap.shorten with every kind of argument."""
import textwrap


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
textwrap.shorten('  indented\n    more\n', width=12)
textwrap.shorten('> ', 5)
textwrap.shorten('-', 15)
textwrap.shorten('x' * 30, 12, placeholder='.')
textwrap.shorten('a  b\tc', 5)
textwrap.shorten('', width=12)
textwrap.shorten('', 10)
textwrap.shorten('word-with-hyphens-and more', 12, placeholder='.')
textwrap.shorten('the quick brown fox jumps over the lazy dog', 15)
textwrap.shorten('', 15)
textwrap.shorten('  indented\n    more\n', 15)
textwrap.shorten('word-with-hyphens-and more', 15)
textwrap.shorten('the quick brown fox jumps over the lazy dog', width=12)
textwrap.shorten('  indented\n    more\n', '-', 'the quick brown fox jumps over the lazy dog')
textwrap.shorten('-', '> ')
textwrap.shorten(15, 5)
textwrap.shorten('')
textwrap.shorten(nope=1)
textwrap.shorten('a  b\tc', 0)
textwrap.shorten(None, 10)
textwrap.shorten('word-with-hyphens-and more', None)
textwrap.shorten(width=12)
textwrap.shorten('the quick brown fox jumps over the lazy dog', 'a  b\tc', '', 10)
""")
