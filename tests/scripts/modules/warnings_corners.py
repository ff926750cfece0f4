# warnings and imports: what module globals must hold, and what classes without instances say.
import sys
import types
import warnings


def tell(f, *args, **kw):
    try:
        r = f(*args, **kw)
    except BaseException as e:
        print(type(e).__name__, e)
    else:
        print("ok", r)


def explicit(globs):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        tell(warnings.warn_explicit, "eggs", UserWarning, "bar", 1, module_globals=globs)
        print([(x.category.__name__, str(x.message)) for x in w])


loader = object()
explicit({"__name__": "bar"})
explicit({"__name__": "bar", "__spec__": None})
explicit({"__name__": "bar", "__loader__": None, "__spec__": types.SimpleNamespace(loader=None)})
explicit({"__name__": "bar", "__loader__": loader})
explicit({"__name__": "bar", "__loader__": loader, "__spec__": types.SimpleNamespace(loader=object())})
explicit({"__name__": "bar", "__loader__": loader, "__spec__": types.SimpleNamespace(loader=loader)})
explicit({"__name__": "bar", "__spec__": types.SimpleNamespace()})
explicit(5)

# A function put in as __init_subclass__ later is not bound.
class M:
    pass


def hook(*args, **kw):
    print("hook", args, kw)


M.__init_subclass__ = hook


class B:
    pass


class C(B, M, x=1):
    pass


@warnings.deprecated("no more")
class Old:
    pass


with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    class New(B, Old):
        pass
    Old()
    New()
    print([str(x.message) for x in w])

for v in sys.flags, sys.version_info:
    tell(type(v), v)
    tell(type(v).__new__, type(v), v)

tell(__import__, "sys", level=1)
tell(__import__, "sys", {}, level=1)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    tell(__import__, "x", {"__package__": "json", "__spec__": types.SimpleNamespace(parent="email")}, {}, ["a"], 1)
    print([str(x.message) for x in w])

with warnings.catch_warnings():
    warnings.filterwarnings("error")
    tell(warnings.warn, "one")
    del warnings.filters
    tell(warnings.warn, "two")
