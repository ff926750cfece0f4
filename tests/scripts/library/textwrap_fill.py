"""textwrap.fill with every kind of argument."""
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
textwrap.fill('', 15)
textwrap.fill('supercalifragilistic', 15)
textwrap.fill('supercalifragilistic', 5)
textwrap.fill('word-with-hyphens-and more')
textwrap.fill('a  b\tc', width=9)
textwrap.fill('')
textwrap.fill('', 5)
textwrap.fill('-', 10)
textwrap.fill('supercalifragilistic', width=9)
textwrap.fill('x' * 30, 10)
textwrap.fill('  indented\n    more\n', 15)
textwrap.fill('> ')
textwrap.fill('  indented\n    more\n')
textwrap.fill('the quick brown fox jumps over the lazy dog', 5)
textwrap.fill('the quick brown fox jumps over the lazy dog', 15)
textwrap.fill('supercalifragilistic', 10)
textwrap.fill('x' * 30)
textwrap.fill('the quick brown fox jumps over the lazy dog', width=9)
textwrap.fill('supercalifragilistic', '', 0)
textwrap.fill('  indented\n    more\n', 'word-with-hyphens-and more')
textwrap.fill('supercalifragilistic', None)
textwrap.fill(None, 'supercalifragilistic')
textwrap.fill('the quick brown fox jumps over the lazy dog', 'a  b\tc', '', 10)
textwrap.fill('', 0)
textwrap.fill(10, 'supercalifragilistic')
textwrap.fill(nope=1)
""")
