def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


inf = float("inf")
nan = float("nan")
show("""
7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, -0.0 % 5, 0.0 % -5
divmod(7.5, 2), divmod(-7.5, 2), divmod(1e300, 1e-5)[1] < 1e-5
1.0 // 0
1.0 % 0
1.0 / 0
divmod(1.0, 0.0)
0.0 / 0.0
inf - inf, inf * 0, inf / inf, nan == nan, nan != nan, nan is nan
inf > 1e308, -inf < 0, inf == inf, nan in [nan], [nan] == [nan]
inf // 1, 1 // inf, -1 // inf, inf % 2, 5 % inf, -5 % inf, 5.0 // -inf
2.0 ** 0.5, 2.0 ** -1, (-2.0) ** 3, 0.0 ** 0, inf ** 0, nan ** 0, 1 ** nan
0.0 ** -1
(-8.0) ** (1 / 3)
10.0 ** 400
1e200 * 1e200, -1e200 * 1e200
round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.675, 2), round(1e300), round(5e-324, 400)
round(1234.5678, 2), round(1234.5678, -2), round(1234.5678, 0), round(-0.4), round(0.5, 0), round(1.005, 2), round(1e22, -21)
round(inf)
round(nan)
round(inf, 2), round(nan, 1)
round(1.7e308, -308)
round(1.5, 2.0)
round(1.5, 2**70), round(1.5, -2**70)
int(2.5), int(-2.5), (2.5).__trunc__(), (2.5).__floor__(), (-2.5).__floor__(), (2.5).__ceil__(), (-2.5).__ceil__()
abs(-0.0), -0.0 == 0.0, str(-0.0), str(0.0 * -1), max(0.0, -0.0), min(0.0, -0.0)
0.1 + 0.1 + 0.1 == 0.3, sum([0.1] * 10), sum([0.1] * 10, 0.0), sum([1e100, 1.0, -1e100])
1.5 + 'a'
1.5 & 1
'a' * 1.5
[1] * 2.0
1.5 < 'a'
1.5 < 1j
3.0 == 3, 3.0 is not 3, 3.5 > 3, 2**70 > 1e21, 1e21 < 2**70
float.__add__(1.0, 2), (1.0).__add__('a'), (1.0).__radd__(2), (2.0).__rpow__(3), (2.0).__rdivmod__(7)
bool(0.0), bool(-0.0), bool(nan), bool(5e-324)
""")
