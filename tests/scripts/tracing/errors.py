"""What trace functions may do wrong, f_trace and its switches."""
import sys

def f():
    x = 1
    x += 1
    return x

def bad(frame, event, arg):
    raise ValueError(event)
sys.settrace(bad)
try:
    f()
except ValueError as e:
    print("call:", e, sys.gettrace())

def bad_line(frame, event, arg):
    if event == "line" and frame.f_lineno - frame.f_code.co_firstlineno == 2:
        raise KeyError(event)
    return bad_line
sys.settrace(bad_line)
try:
    f()
except KeyError as e:
    print("line:", e, sys.gettrace())
sys.settrace(None)

def bad_return(frame, event, arg):
    if event == "return":
        raise IndexError(arg)
    return bad_return
sys.settrace(bad_return)
try:
    f()
except IndexError as e:
    print("return:", e, sys.gettrace())

log = []
def quiet(frame, event, arg):
    log.append(event)
    frame.f_trace_lines = False
    return quiet
sys.settrace(quiet); f(); sys.settrace(None)
print(log)

log.clear()
def once(frame, event, arg):
    log.append(event)
    return None
sys.settrace(once); f(); f(); sys.settrace(None)
print(log)

log.clear()
def local(frame, event, arg):
    log.append(("local", event))
def first(frame, event, arg):
    log.append(("first", event))
    return local
sys.settrace(first); f(); sys.settrace(None)
print(log)

# f_locals and f_lineno of the traced frame, which may be written to.
def change(frame, event, arg):
    if event == "line":
        log.append((frame.f_lineno - frame.f_code.co_firstlineno, dict(frame.f_locals)))
        if frame.f_locals.get("x") == 2:
            frame.f_locals["x"] = 40
    return change
log.clear()
sys.settrace(change); r = f(); sys.settrace(None)
print(log, r)

# The trace function itself is not traced.
depth = 0
def nested(frame, event, arg):
    log.append(frame.f_code.co_name)
    f()
    return nested
log.clear()
sys.settrace(nested); f(); sys.settrace(None)
print(log)

def with_exc():
    try:
        {}["k"]
    except KeyError:
        raise TypeError("t") from None
log.clear()
def exc(frame, event, arg):
    if event == "exception":
        log.append((arg[0].__name__, str(arg[1]), arg[2] is not None))
    elif event == "return":
        log.append(("return", arg))
    return exc
sys.settrace(exc)
try:
    with_exc()
except TypeError:
    pass
sys.settrace(None)
print(log)

class Callable:
    def __call__(self, frame, event, arg):
        log.append(event)
log.clear()
sys.setprofile(Callable())
max(1, 2)
sys.setprofile(None)
print(log)

def bad_profile(frame, event, arg):
    raise OSError(event)
sys.setprofile(bad_profile)
try:
    len([])
except OSError as e:
    print("profile:", e, sys.getprofile())

for name in "settrace", "setprofile":
    try:
        getattr(sys, name)()
    except TypeError as e:
        print(e)
try:
    sys._getframe().f_lineno = 3
except ValueError as e:
    print(e)
