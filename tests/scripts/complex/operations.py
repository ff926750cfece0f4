def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


z = 3 + 4j
show("""
z, -z, abs(z), z.real, z.imag, z.conjugate(), complex(), complex(1), complex(1, 2), complex('1+2j'), complex(' -j ')
complex('1e5-2.5j'), complex('(1+2j)'), complex('inf-nanj'), complex('5'), complex('+j')
complex('1 + 2j')
complex('')
complex('abc')
complex('1+2')
complex('1', 2)
complex(1, '2')
complex(None)
complex([])
complex(1+2j, 3+4j), complex(real=1, imag=2), complex(imag=3)
1j, -1j, 0j, -0j, 1 - 0j, complex(-0.0, -0.0), complex(0.0, -1), complex(float('inf'), float('nan')), 1e16 + 1e-5j
z + 1, z * 2, z / 2, 1 / z, z ** 2, z ** -1, z ** 0.5, z ** 0, 2 ** z, z * 1j, z - z, (1+2j) * (3-1j)
z / 0
0j ** -1
0j ** 1j
0j ** 0
z // 2
z % 2
divmod(z, 2)
z < 1
int(z)
float(z)
round(z)
z == 3 + 4j, z == 3, 3 + 0j == 3, z != 'a', 1j == 1, hash(3 + 0j) == hash(3), hash(1j), bool(0j), bool(-0j), bool(1j)
sum([1j, 2, 3.5]), pow(1j, 2), (1j) ** 3, (2j) ** 10
pow(1j, 2, 3)
abs(1e300 + 1e300j), abs(complex('inf+1j')), abs(complex('nan'))
abs(1e308 * (1.7 + 1.7j))
str(1+2j), repr(1.5j), f'{z}', f'{z:.2f}', f'{z:10.1f}|', f'{z:+}', f'{z:g}', f'{z:,.1f}', f'{z:<12}|', f'{1j:e}'
f'{z:05}'
f'{z:=10}'
f'{z:d}'
f'{z:%}'
'%s %r' % (z, 1j)
'%d' % z
'%f' % 1j
z.__complex__(), complex.from_number(3) if hasattr(complex, 'from_number') else 'absent', z.__getnewargs__()
(1+2j) + 'a'
[1j, 2j].index(2j), {1j: 'a'}[1j]
z.real = 5
""")


class C:
    def __complex__(self):
        return 2j


class F:
    def __float__(self):
        return 1.5


class B:
    def __complex__(self):
        return 1


print(complex(C()), complex(F()), complex(F(), F()))
try:
    complex(B())
except TypeError as e:
    print(e)


def mandel(c, n=30):
    z = 0j
    for i in range(n):
        if abs(z) > 2:
            return i
        z = z * z + c
    return n


for y in range(-4, 5):
    print("".join(" .:-=+*#%@"[min(9, mandel(complex(x / 12, y / 4)) // 3)] for x in range(-26, 10)))
