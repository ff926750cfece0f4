import cmath

def t(f, *a, **k):
    try:
        print(f.__name__, a, k, f(*a, **k))
    except Exception as e:
        print(f.__name__, a, k, type(e).__name__, e)

class C:
    def __complex__(self): return 3+4j
class F:
    def __float__(self): return 4.0
class I:
    def __index__(self): return 9
for v in C(), F(), I():
    print(cmath.sqrt(v))
t(cmath.rect, 'a', 1); t(cmath.rect, 1); t(cmath.sqrt, 'a'); t(cmath.isclose, 1, 1); t(cmath.isclose, 1, 1, rel_tol=-1)
t(cmath.isclose, 1, 1 + 1e-10j); t(cmath.isclose, 1, 2, abs_tol=1); t(cmath.isclose, cmath.inf, cmath.inf); t(cmath.isclose, cmath.inf, 1)
t(cmath.log, 0); t(cmath.log, 1, 0); t(cmath.log, 1, 1); t(cmath.log10, 0); t(cmath.exp, 1000); t(cmath.cosh, 1000)
t(cmath.phase, 'a'); t(cmath.log, 2, 3, 4); t(cmath.atanh, 1); t(cmath.atan, 1j); t(cmath.polar, 3+4j); t(cmath.polar, complex(1e308, 1e308) * 1.5)
t(cmath.sqrt, 10**400); t(cmath.isnan, cmath.nanj); t(cmath.isinf, cmath.infj); t(cmath.isfinite, 1j)
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
