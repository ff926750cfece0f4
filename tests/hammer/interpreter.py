"""State of the interpreter and of native modules: registries, caches, settings."""
import abc
import ast
import atexit
import codecs
import contextvars
import copy
import csv
import faulthandler
import functools
import gc
import json
import pickle
import random
import re
import signal
import string
import struct
import sys
import threading
import uuid
import warnings
from hammering import *


@case
def exit_calls():
    """Registered functions are all there; unregistered ones are all gone."""
    def never():
        raise AssertionError("called")
    before = atexit._ncallbacks()
    kept = []

    def use():
        def f():
            never()
        for i in range(20):
            atexit.register(f)
        atexit.unregister(f)

        def g():
            pass
        if len(kept) < 1000:
            kept.append(g)
            atexit.register(g)

    @checked
    def check():
        assert atexit._ncallbacks() == before + len(kept), (atexit._ncallbacks(), len(kept))
        for g in kept:
            atexit.unregister(g)
        assert atexit._ncallbacks() == before
    return use, use, use, check


@case
def audit_hooks():
    """No hook is lost (they cannot be removed, so that there are few)."""
    hits = [0] * 200
    added = []

    def use():
        if len(added) < 60:
            i = len(added)
            added.append(i)
            sys.addaudithook(lambda event, args, i=i: event == "hammer.count" and hits.__setitem__(i, hits[i] + 1))
        sys.audit("hammer.noise", 1, 2)

    @checked
    def check():
        sys.audit("hammer.count")
        assert sum(hits) == len(added), (sum(hits), len(added))
    return use, use, use, check


@case
def warning_filters():
    def use():
        me = threading.get_ident()
        warnings.warn_explicit("hammered", UserWarning, "f%d.py" % (me % 5), 1, registry=registry)
        registry.get("version")

    def change():
        warnings.filterwarnings("ignore", message="hammered")
        warnings.filterwarnings("ignore", category=UserWarning)
        warnings.simplefilter("ignore")
        if len(warnings.filters) > 50:
            warnings.resetwarnings()
            warnings.simplefilter("ignore")
    registry = {}
    warnings.simplefilter("ignore")
    return use, use, change


@case
def abstract_classes():
    """What is registered counts as a subclass at once, for everybody."""
    class Base(abc.ABC):
        pass

    class Sub(Base):
        pass

    def use():
        class C:
            pass

        class D:
            pass
        assert not issubclass(D, Base) and not isinstance(C(), Base)
        (Sub if id(C) % 3 else Base).register(C)
        assert issubclass(C, Base) and isinstance(C(), Base)
        assert not issubclass(D, Base) and not isinstance(D(), Base)

    def clear():
        abc._get_dump(Base) if hasattr(abc, "_get_dump") else None
        Base._abc_caches_clear() if hasattr(Base, "_abc_caches_clear") else None
    return use, use, clear


@case
def generic_functions():
    @functools.singledispatch
    def f(x):
        return "object"
    f.register(int, lambda x: "int")

    def use():
        class C(int):
            pass

        class D:
            pass
        try:
            assert f(C()) == f(True) == "int" and f(D()) == f("") == "object"
            f.register(D, lambda x: D)
            assert f(D()) is D
        except RuntimeError as e:
            assert "changed size" in str(e) # dispatching walks the registry
    return use, use, use


@case
def formats_and_patterns():
    names = "bBhHiIlLqQfd"

    def structs():
        for n in range(1, 6):
            f = "<" + random.choice(names) * n
            values = [1] * n
            assert list(struct.unpack(f, struct.pack(f, *values))) == values
            assert struct.calcsize(f) == struct.Struct(f).size
        struct._clearcache()

    def patterns():
        for i in range(5):
            w = "".join(random.choices(string.ascii_lowercase, k=3))
            assert re.search("(?P<a>%s)+" % w, "--" + w + w)["a"] == w
            assert re.sub(w, r"<\g<0>>", w) == "<" + w + ">"
        if random.random() < .1:
            re.purge()
    return structs, structs, patterns, patterns


@case
def searching_codecs():
    """A codec that a thread registers is found until that thread takes it away."""
    def use():
        name = "hammer%d" % threading.get_ident()

        def search(n):
            if n == name:
                return codecs.CodecInfo(lambda s, e="strict": (b"!", len(s)), lambda b, e="strict": ("?", len(b)), name=name)
        codecs.register(search)
        assert "x".encode(name) == b"!" and codecs.lookup(name).name == name
        codecs.unregister(search)
        try:
            codecs.lookup(name)
            raise AssertionError("still there")
        except LookupError:
            pass
        codecs.register_error(name, lambda e: ("#", e.end))
        assert "a\u20acb".encode("ascii", name) == b"a#b"
        assert "a\u20acb".encode("ascii", "xmlcharrefreplace") == b"a&#8364;b"
    return use, use, use


@case
def interned_texts():
    def use():
        for i in range(50):
            a, b = "x%d" % random.randrange(10**6), "-"
            s = sys.intern(a + b)
            assert sys.intern(a + b) is s and sys.intern("".join([a, b])) is s
    return use, use, use


@case
def syntax_trees():
    source = "def f(x, *y, z=1):\n    return [i for i in x if i] + {**z}\n"
    want = ast.dump(ast.parse(source))

    def use():
        tree = ast.parse(source)
        assert ast.dump(tree) == want
        compile(tree, "f", "exec")
        assert ast.unparse(copy.deepcopy(tree)) == ast.unparse(tree)
        class N(ast.Name):
            _fields = ("id", "ctx", "more")
        assert N("a", ast.Load(), more=3).more == 3
        eval(compile("1+1", "s", "eval"))
    return use, use, use


@case
def of_modules():
    """Settings that programs read back, and things with a name in a registry."""
    def settings():
        gc.set_threshold(*random.choice([(700, 10, 10), (1, 2, 3)]))
        assert gc.get_threshold() in ((700, 10, 10), (1, 2, 3))
        assert gc.isenabled() in (False, True)
        csv.field_size_limit(random.choice([1000, 2000]))
        assert csv.field_size_limit() in (1000, 2000)
        sys.setrecursionlimit(random.choice([1000, 1100]))
        signal.getsignal(signal.SIGINT), signal.valid_signals()
        assert faulthandler.is_enabled() is False

    def dialects():
        name = "d%d" % threading.get_ident()
        csv.register_dialect(name, delimiter=";")
        assert csv.get_dialect(name).delimiter == ";" and name in csv.list_dialects()
        assert next(csv.reader(["a;b"], name)) == ["a", "b"]
        csv.unregister_dialect(name)
        assert name not in csv.list_dialects()
    return settings, dialects, dialects


@case
def unique_numbers():
    made = []

    def use():
        made.append([uuid.uuid1().int for i in range(50)] + [uuid.uuid4().int for i in range(50)])

    @checked
    def check():
        numbers = [n for some in made for n in some]
        assert len(set(numbers)) == len(numbers), "an identifier was given twice"
    return use, use, use, check


@case
def random_numbers():
    """One generator for all: its state stays whole, so that no two threads get
    the same run of numbers."""
    r = random.Random(5)
    got = []

    def use():
        got.append([r.getrandbits(64) for i in range(200)])
        r.random(), r.randrange(10), r.randbytes(5)
        if len(got) > 200:
            del got[:100]

    def state():
        s = r.getstate()
        assert len(s[1]) == 625 and random.Random(1).setstate(s) is None

    @checked
    def check():
        numbers = [n for some in got for n in some]
        assert len(set(numbers)) == len(numbers), "a number came twice"
    return use, use, use, state, check


@case
def changing_mappings():
    """Natives that walk a dict which others change: some of it or an error, but
    nothing that was never in it."""
    d = {i: str(i) for i in range(50)}
    o = json.JSONEncoder(sort_keys=False)

    def write():
        for i in range(50, 80):
            d[i] = str(i)
        for i in range(50, 80):
            d.pop(i, None)
        if random.random() < .05:
            for i in range(40):
                del d[i]
            for i in range(40):
                d[i] = str(i)

    def read():
        for f in (lambda: json.loads(o.encode(d)).items(), lambda: pickle.loads(pickle.dumps(d)).items(), lambda: copy.copy(d).items(),
                  lambda: dict(d).items(), lambda: {**d}.items(), lambda: list(d.items()), lambda: sorted(d.items())):
            try:
                for k, v in f():
                    assert 0 <= int(k) < 80 and str(k) == v, (k, v)
            except (RuntimeError, ValueError) as e:
                assert not isinstance(e, ValueError) or "unpack" in str(e), e
        f"{d}", d == dict(d), str.format_map("{a}", {"a": d})
    return write, read, read


@case
def function_attributes():
    """Attributes of one new function set by several threads are all there."""
    def once():
        def f():
            pass
        names = ["a%d" % i for i in range(30)]

        def give(part):
            for n in part:
                setattr(f, n, n)
            f.__annotations__[part[0]] = 1
        together(lambda: give(names[:10]), lambda: give(names[10:20]), lambda: give(names[20:]))
        assert f.__dict__ == {n: n for n in names} and len(f.__annotations__) == 3
    return once, once


@case
def swapped_code():
    """A function whose code and defaults change while others call it."""
    def small(a=1):
        return a

    def large(a=1, b=2, c=3, d=4, e=5, f=6, g=7, h=8, *i, j=9, **k):
        x, y, z = a, b, c
        return [v for v in (x, y, z)][0]

    def generator(a=1, b=2, *c, d=3, **e):
        x, y = a, b
        yield x

    def f(a=1):
        return a
    codes = [small.__code__, large.__code__, generator.__code__]

    def swap():
        for c in codes:
            f.__code__ = c
            f.__defaults__ = (1,) * random.randrange(9)
            f.__kwdefaults__ = random.choice([None, {"j": 1, "d": 1}])

    def call():
        for args, kw in (((), {}), ((1,), {}), ((1, 2, 3), {}), ((1,) * 12, {}), ((), {"a": 1}), ((1,), {"q": 2})):
            try:
                r = f(*args, **kw)
                assert r == 1 or type(r).__name__ == "generator" and list(r) == [1], r
            except TypeError as e:
                assert "argument" in str(e), e
        try:
            f(), f(1), f(1, 2)
        except TypeError:
            pass
        f.__doc__, f.__name__
    return swap, call, call


@case
def new_globals():
    """A name that comes into a module hides the builtin one at once, and is gone
    at once."""
    ns = {}
    exec("def f(): return len", ns)
    f = ns["f"]
    other = threading.local()

    def use():
        assert f() is len or f() is not None

    def hide():
        mine = {}
        exec("def g(): return abs\ndef h(): return abs", mine)
        g, h = mine["g"], mine["h"]

        def read():
            for i in range(30):
                assert g() in (abs, 5) and h() in (abs, 5)

        def write():
            for i in range(30):
                mine["abs"] = 5
                assert g() == 5 == h()
                del mine["abs"]
                assert g() is abs is h()
        together(read, write)
        ns["len"] = len
        del ns["len"]
    return use, use, hide


@case
def looking_at_frames():
    """Frames of running threads, of generators and of what has ended."""
    def leaf(n, a=1, b=2):
        x, y, z = [n], (n,), {n: n}
        return sum(x) + n

    def deep(n):
        v = "deep"
        return leaf(n) if n < 2 else deep(n - 1)

    def run():
        for i in range(30):
            deep(i % 12)

    def gen():
        v = "gen"
        for i in range(10):
            yield i
            w = i
    kept = [gen()]

    def steps():
        g = kept[0]
        try:
            next(g)
        except (StopIteration, ValueError):
            kept[0] = gen()

    def tell(fr):
        while fr is not None:
            assert fr.f_lineno is None or fr.f_lineno >= 0
            assert fr.f_lasti >= -1
            names = fr.f_locals
            if fr.f_code is deep.__code__:
                assert names.get("v", "deep") == "deep" and type(names.get("n", 1)) is int
            elif fr.f_code is leaf.__code__:
                x, y = names.get("x", []), names.get("y", ())
                assert type(x) is list and type(y) is tuple
            elif fr.f_code is gen.__code__:
                assert names.get("v", "gen") == "gen"
            repr(fr), list(names)
            fr = fr.f_back

    def look():
        for fr in sys._current_frames().values():
            tell(fr)
        fr = kept[0].gi_frame
        if fr is not None:
            tell(fr)
            fr.f_locals["extra"] = 1
            try:
                fr.clear()
            except (RuntimeError, ValueError):
                pass
    return run, run, steps, look, look


@case
def context_copies():
    """A copy of a context has as many variables as it says."""
    names = [contextvars.ContextVar("v%d" % i) for i in range(40)]
    ctx = contextvars.copy_context()

    def change():
        def run():
            tokens = [(v, v.set(i)) for i, v in enumerate(names)]
            for v, tok in tokens:
                v.reset(tok)
        try:
            ctx.run(run)
        except RuntimeError as e:
            assert "already entered" in str(e)

    def look():
        c = ctx.copy()
        assert len(c) == len(list(c)) == len(list(c.items()))
        for v in c:
            c[v], v in c, ctx.get(v)
        assert c == c.copy()
        len(ctx), list(ctx), ctx == c
    return change, change, look, look


main()
