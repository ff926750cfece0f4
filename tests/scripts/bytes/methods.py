def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


show("""
b'a,b,,c'.split(b','), b' a b '.split(), b'a b c'.split(None, 1), b'a,b,c'.rsplit(b',', 1), b'a\\nb\\r\\nc'.splitlines(), b'a\\n'.splitlines(True), b'a\\x0bb'.splitlines(), b'a\\x1cb'.split()
b'a'.split(',')
b'a'.split(b'')
b','.join([b'a', bytearray(b'b'), memoryview(b'c')]), b''.join([]), bytearray(b'-').join([b'x', b'y'])
b','.join(['a'])
b','.join([1])
b','.join(5)
b'hello'.find(b'l'), b'hello'.find(108), b'hello'.rfind(b'l'), b'hello'.index(b'lo'), b'hello'.count(b'l'), b'hello'.count(108), b'hello'.find(b''), b'hello'.find(b'l', 3), b'hello'.find(300) if 0 else 0
b'hello'.find(256)
b'hello'.find('l')
b'hello'.index(b'z')
b'hello'.rindex(b'z')
b'hello'.startswith(b'he'), b'hello'.endswith((b'x', b'lo')), b'hello'.startswith(b'l', 2)
b'hello'.startswith('he')
b'hello'.startswith([b'he'])
b'Hello'.upper(), b'Hello'.lower(), b'Hello'.swapcase(), b'hello world'.title(), b'HELLO'.capitalize(), b'\\xe9A'.lower()
b'ab1'.isalnum(), b'ab'.isalpha(), b'12'.isdigit(), b' \\t'.isspace(), b'A'.isupper(), b'a'.islower(), b'Ab'.istitle(), b'\\xff'.isascii(), b''.isalpha(), b''.isascii()
b' x '.strip(), b'xxaxx'.strip(b'x'), b'xxa'.lstrip(b'x'), b'axx'.rstrip(b'x'), b'abcba'.strip(b'ab')
b'x'.strip('x')
b'ab'.center(6, b'*'), b'ab'.ljust(4, b'.'), b'ab'.rjust(4), b'-5'.zfill(4), b'a\\tb'.expandtabs(4)
b'ab'.center(6, '*')
b'ab'.center(6, b'**')
b'aXbX'.replace(b'X', b'--'), b'aXbX'.replace(b'X', b'', 1), b'ab'.replace(b'', b'.')
b'ab'.replace('a', b'b')
b'abc'.partition(b'b'), b'abc'.rpartition(b'z'), b'abc'.removeprefix(b'a'), b'abc'.removesuffix(b'c')
b'abc'.partition('b')
b'abc'.translate(bytes(range(256)).replace(b'a', b'A')), b'abc'.translate(None, b'b'), b'abc'.translate(bytes.maketrans(b'ab', b'xy'), b'c'), bytes.maketrans(b'a', b'b')[95:100]
b'abc'.translate(b'short')
b'abc'.translate('x' * 256)
bytes.maketrans(b'ab', b'c')
b'abc'.nope
b'abc'.encode
b'%d items' % 3
b'x' == 'x', b'x' != 'x', b'ab' <= b'ab', max(b'az'), sorted(b'cab'), sum(b'ab'), list(reversed(b'ab')), tuple(enumerate(b'ab')), len(b'\\u00e9'), b'a' b'b'
b'abc'.__getitem__(slice(None, None, 2)), b'abc'.__contains__(98), b'abc'.__add__(b'd'), b'a'.__mul__(2), b'a'.__eq__('a'), b'abc'.__getnewargs__()
""")
