"""html.escape with every kind of argument."""
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
html.escape('', quote=False)
html.escape('<a href="x">&amp;</a>', '<a href="x">&amp;</a>')
html.escape('&lt;&#65;&#x42;&copy;&nope;', '&#0;&#128;&#xd800;&#99999999;')
html.escape('&&&', None)
html.escape('&amp', '')
html.escape('', 'a & b')
html.escape('', '')
html.escape('&notit;', '&amp')
html.escape("it's", '&notit;')
html.escape('<a href="x">&amp;</a>', '')
html.escape("it's", False)
html.escape('&#0;&#128;&#xd800;&#99999999;', "it's")
html.escape('\u00e9<', '&amp')
html.escape('a & b', b'<')
html.escape(True, '<a href="x">&amp;</a>', b'<')
html.escape(5, '')
html.escape(b'<', '\u00e9<')
html.escape(None, 'a & b')
html.escape(quote=False)
html.escape('<a href="x">&amp;</a>', '&lt;&#65;&#x42;&copy;&nope;', "it's", '')
html.escape(nope=1)
""")
