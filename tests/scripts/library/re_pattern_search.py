"""Pattern.search on many subjects."""
import re


def see(m):
    if isinstance(m, (list, type(None))):
        return m
    if isinstance(m, re.Match):
        return m.span(), m.groups(), m.groupdict(), m.lastindex
    return [x.group() for x in m]


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
see(re.compile(r'\s*,\s*').search('abcabc', 1, 4))
see(re.compile(r'\s*,\s*').search(''))
see(re.compile('').search(''))
see(re.compile(r'(\w)(\d)?').search('x', 1))
see(re.compile(r'(?P<n>[a-c]+)|x').search('abcx'))
see(re.compile(r'(\w)(\d)?').search(string='a'))
see(re.compile(r'(?P<n>[a-c]+)|x').search('abcabc', 1, 4))
see(re.compile(r'(\w)(\d)?').search('abcabc', 1, 4))
see(re.compile(r'\s*,\s*').search('a , b,c'))
see(re.compile(r'(\w)(\d)?').search('a1 b2'))
see(re.compile(r'(?P<n>[a-c]+)|x').search(string='a'))
see(re.compile('').search('a1', 5))
see(re.compile('').search('abcabc', 1, 4))
see(re.compile(rb'a(b)?').search(b'ab a'))
see(re.compile(r'(\w)(\d)?').search('zzz'))
see(re.compile(r'(\w)(\d)?').search('AB', 0, 1))
see(re.compile(rb'a(b)?').search(pos=1))
see(re.compile(rb'a(b)?').search('zzz'))
see(re.compile(r'\s*,\s*').search('a,b', maxsplit=1))
see(re.compile(r'(\w)(\d)?').search(b'ab a'))
see(re.compile(r'(?P<n>[a-c]+)|x').search(5))
see(re.compile(r'(?P<n>[a-c]+)|x').search(None))
""")
