def fib(n):
    if n < 2:
        return n
    return fib(n-1) + fib(n-2)

def loop(n):
    s = 0
    i = 0
    while i < n:
        s += i * 2
        i += 1
    for k in range(n):
        if k % 3 == 0:
            continue
        s = s + k
    return s

def f(a, *b, c=1, **d):
    """doc
       indented
    """
    try:
        x = a.foo(b, c=c)
    except ValueError as e:
        print(e)
        return 1
    except (A, B):
        raise
    finally:
        done()
    with open(a) as q, r:
        return q
    return [i for i in x if i], {k: v for k, v in d.items()}

class P:
    z = 1
    def m(self, k):
        self.k = k
        return super().m(k)

async def g():
    async for x in y:
        yield await x
def sw(x):
    match x:
        case 1: return 1
        case [a, b, *c] if a: return c
        case {"k": v, **rest}: return v
        case P(q, r=2) | P(q, r=3): pass
        case _: pass
