def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


show("""
'a b  c'.split(), ' a b '.split(), ''.split(), 'a,b,,c'.split(','), ''.split(','), ','.split(','), 'abc'.split('abc')
'a b c d'.split(maxsplit=2), 'a,b,c'.split(',', 1), 'a,b,c'.split(',', 0), ' a b '.split(None, 1), 'a  b'.split(' '), 'a,b'.split(sep=',', maxsplit=-5)
'a b c d'.rsplit(maxsplit=2), 'a,b,c'.rsplit(',', 1), 'aXXbXXc'.rsplit('XX', 1), ' a b '.rsplit(None, 1), 'aaa'.split('aa'), 'aaa'.rsplit('aa')
'a\\x1cb\\u2003c\\x85d'.split(), 'a\\u200bb'.split()
'a'.split('')
'a'.split(1)
'a'.split(',', 'x')
'a'.split(',', 1, 2)
'a'.split(foo=1)
'a\\nb\\r\\nc\\rd\\x0be\\x0cf\\x1cg\\x85h\\u2028i'.splitlines()
'a\\nb\\n'.splitlines(), 'a\\n\\nb'.splitlines(True), ''.splitlines(), '\\n'.splitlines(), 'a\\r\\n'.splitlines(keepends=True), 'a'.splitlines(0)
','.join(['a', 'b']), ''.join([]), '-'.join('abc'), ', '.join({'x': 1, 'y': 2}), 'x'.join(['solo']), ''.join(c for c in 'gen')
','.join(['a', 1])
','.join([b'a'])
','.join(5)
','.join([None])
','.join()
' x '.strip(), 'xxaxx'.strip('x'), 'abcba'.strip('ab'), ' x '.lstrip(), ' x '.rstrip(), 'www.x.com'.strip('cmow.'), '\\u2003x\\x1c'.strip(), 'aa'.strip('a'), 'ab'.strip('')
'x'.strip(1)
'x'.strip(None), 'x'.strip('x', 'y') if 0 else ''
'ab'.center(7), 'ab'.center(7, '*'), 'ab'.center(6, '-'), 'abc'.center(6, '-'), 'ab'.ljust(5, '.'), 'ab'.rjust(5, '.'), 'ab'.center(1), 'ab'.ljust(-5)
'ab'.center(5, 'xy')
'ab'.center(5, '')
'ab'.center('x')
'ab'.ljust(2.0)
'42'.zfill(5), '-42'.zfill(5), '+42'.zfill(6), ''.zfill(3), '--1'.zfill(5), 'abc'.zfill(2)
'a\\tb\\tc'.expandtabs(), 'a\\tb'.expandtabs(4), 'a\\tb'.expandtabs(0), 'ab\\tc\\n\\td'.expandtabs(3), '\\t'.expandtabs(1), 'a\\tb'.expandtabs(-1), 'a\\rb\\tc'.expandtabs(tabsize=4)
'abc' * 3, 3 * 'ab', 'a' * 0, 'a' * -1, '' * 10**9, 'a' + 'b' 'c'
'a' * 'b'
'a' + 1
1 + 'a'
'a' + b'b'
'a' * 1.5
'a' - 'b'
""")
