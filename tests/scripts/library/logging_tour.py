import sys as _s, re as _r; _s.stdout = type("Out", (), {"write": lambda self, s: _s.__stdout__.write(_r.sub(r"""(file |WARNING |['"])/(?:[^'"/]*/)+(?=\w+\.py)""", r"\1", s)), "flush": lambda self: None, "isatty": lambda self: False, "encoding": "utf-8", "fileno": lambda self: 1, "__repr__": lambda self: "<out>"})()
import logging, logging.handlers, logging.config, sys, io, os, tempfile, queue, threading, json, warnings
sys.stderr = io.StringIO()
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
d = tempfile.mkdtemp()
root = logging.getLogger(); logging.warning("root default %s", 1); root.handlers.clear(); logging.lastResort
log = logging.getLogger("a.b.c"); log.warning("last resort"); print(log, log.parent, log.getEffectiveLevel(), log.hasHandlers(), logging.getLogger("a.b"), root)
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(funcName)s|%(lineno)d|%(module)s|%(message)s")); root.addHandler(h); root.setLevel("DEBUG"); print(h)
def f(): log.info("in f %(x)d", {"x": 5}); log.debug("two %s %s", "a", "b"); log.log(25, "custom"); log.error("err", stack_info=False); log.critical("c", extra={"k": 1})
f(); logging.addLevelName(25, "NOTE"); f(); print(logging.getLevelName(25), logging.getLevelName("NOTE"), logging.getLevelName(7), logging.getLevelNamesMapping()["NOTE"])
try: 1 / 0
except ZeroDivisionError: log.exception("caught %s", "it"); log.error("exc_info", exc_info=True); log.warning("w", exc_info=ValueError("v"))
log.info("bad %d", "str"); log.info("bad %s %s", 1); log.info("none", "extra"); log.info(5); log.info("100%"); log.info("%s", ("a",)); log.info({"a": 1})
logging.raiseExceptions = False; log.info("bad %d", "x"); logging.raiseExceptions = True
for st, fmt in (("{", "{levelname}:{message}:{name:>8}"), ("$", "$levelname ${message}"), ("%", "%(message)s")): h.setFormatter(logging.Formatter(fmt, style=st)); log.info("styled %s", st)
t(logging.Formatter, "{x", style="{"); t(logging.Formatter, "plain", style="%"); t(logging.Formatter, "$", style="$"); t(logging.Formatter, "x", style="!"); t(logging.Formatter, "%(message)Z"); t(logging.Formatter, "{message!q}", style="{"); print(logging.Formatter("%(nope)s %(x)s", defaults={"x": 1, "nope": 2}).format(logging.makeLogRecord({"msg": "m"})))
t(h.setLevel, "NOPE"); t(log.setLevel, 5.5); t(log.log, "x", "m"); t(logging.getLogger, 5); t(log.info); t(log.info, "x", extra={"message": 1}); t(log.info, "x", bogus=1); t(logging.basicConfig, bogus=1); t(logging.basicConfig, stream=1, filename="x", force=True) ; t(logging.basicConfig, handlers=[], stream=1, force=True); t(logging.disable, "BAD")
root.handlers[:] = [h]; h.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
class F(logging.Filter):
    def filter(self, r):
        if "secret" in r.getMessage(): return False
        r.msg = r.msg + "!"; return True
ff = F(); log.addFilter(ff); log.info("secret"); log.info("ok"); log.removeFilter(ff); log.addFilter(lambda r: r.levelno > 20); log.info("no"); log.warning("yes"); log.filters.clear(); print(logging.Filter("a.b").filter(logging.makeLogRecord({"name": "a.bc"})), logging.Filter("a.b").filter(logging.makeLogRecord({"name": "a.b.x"})))
logging.disable(logging.WARNING); log.warning("disabled"); log.error("en"); logging.disable(logging.NOTSET); log.propagate = False; log.error("no prop"); log.propagate = True; log.disabled = True; log.error("dis"); log.disabled = False
ad = logging.LoggerAdapter(log, {"u": 1}); ad.info("adapted"); print(ad, ad.isEnabledFor(10))
class Ad(logging.LoggerAdapter):
    def process(self, m, k): return f"[{self.extra['u']}] {m}", k
Ad(log, {"u": 2}).warning("x %s", 1)
class E2(logging.Handler):
    def emit(self, r): raise RuntimeError("handler broke")
class E3(logging.Handler):
    def emit(self, r):
        try: raise KeyError("inner")
        except Exception: self.handleError(r)
e3 = E3(); log.addHandler(e3); log.info("trigger"); log.removeHandler(e3); e2 = E2(); log.addHandler(e2); t(log.info, "x"); log.removeHandler(e2)
fn = os.path.join(d, "x.log"); fh = logging.FileHandler(fn, "w", delay=True); print(str(fh).replace(d, "D"), os.path.exists(fn)); log.addHandler(fh); log.info("to file ü"); fh.close(); print(open(fn, encoding="utf8").read()); log.removeHandler(fh)
rh = logging.handlers.RotatingFileHandler(fn, maxBytes=30, backupCount=2); log.addHandler(rh); h.setLevel(100)
for i in range(6): log.info("rotating %d", i)
log.removeHandler(rh); rh.close(); print(sorted(os.listdir(d)), [open(os.path.join(d, x)).read() for x in sorted(os.listdir(d))])
mh = logging.handlers.MemoryHandler(3, logging.ERROR, h); h.setLevel(0); log.propagate = False; log.addHandler(mh); log.info("m1"); print("buffered", len(mh.buffer)); log.info("m2"); log.error("flush"); mh.close(); log.removeHandler(mh); log.propagate = True
q = queue.Queue(); qh = logging.handlers.QueueHandler(q); ql = logging.handlers.QueueListener(q, h, respect_handler_level=True); log.propagate = False; log.addHandler(qh); ql.start()
ths = [threading.Thread(target=lambda i=i: log.info("thread %d", i), name=f"T{i}") for i in range(3)]
for x in ths: x.start(); x.join()
try: raise OSError("qexc")
except OSError: log.exception("queued exc")
ql.stop(); log.removeHandler(qh); log.propagate = True; t(ql.start) if 0 else None
cfg = {"version": 1, "disable_existing_loggers": False, "formatters": {"b": {"format": "B %(message)s"}, "j": {"()": "__main__.JF", "indent": None}}, "filters": {"f": {"()": F}}, "handlers": {"c": {"class": "logging.StreamHandler", "formatter": "b", "stream": "ext://sys.stdout", "filters": ["f"]}, "j": {"class": "logging.StreamHandler", "formatter": "j", "stream": "ext://sys.stdout", "level": "ERROR"}}, "loggers": {"cfg": {"level": "INFO", "handlers": ["c", "j"], "propagate": False}}, "root": {"level": "WARNING", "handlers": []}}
class JF(logging.Formatter):
    def __init__(self, indent=4): super().__init__(); self.indent = indent
    def format(self, r): return json.dumps({"m": r.getMessage(), "l": r.levelname}, indent=self.indent)
logging.config.dictConfig(cfg); lc = logging.getLogger("cfg"); lc.info("hi"); lc.error("er"); lc.debug("no")
def bad(**k): c = {**cfg, **k}; logging.config.dictConfig(c)
t(bad, version=2); t(bad, handlers={"x": {"class": "nope.Nope"}}); t(bad, handlers={"x": {"class": "logging.StreamHandler", "formatter": "zz"}}); t(bad, formatters={"q": {"format": "%(message)Z"}}); t(bad, loggers={"l": {"handlers": ["nope"]}}); t(bad, loggers={"l": {"level": "NOPE"}}); t(logging.config.dictConfig, {}); t(logging.config.dictConfig, 5); t(bad, handlers={"x": {"class": "logging.StreamHandler", "bogus": 1}}); t(bad, root=5)
ini = os.path.join(d, "l.ini"); open(ini, "w").write("[loggers]\nkeys=root,z\n[handlers]\nkeys=h\n[formatters]\nkeys=f\n[logger_root]\nlevel=NOTSET\nhandlers=h\n[logger_z]\nqualname=zz\nhandlers=h\nlevel=ERROR\npropagate=0\n[handler_h]\nclass=StreamHandler\nargs=(sys.stdout,)\nformatter=f\n[formatter_f]\nformat=INI %(levelname)s %(message)s\n")
logging.config.fileConfig(ini, disable_existing_loggers=False); logging.getLogger("zz").error("from ini"); logging.getLogger("zz").info("no"); t(logging.config.fileConfig, "/nonexist"); t(logging.config.fileConfig, io.StringIO("[x]\n"))
logging.captureWarnings(True); warnings.warn("captured"); logging.captureWarnings(False)
r = logging.LogRecord("n", 20, "/p/file.py", 5, "m %s", ("a",), None); print(r, r.getMessage(), r.module, r.filename, r.threadName, r.processName, r.taskName); logging.setLogRecordFactory(lambda *a, **k: logging.LogRecord(*a, **k)); print(logging.getLogRecordFactory() is not None, logging.getHandlerNames(), logging.getHandlerByName("zz"))
class My(logging.Logger):
    def note(self, m): self._log(25, m, ())
logging.setLoggerClass(My); logging.getLogger("mine").note("from my"); t(logging.setLoggerClass, int); print(root.getChild("q.w"), sorted(x.name for x in logging.getLogger("a").getChildren())); logging.shutdown(); import pickle; print(pickle.loads(pickle.dumps(log)) is log)
