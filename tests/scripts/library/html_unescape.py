"""html.unescape with every kind of argument."""
import html


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
html.unescape('\u00e9<')
html.unescape('&&&')
html.unescape('&#0;&#128;&#xd800;&#99999999;')
html.unescape('&amp')
html.unescape('a & b')
html.unescape('&notit;')
html.unescape('&lt;&#65;&#x42;&copy;&nope;')
html.unescape("it's")
html.unescape('')
html.unescape('<a href="x">&amp;</a>')
html.unescape('<a href="x">&amp;</a>', None, False)
html.unescape(5, '\u00e9<')
html.unescape(b'<')
html.unescape(nope=1)
html.unescape(False)
html.unescape(5)
html.unescape()
""")
