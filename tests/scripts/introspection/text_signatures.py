import inspect, itertools, operator, types
for f in (list.append, [].copy, len, object, type, int, bool, complex, memoryview, str.__add__, (1).__pow__, [].__contains__, {}.__setitem__, (1).__add__,
          object.__init__, object().__repr__, type.__call__, classmethod, property, itertools.chain, itertools.product, set().union, print, property.getter):
    print(getattr(f, '__qualname__', f), f.__text_signature__)
print(inspect.signature(object), inspect.signature((1).__add__), (1).__add__.__doc__, '|', object.__init__.__doc__)

class D: pass
class S: __slots__ = ()
class W: __slots__ = ('__weakref__',)
class DD: __slots__ = ('__dict__',)
class L(list): pass
class E(Exception): pass
class M(type): pass
for c in (D, S, W, DD, L, E, M, object, int, type, Exception, types.FunctionType, types.ModuleType):
    print(c.__name__, (c.__dictoffset__ > 0) - (c.__dictoffset__ < 0), (c.__weakrefoffset__ > 0) - (c.__weakrefoffset__ < 0))
for t, n in ((types.FunctionType, '__globals__'), (types.FunctionType, '__code__'), (types.MethodType, '__func__'), (slice, 'start'), (property, 'fget'), (super, '__self__'), (complex, 'real'), (type, '__base__')):
    print(t.__name__, n, type(vars(t)[n]).__name__)
try:
    (1j).real = 3
except AttributeError as e:
    print(e)

# Class methods, bound and unbound, and constructors.
import inspect, queue
for cls, names in ((int, ('__new__', 'from_bytes')), (dict, ('__new__', 'fromkeys', '__class_getitem__')), (bytes, ('fromhex', 'maketrans')),
                   (object, ('__init_subclass__', '__subclasshook__')), (property, ('__set_name__',)), (types.CodeType, ('replace', '__replace__')),
                   (types.SimpleNamespace, ('__replace__',))):
    for n in names:
        f = getattr(cls, n)
        print(cls.__name__, n, inspect.signature(f), n != 'maketrans' and f.__text_signature__)
for f in (ord, queue.SimpleQueue, types.TracebackType, types.GenericAlias):
    print(f.__name__, inspect.signature(f))
