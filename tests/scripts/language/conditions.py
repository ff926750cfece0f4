"""Conditions."""
def show(*a): print(*a)


def cc(a, b, c):
    if a < b < c: return 1
    if not a < b <= c: return 2
    if a == b != c or not (a > b and b > c): return 3
    return 4
show(cc(1,2,3), cc(3,2,1), cc(1,2,2), cc(2,2,2))
show(1 if [] else 2, [] or 3, not [], [] and 1, None is None, 1 in [1], 2 not in (1,), "a" in {"a"})
