"""Log analyser, matrix/graph library, producer/consumer pipeline."""
import re, collections, datetime as dt, itertools, math, fractions, functools, operator, heapq, queue, threading, time, random, contextlib, io, sys, concurrent.futures as cf, numbers, array, bisect, statistics, string
LINE = re.compile(r'(?P<ip>\d+(?:\.\d+){3}) - (?P<user>\S+) \[(?P<ts>[^\]]+)\] "(?P<m>[A-Z]+) (?P<path>\S+) HTTP/(?P<v>[\d.]+)" (?P<st>\d{3}) (?P<sz>\d+|-)(?: "(?P<ref>[^"]*)" "(?P<ua>(?:[^"\\]|\\.)*)")?')
rng = random.Random(5); t0 = dt.datetime(2024, 3, 1, tzinfo=dt.timezone(dt.timedelta(hours=2)))
raw = []
for i in range(300):
    t0 += dt.timedelta(seconds=rng.randint(1, 600))
    raw.append(f'10.0.{rng.randint(0, 2)}.{rng.randint(1, 4)} - {rng.choice(["-", "bob", "ann"])} [{t0:%d/%b/%Y:%H:%M:%S %z}] "{rng.choice(["GET", "POST"])} /{rng.choice("abc")}/{rng.randint(1, 5)}?q={rng.random():.2f} HTTP/1.{rng.randint(0, 1)}" {rng.choice([200, 200, 200, 301, 404, 500])} {rng.choice(["-", str(rng.randint(10, 9999))])}' + (' "http://r/" "Moz \\"x\\" 5.0"' if rng.random() < .5 else ""))
raw[7] = "garbage line"; raw[50] = raw[50].replace("Mar", "Foo"); raw[60] = ""
class Rec(collections.namedtuple("Rec", "ip user ts m path st sz ua")):
    __slots__ = ()
    @classmethod
    def parse(cls, s):
        if not (m := LINE.fullmatch(s)): raise ValueError(f"unparsable: {s[:20]!r}")
        d = m.groupdict(); return cls(d["ip"], None if d["user"] == "-" else d["user"], dt.datetime.strptime(d["ts"], "%d/%b/%Y:%H:%M:%S %z"), d["m"], d["path"].partition("?")[0], int(d["st"]), 0 if d["sz"] == "-" else int(d["sz"]), d["ua"])
recs, bad = [], []
for n, l in enumerate(raw, 1):
    try: recs.append(Rec.parse(l))
    except ValueError as e: bad.append((n, str(e)))
print(len(recs), bad); by = collections.defaultdict(list)
for r in recs: by[r.path].append(r)
print(f"{'path':<10}{'hits':>6}{'bytes':>10}{'err%':>8}")
for p, rs in sorted(by.items(), key=lambda kv: (-len(kv[1]), kv[0])): print(f"{p:<10}{len(rs):>6}{sum(r.sz for r in rs):>10,}{sum(r.st >= 400 for r in rs) / len(rs):>8.1%}")
print(collections.Counter(r.st for r in recs).most_common(), collections.Counter(r.user for r in recs), recs[0]._replace(ua=None), {k: len(list(g)) for k, g in itertools.groupby(recs, lambda r: r.ts.astimezone(dt.UTC).date().isoformat())}, statistics.quantiles([r.sz for r in recs if r.sz], n=4), recs[0].ts.isoformat(), max(recs, key=operator.attrgetter("sz")).path)
sess = collections.defaultdict(list)
for r in recs:
    if not sess[r.ip] or r.ts - sess[r.ip][-1][-1].ts > dt.timedelta(minutes=30): sess[r.ip].append([])
    sess[r.ip][-1].append(r)
print({ip: (len(s), max(map(len, s)), str(max(x[-1].ts - x[0].ts for x in s))) for ip, s in sorted(sess.items())})
hist = collections.Counter(r.ts.hour for r in recs); print("\n".join(f"{h:02} {'#' * (hist[h] // 2)}{'+' if hist[h] % 2 else ''}" for h in range(24)))
# matrix
class Matrix:
    __slots__ = "rows", "shape"
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) != 1: raise ValueError(f"ragged rows: {sorted({len(r) for r in self.rows})}")
        self.shape = len(self.rows), len(self.rows[0])
    @classmethod
    def eye(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    def __matmul__(self, o):
        if not isinstance(o, Matrix): return NotImplemented
        if self.shape[1] != o.shape[0]: raise ValueError(f"shapes {self.shape} and {o.shape} do not fit")
        return Matrix([[math.sumprod(r, c) for c in zip(*o.rows)] for r in self.rows])
    def __add__(self, o): return Matrix([[a + b for a, b in zip(x, y, strict=True)] for x, y in zip(self.rows, o.rows, strict=True)]) if isinstance(o, Matrix) else NotImplemented
    def __mul__(self, k): return Matrix([[a * k for a in r] for r in self.rows]) if isinstance(k, numbers.Number) else NotImplemented
    __rmul__ = __mul__
    def __neg__(self): return -1 * self
    def __sub__(self, o): return self + -o
    def __pow__(self, n): return functools.reduce(operator.matmul, itertools.repeat(self, n), Matrix.eye(self.shape[0])) if n >= 0 else self.inv() ** -n
    def __getitem__(self, k):
        match k:
            case int() as i, int() as j: return self.rows[i][j]
            case slice() as s, slice() as t: return Matrix([r[t] for r in self.rows[s]])
            case int(): return self.rows[k]
        raise TypeError(f"bad index {k!r}")
    def __setitem__(self, k, v): self.rows[k[0]][k[1]] = v
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __iter__(self): return itertools.chain.from_iterable(self.rows)
    def __repr__(self): return f"Matrix({self.rows})"
    def __format__(self, spec): return "\n".join(" ".join(format(x, spec) for x in r) for r in self.rows)
    @property
    def T(self): return Matrix(zip(*self.rows))
    def inv(self):
        n = self.shape[0]; a = [[fractions.Fraction(x) for x in r] + [fractions.Fraction(int(i == j)) for j in range(n)] for i, r in enumerate(self.rows)]
        for c in range(n):
            if (p := next((r for r in range(c, n) if a[r][c]), None)) is None: raise ZeroDivisionError("singular matrix")
            a[c], a[p] = a[p], a[c]; pv = a[c][c]; a[c] = [x / pv for x in a[c]]
            for r in range(n):
                if r != c and (f := a[r][c]): a[r] = [x - f * y for x, y in zip(a[r], a[c])]
        return Matrix([r[n:] for r in a])
    def det(self):
        if len(self.rows) == 1: return self.rows[0][0]
        return sum((-1) ** j * x * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j, x in enumerate(self.rows[0]))
A = Matrix([[2, 1], [1, 3]]); print(A @ A, A ** 5, A.inv(), A @ A.inv() == Matrix.eye(2), A ** -1, A.T, A.det(), 2 * A - A * 1.5, A[0, 1], A[:1, 1:], A[1], sum(A), Matrix([[1, 2, 3], [4, 5, 6], [7, 8, 10]]).det(), A != Matrix.eye(2)); print(f"{A:>5.1f}")
for f in (lambda: A @ 5, lambda: A @ Matrix([[1, 2, 3]]), lambda: A + 1, lambda: A * "x", lambda: "x" * A, lambda: Matrix([[1], [1, 2]]), lambda: Matrix([]), lambda: Matrix([[1, 2], [2, 4]]).inv(), lambda: A["x"], lambda: A[5, 5], lambda: A + Matrix([[1, 2, 3], [1, 2, 3]]), lambda: setattr(A, "z", 1), lambda: hash(A), lambda: A < A, lambda: A ** "x", lambda: Matrix(5), lambda: f"{A:zz}", lambda: A // 2, lambda: [1] @ A, lambda: A.__setitem__((9, 9), 1), lambda: pow(A, 2, 3), lambda: -Matrix([["a"]])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# graph
class Graph:
    def __init__(self, edges, directed=False):
        self.adj = collections.defaultdict(dict)
        for u, v, w in edges: self.adj[u][v] = w; self.adj[v]; directed or self.adj[v].__setitem__(u, w)
    def dijkstra(self, s):
        if s not in self.adj: raise KeyError(f"no vertex {s!r}")
        d, prev, h = {s: 0}, {}, [(0, s)]
        while h:
            du, u = heapq.heappop(h)
            if du > d[u]: continue
            for v, w in self.adj[u].items():
                if w < 0: raise ValueError(f"negative edge {u}->{v}")
                if (nd := du + w) < d.get(v, math.inf): d[v] = nd; prev[v] = u; heapq.heappush(h, (nd, v))
        return d, prev
    def path(self, s, t):
        d, p = self.dijkstra(s)
        if t not in d: raise LookupError(f"{t} unreachable from {s}")
        out = [t]
        while out[-1] != s: out.append(p[out[-1]])
        return d[t], out[::-1]
    def topo(self):
        from graphlib import TopologicalSorter
        return list(TopologicalSorter({u: sorted(vs) for u, vs in sorted(self.adj.items())}).static_order())
    def components(self):
        seen = set()
        for s in sorted(self.adj):
            if s not in seen:
                comp, st = [], [s]
                while st:
                    if (u := st.pop()) not in seen: seen.add(u); comp.append(u); st.extend(sorted(self.adj[u], reverse=True))
                yield comp
    def mst(self):
        par = {v: v for v in self.adj}
        def find(x):
            while par[x] != x: par[x] = x = par[par[x]]
            return x
        for w, u, v in sorted((w, u, v) for u in self.adj for v, w in self.adj[u].items() if u < v):
            if (a := find(u)) != (b := find(v)): par[a] = b; yield u, v, w
G = Graph([("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5), ("x", "y", 1)]); print(G.path("a", "d"), list(G.components()), list(G.mst()), Graph([("a", "b", 1), ("b", "c", 1)], True).topo())
for f in (lambda: G.path("a", "x"), lambda: G.dijkstra("zz"), lambda: Graph([("a", "b", -1)]).dijkstra("a"), lambda: Graph([("a", "b", 1), ("b", "a", 1)], True).topo(), lambda: Graph([(1, 2)])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e.args)
# pipeline
class Stage(threading.Thread):
    STOP = object()
    def __init__(self, fn, inq, outq, errs): super().__init__(name=fn.__name__); self.fn, self.inq, self.outq, self.errs = fn, inq, outq, errs
    def run(self):
        for x in iter(self.inq.get, self.STOP):
            try:
                for y in self.fn(x): self.outq.put(y)
            except Exception as e: self.errs.append((self.name, x, repr(e)))
        self.outq.put(self.STOP)
def split(s): yield from s.split()
def clean(w):
    if w == "bad": raise ValueError(w)
    yield w.strip(string.punctuation).lower()
def num(w): yield (len(w), w)
qs = [queue.Queue(3) for _ in range(4)]; errs = []; st = [Stage(f, a, b, errs) for f, (a, b) in zip((split, clean, num), itertools.pairwise(qs))]
for s in st: s.start()
res = []
def feed():
    for l in ("Hello, World!", "this is bad input", "", "end."): qs[0].put(l)
    qs[0].put(5); qs[0].put(Stage.STOP)
ft = threading.Thread(target=feed); ft.start()
while (x := qs[-1].get(timeout=5)) is not Stage.STOP: res.append(x)
for s in st + [ft]: s.join()
print(res, errs)
with cf.ThreadPoolExecutor(4) as ex:
    print(list(ex.map(lambda x: x * x, range(6))), sum(f.result() for f in cf.as_completed([ex.submit(pow, i, 2) for i in range(5)])))
    fs = [ex.submit(operator.truediv, 1, i) for i in (1, 0, 2)]; print([type(f.exception()).__name__ for f in fs], [f.done() for f in fs], fs[0].cancel())
    try: list(ex.map(int, ["1", "x"]))
    except ValueError as e: print(e)
    try: ex.submit(time.sleep, .2).result(timeout=.01)
    except TimeoutError as e: print("timeout", repr(e))
try: ex.submit(int)
except RuntimeError as e: print(e)
lock = threading.RLock(); cnt = 0; bar = threading.Barrier(4, action=lambda: print("barrier")); loc = threading.local()
def work(n):
    global cnt
    loc.v = n; bar.wait()
    for _ in range(500):
        with lock, lock: cnt += 1
    assert loc.v == n
ts = [threading.Thread(target=work, args=(i,)) for i in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(cnt, hasattr(loc, "v"), threading.active_count())
threading.excepthook = lambda a: print("hook", a.exc_type.__name__, a.exc_value, a.thread.name)
t = threading.Thread(target=lambda: 1 / 0, name="boomer"); t.start(); t.join()
for f in (lambda: t.start(), lambda: threading.Thread().join(), lambda: threading.current_thread().join(), lambda: threading.Lock().release(), lambda: threading.Thread(target=1, args=5), lambda: threading.Semaphore(-1), lambda: threading.BoundedSemaphore(1).release(), lambda: threading.Condition().wait(), lambda: threading.Condition().notify(), lambda: threading.Barrier(0), lambda: queue.Queue().get(timeout=-1), lambda: queue.Queue(1).get_nowait(), lambda: queue.Queue().task_done(), lambda: threading.Thread(group=1), lambda: threading.stack_size(5), lambda: threading.Lock().acquire(False, 1), lambda: threading.Event().wait("x"), lambda: setattr(threading.current_thread(), "daemon", True), lambda: threading.Thread(target=print, nope=1), lambda: threading.RLock().release(), lambda: queue.Queue("x").put(1)):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
e = threading.Event(); tm = threading.Timer(.01, e.set); tm.start(); print(e.wait(5), repr(e).split(":")[1] if ":" in repr(e) else "")
