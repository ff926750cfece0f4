def lcg(n, s=88172645463325252):
    out=[]
    for i in range(n):
        s = (s * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        s ^= (s << 13) & 0xFFFFFFFFFFFFFFFF
        s ^= s >> 7
        s ^= (s << 17) & 0xFFFFFFFFFFFFFFFF
        out.append(s)
        t = s * s % 1000000007
        u = (s * 12345678901234567 // 1000) >> 3
        v = -s * 99999999999 + 7
        out.append((t, u, v))
    return out
print(hash(tuple(lcg(2000))), lcg(3))
def err(a, b):
    try:
        return (a * b + 1) % 0
    except ZeroDivisionError as e:
        return str(e), e.__traceback__.tb_lineno
print(err(2**62, 2**10))
def mix(a, f):
    try: return a * a + f
    except TypeError as e: return str(e)
print(mix(2**60, 1.5), mix(2**60, 'x'), mix(2**60, True), mix(2**60, 2**300))
class X:
    def __radd__(s, o): return ('radd', o)
print(mix(2**61, X()))
def comp(a):
    return [y + 1 + y for x in a for y in [x * 9223372036854775807]]
print(comp([3, 4]))
def w(a):
    return (b := a * a) + b * 2, b
print(w(2**40))
def chain(a, c): return 1 < a * a < c, [a*a+1, a*a-1], {a*a: a*a*a}
print(chain(2**50, 2**120))
def aug(a):
    a *= a; a += 1; a &= (1 << 70) - 1; a >>= 3
    d = {}; d['k'] = a * a; d['k'] += a * a * a; d['k'] %= 10**9
    return a, d
print(aug(2**45 + 12345))
print(*[f"{'ß'*k}é"[i] is chr(0xe9) for k in (0, 3) for i in (-1,)], 'é' is chr(233), "aéb"[1] is chr(233), [c is chr(ord(c)) for c in "éa\xff"])
print([x for x in range(-3, 3)], [x for x in range(5, 0, -2)], [x for x in range(0)], [x for x in [1, 2, 3]], [x for x in (1, 2)], [x for x in 'abc'])
r = range(3)
print([x for x in r], list(r), r)
for i in range(2):
    for j in range(2): print(i, j, end=' ')
x = range(2)
for y in x: pass
print(x)
for n in range(12): print(len(tuple(range(n))), tuple([n]*n)[-1:], (1,)*n == tuple([1]*n), end=';')
print("xx..abc.,x".strip("x.,"), "ééabcé".strip("é"), "abcé".strip("cé"), "ab".strip(""), "\x7fa\x7f".strip("\x7f"), "äaä".strip("a"))
print("hello".translate({104: None, 101: 'EE', 108: 0x4c}), "hé".translate({0xe9: 'E'}))
class D(dict):
    def __missing__(self, k): return '?'
print("abc".translate(D()))
try: "a".translate({97: 2**40})
except ValueError as e: print(e)
def outer(a):
    def inner(): return a, b
    b = 2
    return inner
f = outer(1); print(f.__closure__[0].cell_contents, f.__closure__[1].cell_contents, f())
l = list(range(10)); print(l[::3], l[::-1], l[8:2:-2], l[5:5], l.copy(), l[20:], l[::100])
