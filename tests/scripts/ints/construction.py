def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


class I:
    def __index__(self):
        return 7


class N:
    def __int__(self):
        return 8


class T:
    def __trunc__(self):
        return 9


class Bad:
    def __int__(self):
        return "x"


class BadIndex:
    def __index__(self):
        return 1.0


class Sub(int):
    pass


class RetSub:
    def __int__(self):
        return True


show("""
int(), int(3.9), int(-3.9), int('42'), int(' -42 '), int('1_000'), int(True)
int('ff', 16), int('0xff', 16), int('0xff', 0), int('0b11', 0), int('0o17', 0), int('z', 36), int('-0b1', 2)
int('12', 3), int('010', 10), int('\u0663\u0664')
int('010', 0)
int('')
int('  ')
int('1__0')
int('_1')
int('0x', 16)
int('12', 2)
int('a')
int('1.5')
int('5', 1)
int('5', 37)
int('5', -1)
int(5, 10)
int(b'12'), int(bytearray(b'-3'))
int(b'1\xff')
int(None)
int([])
int(float('nan'))
int(float('inf'))
int(1e20), int(-1e30)
int(I()), int(N())
int(T())
int(Bad())
int(BadIndex())
int(RetSub())
int('1', base=2)
int(x='1')
int('9' * 30)
int('1\\x00')
int('+5'), int('+-5') if 0 else None
int('- 5')
Sub(5), Sub(5) + 1, type(Sub(5) + 1), Sub('12', 8), repr(Sub(3))
int.from_bytes(b'\\x01\\x02'), int.from_bytes(b'\\x01\\x02', 'little'), int.from_bytes(b'\\xff', signed=True)
int.from_bytes([1, 2, 3], 'big'), int.from_bytes(b''), int.from_bytes(b'\\x80' + bytes(9), 'big', signed=True)
int.from_bytes([256])
int.from_bytes('ab')
int.from_bytes(b'a', 'middle')
(258).to_bytes(2), (258).to_bytes(4, 'little'), (-2).to_bytes(2, signed=True), (5).to_bytes()
(256).to_bytes(1)
(-1).to_bytes(2)
(128).to_bytes(1, signed=True)
(1).to_bytes(-1)
(0).to_bytes(0, 'big')
""")
