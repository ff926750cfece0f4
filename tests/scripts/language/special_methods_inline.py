import gc, warnings, contextlib
def f():
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        x = open('/dev/null', 'rb')
        r = repr(x)
        with contextlib.nullcontext():
            x = None
            gc.collect()
    print(len(w))
f()
class D:
    def __add__(self, other):
        return NotImplemented
class A:
    def __add__(self, other):
        return 7
    __radd__ = __add__
d = D(); a = A()
print(d+a, (d+a)+1)
try: d+d
except TypeError as e: print(e)
try: d+=3
except TypeError as e: print(e)
class L:
    def __lt__(self,o): return NotImplemented
    def __gt__(self,o): return 'gt'
    def __eq__(self,o): return NotImplemented
l,m=L(),L()
print(l<m, m>l, l==m, l!=m, l==l)
try: l<3
except TypeError as e: print(e)
if l<m: print('y')
while l==l: break
try:
    if l <= 3: pass
except TypeError as e: print(e)
class N:
    def __init__(s): s.i=0
    def __iter__(s): return s
    def __next__(s):
        s.i+=1
        if s.i>3: raise StopIteration
        return (s.i, s.i*2)
print([x for x in N()], [a+b for a,b in N()], dict(N()))
for x in N(): pass
else: print('else')
class P:
    @property
    def v(self): return self.w
    @property
    def q(self): raise AttributeError('zz')
    def __getitem__(s,k): return k*2
    def __setitem__(s,k,v): s.z=(k,v)
    def __call__(s,*a,**k): return a,k
p=P(); p.w=4
print(p.v, p[3], p(1,x=2)); p[1]=2; print(p.z)
try: p.q
except AttributeError as e: print(e, e.name, type(e.obj).__name__)
def gen():
    for i, c in enumerate('ab'):
        for k, v in {'x': i}.items():
            for q, r in zip('12', '34'):
                yield i, c, k, v, q, r
print(list(gen()))
