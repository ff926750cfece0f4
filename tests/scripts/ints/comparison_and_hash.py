def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


nan = float("nan")
show("""
1 == 1.0, 1 == 1 + 0j, 1 == True, 1 == '1', 1 != '1'
2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53
10**400 > 1e308, 10**400 == float('inf'), -10**400 < float('-inf')
10**400 < float('inf'), 1 < nan, 1 > nan, 1 == nan
3 < 2.9999, 3 < 3.0000001, 9007199254740993 < 9007199254740992.0
1 < '1'
1 < None
1 < 1j
(1).__lt__(2), (1).__lt__(2.0), (1).__eq__('a'), (1).__ne__(1)
hash(1), hash(1.0), hash(True), hash(-1), hash(-2), hash(2**61 - 1), hash(2**61), hash(-2**61)
hash(10**30), hash(-10**30), hash(0.5), hash(1e300), hash(float('inf')), hash(-float('inf'))
hash(1 + 0j) == hash(1), hash(2**100) == hash(2.0**100)
{1: 'int', 1.0: 'float', True: 'bool'}
len({0, 0.0, False, -0.0, 0j})
max(1, 1.0), min(1.0, 1), max(True, 1), max([2, 3.5, 3])
sorted([3, 1.5, True, -2, 2**70, -1e30])
1 is 1, (5).__hash__()
min(3, nan), max(nan, 3)
sorted([3, nan, 1])[0] == 3
-0 == 0, abs(-5), abs(-2**63), abs(True), +True, -True
round(15, -1), round(25, -1), round(-15, -1), round(5, -1), round(123456, -3), round(5), round(5, 2), round(10**30 + 5, -1)
round(5, None), round(5, 1.5) if 0 else 0
round(5, 'a')
round(2**70, -70)
round(1234, -2**70) if 0 else 'skipped'
(5).__round__(-1), (5).__floor__(), (5).__ceil__(), (5).__trunc__(), (-5).__abs__(), (5).__pos__(), (5).__neg__(), (5).__invert__()
""")
