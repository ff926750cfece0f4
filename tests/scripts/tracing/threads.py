"""threading.settrace, setprofile and their forms for all threads."""
import sys, threading

names = []
def tracer(frame, event, arg):
    if frame.f_code.co_name == "work":
        names.append((event, threading.current_thread().name))
        return tracer
    return None

def work():
    x = 1
    return x

threading.settrace(tracer)
print(threading.gettrace() is tracer, sys.gettrace())
t = threading.Thread(target=work, name="traced")
t.start(); t.join()
threading.settrace(None)
print(names)
names.clear()
work()
print(names)

prof = []
def profiler(frame, event, arg):
    if frame.f_code.co_name == "count":
        prof.append((event, getattr(arg, "__name__", arg)))
def count():
    return len([1, 2])
threading.setprofile(profiler)
print(threading.getprofile() is profiler, sys.getprofile())
t = threading.Thread(target=count); t.start(); t.join()
threading.setprofile(None)
print(prof)

# A thread that already runs is traced from its next safe point on.
go, traced, stop = threading.Event(), threading.Event(), threading.Event()
def seen(frame, event, arg):
    if frame.f_code.co_name == "poll":
        traced.set()
def poll():
    pass
def runs():
    go.set()
    while not stop.is_set():
        poll()
    print("other thread:", sys.gettrace() is seen)
t = threading.Thread(target=runs); t.start()
go.wait()
threading.settrace_all_threads(seen)
print("this thread:", sys.gettrace() is seen, traced.wait(20))
stop.set(); t.join()
threading.settrace_all_threads(None)
print(sys.gettrace(), threading.gettrace())

threading.setprofile_all_threads(profiler)
print(sys.getprofile() is profiler)
threading.setprofile_all_threads(None)
print(sys.getprofile())
