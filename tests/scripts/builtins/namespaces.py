# Builtins that are no dict, code objects made into functions, hooks.
import sys, types, functools, operator, inspect
code = compile("superglobal", "test", "eval")
print(eval(code, {'__builtins__': types.MappingProxyType({'superglobal': 1})}))
for b in (types.MappingProxyType({}), 123):
    try:
        eval(code, {'__builtins__': b})
    except (NameError, TypeError) as e:
        print(type(e).__name__, e)
class D(dict):
    def __getitem__(self, k):
        raise ValueError('asked for ' + k)
try:
    exec(compile("superglobal", "t", "exec"), {'__builtins__': D(superglobal=1)})
except ValueError as e:
    print(e)
try:
    exec("class A: pass", {'__builtins__': {}})
except NameError as e:
    print(e)
ns = {'__builtins__': types.MappingProxyType({'__import__': lambda *args: args[0]})}
exec("import foo.bar", ns)
print(ns['foo'])
g = {'x': 3}
types.FunctionType(compile("y = x + 1", "f", "exec"), g)()
print(g['y'])
import ast
co = compile("await z()", "f", "eval", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
async def z(): return 5
c = types.FunctionType(co, {'z': z})()
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
for args in (('A\udcdcB', (), {}), ('A', (), {'__doc__': 'x\udcdcy'})):
    try:
        type(*args)
    except UnicodeEncodeError as e:
        print(e)
class S:
    """S(raw, size=3)\n--\n\nWhat it does."""
print(S.__text_signature__, inspect.signature(S))
p = functools.partial(int, base=2)
p.x = 1
try:
    del p.__dict__
except TypeError as e:
    print(e)
p.__setstate__((int, (), {}, None))
print(p.__dict__, operator.attrgetter('x').__text_signature__, inspect.signature(operator.itemgetter(1)), inspect.signature(functools.cmp_to_key(max)))
a = bytearray(b',')
def it():
    a.clear()
    yield b'A'
try:
    a.join(it())
except BufferError as e:
    print(e)
print(sys.breakpointhook is sys.__breakpointhook__, max.__doc__.split('\n')[0])
print(type([].__getitem__), type({}.__contains__), type(set().__contains__))
