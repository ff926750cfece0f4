def primes(limit):
    found = []
    for n in range(2, limit):
        for p in found:
            if p * p > n:
                found.append(n)
                break
            if n % p == 0:
                break
        else:
            found.append(n)
    return found


print(primes(50))
for i in range(3):
    for j in range(3):
        if j == 2:
            continue
        if i == 1:
            break
        print(i, j)
    else:
        print("inner done", i)
else:
    print("outer done")


def finally_in_loop():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append(f"f{i}")
    else:
        out.append("else")
    return out


print(finally_in_loop())


def return_in_finally():
    while True:
        try:
            return "try"
        finally:
            break
    return "after"


print(return_in_finally())
n = 10
while n:
    n -= 3
    if n < 0:
        print("negative", n)
        break
else:
    print("zero")
items = [1, 2, 3]
for x in items:
    if len(items) < 8:
        items.append(x * 10)
print(items)
for x in items:
    items.remove(x)
print(items)
for i in range(3):
    pass
print("i stays", i)
for i in []:
    pass
print("i still", i)
for a.b in [1] if False else []:
    pass
d = {}
for d["k"] in range(4):
    pass
print(d)
for [p, q] in [(1, 2), "ab"]:
    print(p, q)
for src in ["break", "continue", "def f():\n break", "for i in x:\n def g():\n  continue", "while 1:\n class A:\n  break"]:
    try:
        compile(src, "<s>", "exec")
    except SyntaxError as e:
        print(e.msg, e.lineno)
d = {1: 1, 2: 2}
try:
    for k in d:
        d[k + 10] = 0
except RuntimeError as e:
    print(e)
s = {1, 2}
try:
    for k in s:
        s.add(k + 10)
except RuntimeError as e:
    print(e)
