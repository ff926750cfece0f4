def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


class T(tuple):
    def __new__(cls, *a):
        return super().__new__(cls, a)


t = (1, "a", None)
show("""
(), (1,), 1, (1, 2), tuple(), tuple('ab'), tuple([1]), tuple({1: 2}), (1, 2) + (3,), (0,) * 3, 2 * (1, 2), () * 5
t[0], t[-1], t[1:], t[::-1], t[5:], t.index('a'), t.count(None), len(t), 'a' in t
t[3]
t['a']
t[0] = 5
del t[0]
t.append
t + [1]
t + 1
t * 'a'
t.index(5)
t.index('a', 2)
t.index('a', -2, 3)
(1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, 2) == (1, 2), (1, 2) == [1, 2], (2,) > (1, 9, 9)
(1, 'a') < (1, 2)
(1,) < [1]
hash((1, 2)) == hash((1, 2)), hash(()), hash((1,)) != hash((2,))
hash(([],))
tuple(5)
tuple(1, 2)
tuple(iterable=())
T(1, 2), type(T(1)).__name__, T(1, 2) + (3,), type(T(1) + T(2)).__name__, type(T(1)[:]).__name__, T(1) == (1,), repr(T())
(*'ab', *[1]), *range(2), 5
{(1, 2): 'x'}[1, 2], {(): 1}[()]
(1, (2, (3,)))[1][1][0], ((),), (((1)))
sum(((1,), (2,)), ()), max((1, 2), (1, 1)), sorted([(2, 1), (1, 2)])
(1).__class__, (1,).__class__, ().__class__ is tuple
t is t[:], t is tuple(t), () is ()
repr((1,)), str((1, 'a')), f'{(1, 2)}', '%s %s' % (1, 2), repr((lambda: 0)())
not (), bool((0,)), all(()), any((0, 1))
a if (a := (1, 2)) else 0
(1, 2, 3).__getitem__(slice(0, 2)), (1,).__contains__(1), (1,).__add__((2,)), (1,).__mul__(2), (1,).__rmul__(2), (1,).__getnewargs__()
(1,).__add__([2])
tuple.__new__(tuple, 'ab'), tuple.__len__((1, 2))
tuple.__new__(int)
tuple.__len__([1])
""")
lst = [1]
u = (lst, lst)
lst.append(u)
print(u)
r = []
r.append((r,))
print(r, (r,))
