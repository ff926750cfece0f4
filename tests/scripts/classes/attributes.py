def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


class P:
    shared = []
    n = 0

    def __init__(self):
        self.n = 1


p, q = P(), P()
p.shared.append(1)
show("""
q.shared, p.n, P.n, vars(p), 'shared' in vars(p), p.__dict__ is p.__dict__
getattr(p, 'n'), getattr(p, 'zz', 'default'), hasattr(p, 'zz'), hasattr(P, 'n')
getattr(p, 'zz')
getattr(p)
getattr(p, 1)
setattr(p, 'dyn', 5), p.dyn, delattr(p, 'dyn'), hasattr(p, 'dyn')
delattr(p, 'dyn')
setattr(p, 1, 2)
setattr(p, 'a b', 2), getattr(p, 'a b')
p.shared is P.shared, P.__dict__['n']
P.__dict__['n'].zz
p.method()
P.zz
None.zz
(5).zz
[].zz = 1
(5).x
'a'.x = 1
int.x = 1
object().x = 1
len.x = 1
P.__name__, P.__module__, P.__qualname__, p.__class__, type(p).__name__
p.__class__.__name__, p.__module__, p.__doc__
setattr(P, '__name__', 'Renamed'), P.__name__, repr(P)
setattr(P, '__name__', 5)
setattr(P, '__name__', 'a\\0b')
setattr(P, '__qualname__', 5)
delattr(P, '__name__')
setattr(p, '__class__', int)
setattr(p, '__class__', 5)
setattr(p, '__dict__', {'fresh': 1}), p.fresh
p.n
setattr(p, '__dict__', 5)
delattr(p, '__dict__'), vars(p)
sorted(a for a in dir(p) if not a.startswith('_')), '__init__' in dir(p), '__class__' in dir(P)
vars(5)
dir(5) == dir(int), '__dict__' in dir(p)
type(p) is P, type(P) is type, type(type) is type, isinstance(type, object), isinstance(object, type), issubclass(type, object)
P.__init__(5)
P.__init__()
P(1)
object(1)
type(object.__new__(P, 1)).__name__
object.__new__(int)
object.__new__(5)
P.__new__(P).__dict__
""")
