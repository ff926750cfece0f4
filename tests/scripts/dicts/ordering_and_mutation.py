d = {}
for k in "banana":
    d[k] = d.get(k, 0) + 1
print(d)
d["b"] = 9
print(list(d))
del d["b"]
d["b"] = 1
print(list(d), d.popitem(), d)
print(d.setdefault("x", []), d.setdefault("x", 5), d)
print(d.pop("a"), d.pop("zz", "none"), d)
d.update({"p": 1}, q=2)
d.update([("r", 3), "st"])
d |= {"u": 1}
d |= [("v", 2)]
print(d)
try:
    d |= 5
except TypeError as e:
    print(e)
try:
    d.update([(1, 2), (3,)])
except ValueError as e:
    print(e, 1 in d)


class KeysOnly:
    def keys(self):
        return iter("mn")

    def __getitem__(self, k):
        return k * 2


d = dict(KeysOnly())
print(d)
d.clear()
print(d, len(d))
d = {i: i * i for i in range(6)}
for op in ("d[99] = 1", "del d[0]", "d.clear()", "d.popitem()", "d.update({77: 1})"):
    e = dict(d)
    try:
        for k in e:
            exec(op, {"d": e})
            if len(e) > 50:
                break
        print(op, "no error", len(e))
    except (RuntimeError, KeyError) as x:
        print(op, type(x).__name__, x)
for k in list(d):
    if k % 2:
        del d[k]
print(d)
for k in d:
    d[k] = -1
print(d)
it = iter(d)
print(next(it), it.__length_hint__())
d["new"] = 1
try:
    next(it)
except RuntimeError as e:
    print(e)
try:
    next(it)
except RuntimeError as e:
    print(e)
view = d.keys()
d["later"] = 2
print(list(view), len(view))
c = d.copy()
c["only"] = 1
print("only" in d, c == {**d, "only": 1})


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", self.n)
        return 1

    def __eq__(self, o):
        print("eq", self.n, o.n)
        return self.n == o.n


k1, k2 = Key(1), Key(2)
m = {k1: "one"}
m[k2] = "two"
print(m[Key(2)])
print(k1 in m)


class Raises:
    def __hash__(self):
        raise ValueError("no hash")


try:
    {Raises(): 1}
except ValueError as e:
    print(e)
try:
    {}.get(Raises())
except ValueError as e:
    print(e)
print({}.pop(Raises(), "default") if not {} and False else "skipped")
big = {i: None for i in range(1000)}
for i in range(0, 1000, 3):
    del big[i]
print(len(big), list(big)[:5], list(big)[-3:], sum(big))
print(list(dict.fromkeys([3, 1, 3, 2, 1])), {**{}, "z": 0})
