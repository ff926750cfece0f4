"""Assignment."""
def show(*a): print(*a)


class P:
    def m(self, k=1): return ("P", k)


def a1():
    a, b = 1, 2
    a, b = b, a
    a, b, c = b, a, a + b
    (d, e), f = [a, b], c
    [g, *h] = "xyz"
    *i, j = (1,)
    k = l = m = [1]
    k.append(2)
    x = [0, 1, 2]
    i2 = 0
    i2, x[i2] = 1, 2
    return a, b, c, d, e, f, g, h, i, j, l, x, i2
show(a1())
def a2():
    x = [1, 2, 3, 4, 5]
    x[1:3] = [9]
    x[0] += 10
    x[-1:] += [7]
    del x[1], x[0:1]
    o = P()
    o.v = 1
    o.v += 2
    o.v **= 2
    y = 5
    y -= 2; y *= 3; y //= 2; y %= 3; y <<= 4; y |= 3; y ^= 1; y &= 0xff; y >>= 1
    return x, o.v, y
show(a2())
for bad in ("a, b = 1,", "a, b = 1, 2, 3", "a, *b, c = 1,", "a, b = 5", "[] = [1]"):
    try: exec(bad)
    except (ValueError, TypeError) as e: show(e)
