# Every function at every kind of special value.
import cmath, math
inf, nan = math.inf, math.nan
parts = [-inf, -2.3, -0.0, 0.0, 1.0, 2.3, inf, nan]

def show(x):
    return 'nan' if x != x else '%.10g' % x

for name in ('acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh'.split()):
    f = getattr(cmath, name)
    for x in parts:
        line = []
        for y in parts:
            try:
                w = f(complex(x, y))
                line.append('%s,%s' % (show(w.real), show(w.imag)))
            except (ValueError, OverflowError) as e:
                line.append(str(e))
        print(name, x, ' | '.join(line))
for x in parts:
    for y in parts:
        try:
            w = cmath.rect(x, y)
            print('rect', x, y, show(w.real), show(w.imag))
        except (ValueError, OverflowError) as e:
            print('rect', x, y, e)
