def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


show("""
7 // 2, -7 // 2, 7 // -2, -7 // -2
7 % 3, -7 % 3, 7 % -3, -7 % -3
divmod(17, 5), divmod(-17, 5), divmod(17, -5), divmod(-17, -5)
10**20 // 3, -10**20 // 3, 10**20 % 7, -10**20 % 7
divmod(10**30, -10**10 + 1)
(2**64) // (2**32), (2**64 - 1) % (2**32)
-2**63 // -1
(-2**63) % -1
7 / 2, -7 / 2, 1 / 3
10**400 / 10**399
1 / 10**400
(2**1074 + 1) / 2**1074
10**400 / 3
3 / 10**5
1 // 0
1 % 0
1 / 0
divmod(1, 0)
10**30 // 0
10**30 % 0
10**30 / 0
0 // 5, 0 % 5, 0 / 5, 0 // -5
5 // 2.0, 5 % 2.5, 5 // 0.0
True // 1, False % True
pow(2, 10), pow(2, -2), pow(-2, 3), pow(0, 0)
pow(2, 10, 1000), pow(2, -1, 7), pow(3, 0, 1), pow(-3, 3, 5), pow(3, 3, -5)
pow(2, -1, 4)
pow(2, 3, 0)
pow(0, -1)
pow(2.0, 3, 5)
pow(2, 3, None), pow(base=2, exp=3, mod=5)
0 ** -1
(-8) ** 0.5
2 ** 200, (-2) ** 201
10 ** -3, (-10) ** -3, 1 ** -1
""")
