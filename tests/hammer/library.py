"""Library objects written in Go, shared by threads, and their caches."""
import contextvars
import copy
import csv
import datetime
import decimal
import functools
import gc
import hashlib
import importlib
import io
import json
import logging
import pickle
import random
import re
import struct
import sys
import tempfile
import threading
import time
import warnings
import weakref
import zlib
from hammering import *


@case
def caches():
    @functools.lru_cache(maxsize=50)
    def f(i):
        return i * 2

    @functools.lru_cache(maxsize=None)
    def g(i, *, k=1):
        return i + k
    double = functools.partial(f)

    def use():
        for i in range(100):
            assert f(i) == double(i) == i * 2
            assert g(i, k=2) == i + 2

    def clear():
        f.cache_clear()
        hits, misses, size, n = f.cache_info()
        assert size == 50 and 0 <= n <= 50
        g.cache_clear()
    return use, use, clear


@case
def regular_expressions():
    p = re.compile(r"(?P<a>a+)(b)?")

    def use():
        for i in range(10):
            assert re.match(r"a{%d}b" % i, "a" * i + "b")
        m = p.search("xxaab")
        assert m.group("a", 2) == ("aa", "b") and m.span() == (2, 5)
        assert p.sub(lambda m: m.group(1).upper(), "aabxa") == "AAxA"
        assert p.findall("abaa") == [("a", "b"), ("aa", "")]
        assert re.split(r"\d", "a1b2c") == ["a", "b", "c"]

    def shared_scan():
        it = p.finditer("ab" * 50)

        def take():
            for m in it:
                assert m.group() == "ab"
        together(take, take)

    def purge():
        re.purge()
    return use, use, shared_scan, purge


@case
def texts():
    parts = ["a"]
    shared = "é" * 1000 + "z"

    def indexes():
        for i in range(0, 1000, 50):
            assert shared[i] == "é"
        assert shared[1000] == "z" and shared.find("z") == 1000
        s = "é" * 100 + str(len(parts))
        for i in range(0, 100, 7):
            assert s[i] == "é"
        hash(s), s.upper(), s.encode()

    def joining():
        x = parts[0]
        y, z = x + "b", x + "c"
        assert y[-1] == "b" and z[-1] == "c" and y[:-1] == z[:-1] == x
        parts[0] = y if len(y) < 1000 else "a"

    def interning():
        for i in range(50):
            assert sys.intern("q%d" % i) is sys.intern("q" + str(i))
        assert "%s %d %.2f" % ("a", 3, 1.5) == "a 3 1.50" == f"{'a'} {3} {1.5:.2f}"
        assert "{0} {x!r}".format(1, x="y") == "1 'y'"
        assert "a-b".translate({ord("-"): "+"}) == "a+b"
        assert int(str(1 << 200)) == 1 << 200 and float("1.5e3") == 1500
    return indexes, joining, joining, interning


@case
def codecs():
    import codecs as c

    def use():
        for e in "utf-8", "utf-16", "latin-1", "cp1252", "ascii", "UTF_8", "cp437", "shift_jis":
            assert "abc".encode(e).decode(e) == "abc"
            c.lookup(e)
        assert "é".encode("ascii", "backslashreplace") == b"\\xe9"

    def register():
        c.register_error("mine%d" % (time.perf_counter_ns() % 5), lambda e: ("?", e.end))
        f = lambda name: None
        c.register(f)
        c.unregister(f)
        c.lookup_error("strict")
    return use, use, register


@case
def streams():
    b, s = io.BytesIO(), io.StringIO()
    tf, bf = tempfile.TemporaryFile("w+"), tempfile.TemporaryFile("w+b")
    raw = tempfile.TemporaryFile("w+b", buffering=0)

    def memory():
        b.write(b"abc")
        b.seek(0)
        assert set(b.read(2)) <= set(b"abc\0")
        assert set(b.getvalue()) <= set(b"abc\0")
        b.truncate(10)
        list(b)
        s.write("abc")
        s.seek(0)
        assert set(s.read(2)) <= set("abc\0")
        assert set(s.getvalue()) <= set("abc\0")
        s.truncate(10)
        v = b.getbuffer()
        len(v), v.release()

    def guarded_memory():
        try:
            memory()
        except (BufferError, ValueError):
            pass

    def binary():
        bf.write(b"x" * 10)
        bf.seek(0)
        assert set(bf.read(5)) <= set(b"x")
        bf.flush()
        bf.peek(3)
        raw.write(b"yy")
        raw.seek(0)
        raw.read(1)

    def text():
        tf.write("x" * 10)
        tf.flush()
        if tf.tell() > 100000:
            tf.seek(0)
            assert set(tf.read(100)) <= set("x")
            tf.seek(0)
    return guarded_memory, guarded_memory, binary, binary, text, text


@case
def whole_lines():
    def once():
        f = tempfile.TemporaryFile("w+")

        def write(c):
            for i in range(100):
                print(c * 20, file=f)
        together(lambda: write("a"), lambda: write("b"), lambda: write("c"))
        f.seek(0)
        text = f.read()
        assert len(text) == 300 * 21, len(text)
        for c in "abc":
            assert text.count(c) == 2000
    return once, once


@case
def encoders():
    x = {"a": [1, 2.5, None, "x", True], "b": {"c": [1] * 10}}
    changing = {"k": [1, 2, 3]}
    shared = io.StringIO()
    writer = csv.writer(shared)
    st = struct.Struct("<ihd")

    def use():
        assert json.loads(json.dumps(x)) == x
        assert json.loads(json.dumps(x, indent=1)) == x
        assert pickle.loads(pickle.dumps(x)) == x
        assert copy.deepcopy(x) == x
        assert st.unpack(st.pack(1, 2, 3.5)) == (1, 2, 3.5)
        for i in range(20):
            assert struct.unpack("<%ds" % i, b"a" * i) == (b"a" * i,)
        writer.writerow(["a", 1, "b,c"])
        assert next(csv.reader(['1,"2,3"'])) == ["1", "2,3"]
        try:
            json.dumps(changing)
            pickle.dumps(changing)
            repr(changing)
        except RuntimeError:
            pass
        if shared.tell() > 10000:
            shared.seek(0)
            shared.truncate()

    def change():
        for i in range(20):
            changing["k"].append(i)
            changing[i] = [i]
        for i in range(20):
            changing["k"].pop()
            changing.pop(i, None)

    def reading():
        r = csv.reader(["a,b"] * 100)

        def take():
            for row in r:
                assert row == ["a", "b"]
        together(take, take)
    return use, use, change, reading


@case
def numbers():
    rnd = random.Random(1)
    ctx = decimal.Context(prec=20)
    D = decimal.Decimal

    def use():
        assert 0 <= rnd.random() < 1 and 1 <= rnd.randint(1, 5) <= 5 and 0 <= random.random() < 1
        rnd.getrandbits(100), rnd.shuffle([1, 2, 3])
        st = rnd.getstate()
        assert len(st[1]) == 625
        assert ctx.divide(D(1), D(8)) == D("0.125")
        ctx.prec = 20
        ctx.flags[decimal.Inexact] = False
        ctx.clear_flags()
        with decimal.localcontext() as c:
            c.prec = 5
            assert str(D(1) / D(3)) == "0.33333"
        d = datetime.datetime(2020, 1, 2, 3, 4, 5)
        assert d.isoformat() == "2020-01-02T03:04:05" and hash(d) == hash(datetime.datetime(2020, 1, 2, 3, 4, 5))
        assert datetime.datetime.strptime("2020", "%Y").year == 2020

    def seed():
        rnd.seed(3)
        rnd.setstate(random.Random(1).getstate())
    return use, use, seed


@case
def digests():
    h = hashlib.sha256()
    n = [0]

    def update():
        h.update(b"a" * 3000)
        h.copy().hexdigest()
        assert len(h.digest()) == 32

    def compress():
        c = zlib.compressobj()
        d = zlib.decompressobj()
        data = b"hello" * 100
        assert d.decompress(c.compress(data) + c.flush()) == data

    shared = [zlib.compressobj()]

    def together_compress():
        try:
            shared[0].compress(b"abc" * 100)
            shared[0].copy()
        except (zlib.error, ValueError):
            shared[0] = zlib.compressobj()

    def renew():
        try:
            shared[0].flush()
        except (zlib.error, ValueError):
            pass
        shared[0] = zlib.compressobj()
    return update, update, compress, together_compress, together_compress, renew


@case
def contexts():
    v = contextvars.ContextVar("v", default=0)
    shared = contextvars.copy_context()

    def use():
        for i in range(20):
            tok = v.set(i)
            assert v.get() == i
            v.reset(tok)
        c = contextvars.copy_context()
        assert c.run(lambda: (v.set(5), v.get())[1]) == 5 and v.get() == 0
        try:
            shared.run(v.set, 3)
        except RuntimeError as e:
            assert "already entered" in str(e)
        list(shared), shared.get(v)
    return use, use, use


@case
def loggers():
    out = io.StringIO()
    log = logging.getLogger("hammer")
    log.propagate = False
    log.setLevel("INFO")
    handler = logging.StreamHandler(out)
    log.addHandler(handler)

    def use():
        log.info("message %d", 1)
        logging.getLogger("hammer.%d" % (time.perf_counter_ns() % 20)).debug("x")
        if out.tell() > 10000:
            out.seek(0)
            out.truncate()

    h = logging.NullHandler()

    def configure():
        log.addHandler(h)
        log.removeHandler(h)

    def warn():
        warnings.filterwarnings("ignore", message="hammered")
        warnings.warn("hammered")
        del warnings.filters[:-5]
        warnings.filterwarnings("ignore", message="hammered")
    return use, use, configure, warn


@case
def weak_references():
    class K:
        pass
    keep = [K() for i in range(20)]
    wd, wk, ws = weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet()
    hits = []

    def use():
        for i, k in enumerate(keep):
            wd[i] = k
            wk[k] = i
            ws.add(k)
            r = weakref.ref(k, lambda r: hits.append(1))
            assert r() is k
            assert weakref.proxy(k).__class__ is K
        x = K()
        weakref.finalize(x, hits.append, 2)
        del x
        keep[len(hits) % 20] = K()

    def collect():
        gc.collect()

    def look():
        try:
            for k, v in list(wd.items()):
                assert type(v) is K
        except RuntimeError as e:
            assert "during iteration" in str(e)
        len(wk), len(ws), len(wd)
        weakref.getweakrefcount(keep[0])
        del hits[:-100]
    return use, use, look, collect


@case
def imports():
    names = ["colorsys", "sched", "textwrap", "fractions", "cmd", "shlex", "difflib", "calendar", "gettext", "wave", "graphlib",
             "tomllib", "html.parser", "xml.dom.minidom", "email.message", "wsgiref.headers"]

    def once():
        for n in names:
            sys.modules.pop(n, None)

        def load():
            for n in names:
                m = importlib.import_module(n)
                assert m.__name__ == n and len(dir(m)) > 8, n
        together(load, load, load)

    def others():
        import os.path, collections.abc
        sys.path.append("/nowhere")
        try:
            import no_such_module
        except ImportError:
            pass
        try:
            sys.path.remove("/nowhere")
        except ValueError:
            pass
        importlib.invalidate_caches()
    return once, others


@case
def exceptions():
    e = ValueError("x")
    e2 = KeyError("y")

    def throw():
        try:
            raise e
        except ValueError as x:
            x.__traceback__, x.args, str(x), repr(x)
        try:
            try:
                raise e2
            except KeyError:
                raise e from e2
        except ValueError as x:
            x.__cause__, x.__context__, x.__suppress_context__
        e.__context__ = None
        e2.__context__ = None
        e.args = (1, "two", 3.0)
        e.args = ("x",)
        e.__traceback__ = None
        e2.with_traceback(None)

    def look():
        tb = e.__traceback__
        n = 0
        while tb is not None and n < 100:
            tb.tb_lineno, tb.tb_frame.f_code.co_name
            tb = tb.tb_next
            n += 1
        e.add_note("n")
        e.__notes__.clear()
        assert len(e.args) in (1, 3)
    return throw, throw, look


@case
def frames():
    def rec(n):
        if n:
            return rec(n - 1)
        return sys._getframe().f_back.f_locals

    def run():
        assert rec(10)["n"] == 1

    def look():
        for fr in getattr(sys, "_current_frames", dict)().values():
            fr.f_lineno, fr.f_code.co_name
            k = fr
            for i in range(30):
                if k is None:
                    break
                k = k.f_back
        threading.enumerate(), threading.active_count()
    return run, run, look


main()
