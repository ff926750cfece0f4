def fib_pair(n):
    """Fast doubling: (F(n), F(n+1))."""
    if n == 0:
        return 0, 1
    a, b = fib_pair(n >> 1)
    c = a * (2 * b - a)
    d = a * a + b * b
    return (d, c + d) if n & 1 else (c, d)


print([fib_pair(n)[0] for n in range(20)])
print(fib_pair(300)[0])
print(str(fib_pair(5000)[0])[-30:])


def factorial(n):
    r = 1
    for i in range(2, n + 1):
        r *= i
    return r


print(factorial(30), factorial(50))
print(sum(int(c) for c in str(factorial(200))))
import math
print(all(math.factorial(n) == factorial(n) for n in range(0, 120, 7)))


def isqrt_newton(n):
    x = n
    y = (x + 1) // 2
    while y < x:
        x, y = y, (y + n // y) // 2
    return x


print(isqrt_newton(10**60 * 2), math.isqrt(10**60 * 2))


def egcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - a // b * y


print(egcd(240, 46), egcd(2**89 - 1, 10**20 + 39))


def miller_rabin(n, bases=(2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)):
    if n < 2:
        return False
    for p in bases:
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in bases:
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


print([n for n in range(100) if miller_rabin(n)])
print([p for p in (61, 89, 107, 127, 521) if miller_rabin(2**p - 1)], miller_rabin(2**67 - 1))


def pi_digits(n):
    out = []
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(map(str, out))


print(pi_digits(60))


def to_base(n, b):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    if n == 0:
        return "0"
    s = ""
    m = abs(n)
    while m:
        m, r = divmod(m, b)
        s = digits[r] + s
    return "-" * (n < 0) + s


for n in (0, 255, -1000, 10**18):
    print(n, [to_base(n, b) for b in (2, 7, 16, 36)], all(int(to_base(n, b), b) == n for b in range(2, 37)))


def roman(n):
    out = ""
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        out += s * (n // v)
        n %= v
    return out


print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)])
print([(a, b, c) for c in range(1, 40) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c])
print(bytes(divmod(2**64, k)[0] % 251 for k in range(1, 12)).hex())
