def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


show("""
5 & 3, 5 | 3, 5 ^ 3, ~5, ~-1
-5 & 3, -5 | 3, -5 ^ 3
1 << 0, 1 << 70, -1 << 3, 5 >> 1, -5 >> 1, -5 >> 100, 2**80 >> 79
1 << -1
1 >> -1
0 << 2**70
1 >> 2**70, -1 >> 2**70
(2**100) & (2**100 - 1), (2**100) | 1 == 2**100 + 1
-2**100 & 0xff, -(2**100) | 0xff, -(2**70) ^ 2**70
~(2**64), ~(-2**64)
5 & 1.0
5 | 'a'
1 << 1.5
(255).bit_length(), (0).bit_length(), (-256).bit_length(), (2**100).bit_length()
(255).bit_count(), (-7).bit_count(), (2**100 - 1).bit_count()
bin(10), oct(64), hex(255), bin(-10), oct(-64), hex(-255), bin(0)
bin(2**65), hex(2**65), oct(2**65)
bin(1.5)
hex('a')
0b1010, 0o17, 0xFf, 1_000_000, 0x_ff, 0b_1_0
(6).__and__(3), (6).__rand__(3), (6).__and__(3.0), (1).__lshift__(3), (1).__rlshift__(3)
True & False, True ^ True, ~False
(10).conjugate(), (10).real, (10).imag, (10).numerator, (10).denominator
(3).is_integer(), (7).as_integer_ratio()
[i for i in range(16) if i & (i - 1) == 0]
[n ^ (n >> 1) for n in range(8)]
sum(1 << k for k in range(64)) == 2**64 - 1
""")


def reverse_bits(n, width=8):
    r = 0
    for _ in range(width):
        r, n = r << 1 | n & 1, n >> 1
    return r


print([reverse_bits(n) for n in (1, 2, 3, 128, 200)])


def popcount(n):
    c = 0
    while n:
        n &= n - 1
        c += 1
    return c


print([popcount(n) for n in (0, 1, 255, 2**70 - 1)])
