def attempt(code, **env):
    try:
        exec(code, env)
        env.pop("__builtins__")
        print(code, {k: v for k, v in env.items()})
    except Exception as e:
        print(code, type(e).__name__, e)


attempt("a, b = 1, 2")
attempt("a, b = [1]")
attempt("a, b = 1, 2, 3")
attempt("a, *b = 'xyz'")
attempt("*a, b = 'xyz'")
attempt("a, *b, c, d = range(3)")
attempt("a, *b, c, d = range(2)")
attempt("(a, b), c = (1, 2), 3")
attempt("[a, [b, [c]]] = 1, (2, {3})")
attempt("a, b = 5")
attempt("a, b = None")
attempt("a = b = c = []")
attempt("a, a = 1, 2")
attempt("x[0], x[1] = x[1], x[0]", x=[1, 2])
attempt("i, x[i] = 1, 9", i=0, x=[0, 0])
attempt("for a, *b in [(1,), (2, 3), (4, 5, 6)]: pass")
attempt("a, b = {'p': 1, 'q': 2}")
attempt("() = []")
attempt("[] = 1,")
attempt("*a, = range(3)")
attempt("a = *range(2), *'xy'")
attempt("a = [*{}, *(), *[1]]")
attempt("a = {**{'x': 1}, 'x': 2, **{'y': 3}}")
attempt("a = {*[3], *(3,)}")
attempt("a = [*5]")
attempt("a = {**[1]}")
attempt("a = print(*7)")
attempt("a = dict(**{1: 2})")
attempt("a = dict(**{'a': 1}, **{'a': 2})")
attempt("(a) = 1; (b), = 2,")


class Two:
    def __iter__(self):
        print("iter")
        yield 1
        print("after one")
        yield 2
        print("after two")


p, q = Two()
print(p, q)
try:
    (p,) = Two()
except ValueError as e:
    print(e)
try:
    p, q, r = Two()
except ValueError as e:
    print(e)
