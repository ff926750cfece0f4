def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


def s(x):
    return sorted(x, key=lambda v: (type(v).__name__, v))


a, b = {1, 2, 3, 4}, {3, 4, 5}
f = frozenset(a)
show("""
s(a | b), s(a & b), s(a - b), s(a ^ b), s(b - a)
a.union(b, [9]), a.intersection(b, [3]), s(a.difference([1], (2,))), s(a.symmetric_difference([1, 10]))
a <= {1, 2, 3, 4, 5}, a < a, a <= a, a >= {1}, a > {1}, a == f, a != b, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([9]), a.isdisjoint(b)
a | [1]
a & 'x'
a - [1]
[1] - a
a ^ None
a < [1]
a + b
a.union(5)
a.intersection([[]])
a.issubset(5)
set(), set('a'), frozenset(), frozenset([1]), {1}, repr(set()), str({'x'}), len({1, 1.0, True}), {*[]}, set(range(3))
set(5)
set(1, 2)
set(x=1)
{[]}
{{}}
{1, {2}}
hash(a)
hash(f) == hash(frozenset([4, 3, 2, 1])), hash(frozenset())
f | {9}, type(f | a).__name__, type(a | f).__name__, type(f & a).__name__, f.copy() is f, frozenset(f) is f, a.copy() is a
f.add
f |= {1} if 0 else f
a.pop() in (1, 2, 3, 4), len(a)
set().pop()
{1}.remove(2)
{1}.remove([])
{1}.discard(2), {1}.discard(1)
{1}.discard([])
{1}.add([])
[] in {1}
{1} in {frozenset([1])}, {1} in [frozenset([1])]
{frozenset([1])}.remove({1})
{1} == [1], {1} == {1.0}, {1} == frozenset([True]), {} == set(), set() == frozenset()
s({1, 2} | {2, 3} & {3, 4} - {9}), s({1} ^ {1, 2})
min({3, 1}), sum({1, 2}), sorted({3, 1, 2}, reverse=True), max({'a', 'c'}), any({0}), all({1, 0}), len({None, False, 0})
a.update([1], (7,), {8: 0}), s(a), a.intersection_update(range(8)), s(a), a.difference_update([7]), s(a), a.symmetric_difference_update([1, 50]), s(a), a.clear(), a
set.union({1}, {2}), set.union(), set().union()
set.__or__({1}, [2]), {1}.__contains__(1), {1}.__and__({2}), frozenset.__class_getitem__(int)
""")
x = {1, 2}
y = x
x |= {3}
print(y, x is y)
z = w = frozenset([1])
z |= {2}
print(w, z)
x &= {1, 2}
x -= {1}
x ^= {2, 5}
print(x)
try:
    x |= [1]
except TypeError as e:
    print(e)


class S(set):
    pass


print(S([1]), type(S([1]) | {2}).__name__, type(S([1]).copy()).__name__, S([1]) == {1})
