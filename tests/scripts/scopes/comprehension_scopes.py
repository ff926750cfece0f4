x = "outer"
print([x for x in range(3)], x)
print({x: y for x, y in zip("ab", "cd")}, x)
print(list(x for x in "q"), x)


def nested():
    x = 5
    r = [[x * y for x in range(3)] for y in range(x)]
    return r, x


print(nested())
fs = [lambda: z for z in range(3)]
print([f() for f in fs])
gs = list((lambda: z) for z in range(3))
print([g() for g in gs])


def first_iterable_evaluated_eagerly():
    try:
        gen = (a for a in 1 / 0)
    except ZeroDivisionError as e:
        return "eager", str(e)


print(first_iterable_evaluated_eagerly())
gen = (1 // a for a in [1, 0, 2])
print(next(gen))
try:
    next(gen)
except ZeroDivisionError as e:
    print("lazy", e)
print(list(gen))


class C:
    n = 3
    a = [i for i in range(n)]
    try:
        b = [n for i in range(2)]
    except NameError as e:
        b = str(e)
    c = list(i for i in range(n))


print(C.a, C.b, C.c)
print([i for i in range(20) if i % 2 if i % 3])
print([(i, j) for i in range(4) if i for j in range(i) if j != 1])
print([w for line in ["a b", "c"] for w in line.split()])
try:
    [undefined for _ in [1]]
except NameError as e:
    print(e)
try:
    [i for i in 5]
except TypeError as e:
    print(e)
try:
    [i.x for i in [1]]
except AttributeError as e:
    print(e)
i = "kept"
try:
    [1 // i for i in [2, 1, 0]]
except ZeroDivisionError:
    print(i)


def closure_cells():
    out = []
    for k in range(2):
        out.append([lambda: (k, m) for m in range(2)])
    return [f() for row in out for f in row]


print(closure_cells())
print([a for a, *b in [(1, 2, 3), "xy"]], [b for a, *b in [(1, 2, 3), "xy"]])
d = {}
[d.setdefault(len(w), []).append(w) for w in "one three five six".split()]
print(d)
print({len(w) for w in ["a", "b", "cc"]} == {1, 2})
print(sum(n * n for n in range(5)), max((len(w), w) for w in ["bb", "a", "cc"]))
