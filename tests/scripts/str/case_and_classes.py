def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


show("""
'Hello World'.upper(), 'Hello World'.lower(), 'Hello World'.swapcase(), 'hello world'.title(), 'hELLO wORLD'.capitalize(), 'Straße'.casefold()
'Straße'.upper(), 'ŉ'.upper(), 'İ'.lower(), 'ΑΣ'.lower(), 'ΑΣΑ'.lower(), 'ﬁ'.upper(), 'ǆ'.title(), 'ǅ'.swapcase(), 'ß'.title(), 'ﬃx'.capitalize()
"they're bill's".title(), 'x-ray 3d a1b'.title(), 'éCOLE'.capitalize()
[c.isalpha() for c in ('a', 'é', '1', '_', '', 'ʰ', '中', '²')]
[c.isdigit() for c in ('1', '²', '½', '٣', '', 'a', '①')]
[c.isdecimal() for c in ('1', '²', '½', '٣', '', '①')]
[c.isnumeric() for c in ('1', '²', '½', '٣', '', '中', '五', '①')]
[c.isalnum() for c in ('a1', 'a_', '', '½', 'é9')]
[c.isspace() for c in (' ', '\\t\\n', '', '\\x1c', '\\u2003', '\\u200b', 'a ')]
[c.isupper() for c in ('A', 'a', 'A1', '1', '', 'ǅ', 'É', 'AbC')]
[c.islower() for c in ('A', 'a', 'a1', '1', '', 'ª', 'é')]
[c.istitle() for c in ('Aa', 'AA', 'A B', 'a', '', 'Ǆ', 'ǅ', "They'Re", '1A')]
[c.isidentifier() for c in ('a', '1a', '_', '', 'é', 'a b', 'class', 'a\\u00b7', '\\u2118')]
[c.isprintable() for c in ('a', '\\n', '', '\\xa0', '\\u2028', '\\ud800', '\\xad', ' ')]
[c.isascii() for c in ('a', '\\x7f', '\\x80', '')]
'ab'.upper(1)
'a'.isalpha('b')
str.upper(5)
str.upper()
'\\u0149'.title(), '\\u1f80'.upper(), '\\u1f88'.lower(), '\\u0345'.upper(), '\\U00010400'.lower(), '\\U00010428'.upper()
'aB'.swapcase() + 'ß'.swapcase() + 'ÿ'.upper() + 'µ'.upper()
'ς'.upper(), 'Σ'.lower(), 'aΣ'.lower(), 'Σa'.lower(), 'aΣ b'.lower(), "a'Σ".lower()
'ᾳ'.title(), 'ῼ'.lower(), 'K'.lower(), 'Å'.lower(), 'ẞ'.lower(), 'ẞ'.casefold(), 'ꮿ'.casefold()
sorted(['b', 'A', 'a', 'B'], key=str.casefold), max('aZ'), min('aZ')
""")
