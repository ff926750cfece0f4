# Thread-local data: what threads see, and when it goes.
import gc
import threading
import weakref

loc = threading.local()
loc.x = 'main'
log = []


def worker(i):
    log.append((i, getattr(loc, 'x', None)))
    loc.x = i
    loc.__dict__['y'] = i * 2
    log.append((i, sorted(loc.__dict__.items())))
    del loc.x
    try:
        loc.x
    except AttributeError as e:
        log.append(str(e))


for i in range(3):
    t = threading.Thread(target=worker, args=(i,))
    t.start()
    t.join()
for line in log:
    print(line)
print(loc.__dict__)


class Data(threading.local):
    total = 0

    def __init__(self, base, *, step=1):
        print('init in', threading.current_thread().name, base, step)
        self.base, self.step = base, step

    def next(self):
        self.base += self.step
        return self.base


d = Data(10, step=5)
print(d.next(), d.next())


def use():
    print(d.next(), d.next(), d.next())


for name in 'ab':
    t = threading.Thread(target=use, name=name)
    t.start()
    t.join()
print(d.next())


class Thing:
    pass


refs = []


def keep():
    loc.thing = Thing()
    refs.append(weakref.ref(loc.thing))


t = threading.Thread(target=keep)
t.start()
t.join()
gc.collect()
print('gone with its thread:', refs[0]() is None)
cyc = threading.local()
cyc.thing = Thing()
cyc.me = cyc
r = weakref.ref(cyc.thing)
del cyc
gc.collect()
print('gone with the object:', r() is None)


class Slots(threading.local):
    __slots__ = ('shared',)


s = Slots()
s.shared = 1
s.own = 2


def look():
    print(s.shared, hasattr(s, 'own'), s.__dict__)
    s.shared = 3


t = threading.Thread(target=look)
t.start()
t.join()
print(s.shared, s.own)


class Hooked(threading.local):
    def __getattribute__(self, name):
        if name == 'magic':
            return 42
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        super().__setattr__(name, value + 1)


h = Hooked()
h.n = 1
print(h.magic, h.n)

# Many threads at once, each with many values.
many = [threading.local() for _ in range(50)]
errors = []
start = threading.Barrier(8)


def fill(i):
    start.wait()
    for rnd in range(20):
        for j, m in enumerate(many):
            if rnd and m.v != (i, rnd - 1, j):
                errors.append((i, rnd, j))
            m.v = (i, rnd, j)


ts = [threading.Thread(target=fill, args=(i,)) for i in range(8)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print('errors', errors, any(hasattr(m, 'v') for m in many))
