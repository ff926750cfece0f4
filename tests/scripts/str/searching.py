def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


s = "the cat sat on the mat"
show("""
s.find('at'), s.find('at', 6), s.find('at', 6, 8), s.find('dog'), s.find(''), s.find('', 22), s.find('', 23), s.find('t', -3)
s.rfind('at'), s.rfind('the'), s.rfind('at', 0, 10), s.rfind(''), s.rfind('q')
s.index('sat'), s.rindex('t')
s.index('dog')
s.rindex('dog')
s.count('at'), s.count('t', 5), s.count(''), 'aaaa'.count('aa'), 'abc'.count('', 1, 2), ''.count(''), ''.count('a')
s.startswith('the'), s.startswith(('a', 'the')), s.startswith('cat', 4), s.startswith('', 99), s.startswith(()), s.endswith('mat'), s.endswith('sat', 0, 11), s.endswith(('x', 'at'))
s.startswith(1)
s.startswith(['the'])
s.startswith(('a', 1))
s.endswith(None)
'cat' in s, '' in s, 'dog' not in s
1 in s
s.find(1)
s.find()
s.find('a', 'b')
s.find('a', 1.0)
s.find('a', None, None), s.find('a', -100, 100), s.find('t', 2**70), s.find('t', -2**70)
s.index('c', 5)
s.count(1)
'\u00e9\u00e8\U0001f600x'.find('x'), '\u00e9\u00e8\U0001f600x'.find('\U0001f600'), 'abc'.find('\u20ac'), '\U0001f600' in 'abc'
s.partition('sat'), s.partition('zzz'), s.rpartition('at'), s.rpartition('zzz')
s.partition('')
s.partition(1)
s.removeprefix('the '), s.removesuffix(' mat'), s.removeprefix('x'), ''.removeprefix('a'), 'aa'.removesuffix('aa')
s.removeprefix(1)
s.replace('at', 'og'), s.replace('at', '', 1), 'abc'.replace('', '-'), 'abc'.replace('', '-', 2), ''.replace('', 'x'), 'aaa'.replace('a', 'bb', -1), 'abc'.replace('b', 'b')
s.replace('a', 'b', count=1)
s.replace('a')
s.replace('a', None)
'x'.replace('x', '\u20ac').replace('\u20ac', 'yy')
s[4], s[-1], s[4:7], s[::-1], s[::3], s[5:2], s[-3:], s[:-19], s[100:], s[slice(0, 3)]
s[22]
s['a']
s[1.0]
s[None]
s[::0]
""")
