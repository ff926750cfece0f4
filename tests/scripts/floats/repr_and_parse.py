def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


show("""
0.1, 1.0, -0.0, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 0.00012345
1e22, 1e23, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 1e100
0.1 + 0.2, 1 / 3, 2 / 3, 100.0 / 3, 1e16 + 1, 9007199254740993.0
1e400, -1e400, 1e400 - 1e400, 1e-400
float('1.5'), float(' 1e3 '), float('-.5'), float('5.'), float('1_0.5'), float('+1E-2')
float('inf'), float('-Infinity'), float('NaN'), float('iNf'), float('+nan')
float('')
float('1e')
float('1__0')
float('0x10')
float('1,5')
float('abc')
float('\u0661.\u0665')
float(b'2.5'), float(bytearray(b'1'))
float(None)
float([])
float('1\\x002')
float(10**308), float(True)
float(10**309)
float(2**53 + 1), float(2**54 + 2), float(2**54 + 6)
str(1.0), repr(1e5), '%r' % 1e17, f'{1e16}', str(-1e-7)
(0.1).hex(), (-2.5).hex(), float('inf').hex(), (0.0).hex(), (5e-324).hex()
float.fromhex('0x1.999999999999ap-4'), float.fromhex('0x.8p0'), float.fromhex('ff'), float.fromhex('-inf'), float.fromhex('0x1p-1080')
float.fromhex('0x1p1024')
float.fromhex('xyz')
(0.75).as_integer_ratio(), (-1e300).as_integer_ratio()[1], (0.1).as_integer_ratio()
float('inf').as_integer_ratio()
float('nan').as_integer_ratio()
(3.0).is_integer(), (3.5).is_integer(), float('inf').is_integer()
(1.5).conjugate(), (1.5).real, (1.5).imag
float.__getformat__('double')
float.__getformat__('x')
1_0.0_1, 1e1_0, .5, 5.
float(x=1)
float(1, 2)
float.from_number(3) if hasattr(float, 'from_number') else 'absent'
""")
