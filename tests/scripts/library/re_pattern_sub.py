"""Pattern.sub and subn with templates and functions."""
import re


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
re.compile(r'(?P<n>[a-c]+)|x').sub(r'\g<n>', 'a1 b2', 1)
re.compile(r'(?P<n>[a-c]+)|x').subn(r'\n', 'abcx')
re.compile(r'(\w)(\d)?').subn(r'\g<0>!', 'a , b')
re.compile(r'(?P<n>[a-c]+)|x').subn(r'<\1>', '')
re.compile('').subn(lambda m: m.group().upper(), 'abcx')
re.compile(r'(\w)(\d)?').sub('-', 'a1 b2', 1)
re.compile(r'(?P<n>[a-c]+)|x').sub(r'<\1>', 'abcx')
re.compile(r'(\w)(\d)?').subn('-', 'a1 b2')
re.compile(r'(?P<n>[a-c]+)|x').sub('-', 'a1 b2')
re.compile(r'(\w)(\d)?').subn('-', 'a , b')
re.compile(r'(?P<n>[a-c]+)|x').sub(lambda m: m.group().upper(), 'a1 b2')
re.compile('').sub('-', 'abcx')
re.compile(r'\s*,\s*').subn(lambda m: m.group().upper(), 'a , b')
re.compile(r'(\w)(\d)?').subn(r'<\1>', 'a1 b2', 1)
re.compile(r'(\w)(\d)?').sub(lambda m: m.group().upper(), 'a , b')
re.compile(r'(?P<n>[a-c]+)|x').subn(r'\n', 'a , b')
re.compile('').subn(r'\g<0>!', '')
re.compile(r'\s*,\s*').subn(lambda m: m.group().upper(), 'a1 b2')
re.compile(r'\s*,\s*').subn(b'+', 'abcx')
re.compile(r'(\w)(\d)?').sub(r'\g<0>!', '')
re.compile(r'(\w)(\d)?').sub(r'\g<0>!', 'abcx')
re.compile(r'(\w)(\d)?').subn('-', 'a1 b2', 1)
re.compile(r'(?P<n>[a-c]+)|x').sub(r'\g<0>!', 'abcx')
re.compile(r'(?P<n>[a-c]+)|x').subn(lambda m: m.group().upper(), 'a1 b2', 1)
re.compile(r'(\w)(\d)?').sub(r'<\1>', 'abcx')
re.compile(r'(?P<n>[a-c]+)|x').subn(r'\g<n>', 'a1 b2', 1)
re.compile(r'(?P<n>[a-c]+)|x').sub(r'\n', 'a , b')
re.compile(r'(?P<n>[a-c]+)|x').subn(r'\g<n>', 'a , b')
re.compile(r'\s*,\s*').sub(lambda m: m.group().upper(), '')
re.compile('').sub(r'\g<0>!', '')
re.compile(r'\s*,\s*').sub(r'\g<0>!', 'abcx')
re.compile('').subn(lambda m: m.group().upper(), '')
re.compile(r'(\w)(\d)?').subn(r'<\1>', 'a1 b2')
re.compile('').sub(b'+', '')
re.compile(r'(\w)(\d)?').sub(r'\n', b'ab')
re.compile(rb'a(b)?').subn(lambda m: m.group().upper(), 'abcx')
re.compile(rb'a(b)?').sub(r'\g<', '')
re.compile(rb'a(b)?').subn(r'\n', b'ab')
re.compile(r'\s*,\s*').subn(r'\g<n>', 'a1 b2', 1)
re.compile(r'\s*,\s*').sub('\\q', b'ab')
re.compile('').sub(5, 'a1 b2', 1)
re.compile(rb'a(b)?').subn(r'\9', 'abcx')
re.compile(r'\s*,\s*').sub(r'<\1>', 'abcx')
""")
