import sys
ev=[]
def tr(f,e,a):
    if f.f_code.co_name not in want: return None
    ev.append((e,f.f_lineno-f.f_code.co_firstlineno, f.f_code.co_name, a if not isinstance(a,tuple) else (a[0].__name__,str(a[1]))))
    return tr
def run(fn,*names):
    global want
    want={fn.__name__,*names}
    ev.clear()
    sys.settrace(tr)
    try: fn()
    except Exception as e: pass
    finally: sys.settrace(None)
    print(fn.__name__)
    for e in ev: print('   ',e)
def one():
    for i in range(2): pass
    x = [i for i in range(2)]
    while x: x.pop()
    if x: y=1
    else: y=2
    return y
def two():
    try:
        1/0
    except ZeroDivisionError as e:
        z = 1
    finally:
        z = 2
    with open('/dev/null') as f:
        a = f
    for i in range(2):
        if i:
            continue
        b = i
    else:
        c = 1
    return 1
def gen():
    yield 1
    x = yield 2
    return 3
def three():
    for i in gen(): 
        i
    g = gen()
    next(g)
    try: g.throw(ValueError('q'))
    except ValueError: pass
    g = gen(); next(g); g.close()
def inner():
    raise KeyError(3)
def four():
    try:
        inner()
    except KeyError:
        pass
    inner()
def five():
    @staticmethod
    def f(): pass
    class A:
        x = 1
        def g(self): return 5
    return sorted([3,1], key=lambda v:
         v)
def six():
    i = 0
    while True:
        i += 1
        if i > 2: break
    x = (i for i in range(2))
    return list(x)
run(one); run(two); run(three,'gen'); run(four,'inner'); run(five,'A','<lambda>'); run(six,'<genexpr>')
pev=[]
def pr(f,e,a):
    pev.append((e,f.f_code.co_name,getattr(a,'__name__',a)))
def prof():
    len([1]); [].append(2); str(3); sorted([1],key=lambda x:x)
    try: int('x')
    except ValueError: pass
    try: [].pop()
    except IndexError: pass
    for i in gen(): pass
    "a".join(["b"]); abs(*[1]); dict(a=1).get('a')
sys.setprofile(pr); prof(); sys.setprofile(None)
for e in pev: print(e)
