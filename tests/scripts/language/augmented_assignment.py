class Acc:
    def __init__(self):
        self.log = []

    def __iadd__(self, o):
        self.log.append(("+=", o))
        return self

    def __imul__(self, o):
        self.log.append(("*=", o))
        return NotImplemented

    def __mul__(self, o):
        self.log.append(("*", o))
        return "product"

    def __ior__(self, o):
        raise RuntimeError("no |=")


x = Acc()
y = x
x += 3
print(x is y, x.log)
x *= 4
print(x, y.log)
x = y
try:
    x |= 1
except RuntimeError as e:
    print(e)
t = ([1], 2)
try:
    t[0] += [5]
except TypeError as e:
    print(e, t)
for op in "+= -= *= /= //= %= **= <<= >>= &= |= ^= @=".split():
    for left, right in ((7, 3), (7.5, 2), ("ab", 2), ([1], [2]), ({1, 2}, {2, 3})):
        env = {"v": left, "w": right}
        try:
            exec("v %s w" % op, env)
            r = env["v"]
            print(op, repr(left), repr(right), sorted(r) if isinstance(r, set) else r)
        except TypeError as e:
            print(op, e)


def idx():
    print("index evaluated")
    return 0


li = [10]
li[idx()] += 5
print(li)
d = {}
try:
    d["k"] += 1
except KeyError as e:
    print("KeyError", e)
s = "a"
s += "b" * 3
print(s)


class Obj:
    n = 5


o = Obj()
o.n += 1
print(o.n, Obj.n, vars(o))
try:
    o.missing += 1
except AttributeError as e:
    print(e)
