# A signal handler ends the wait for the other end of a FIFO, or lets it go on.
import os, signal, tempfile, threading, sys, time
d=tempfile.mkdtemp(); p=os.path.join(d,'f'); os.mkfifo(p)
def h(s,f): raise KeyError('sig')
signal.signal(signal.SIGALRM, h)
for mode in ('rb','wb'):
    signal.setitimer(signal.ITIMER_REAL, .1)
    t0=time.monotonic()
    try: open(p,mode)
    except KeyError: print('interrupted', time.monotonic()-t0<3)
n=[]
def h2(s,f): n.append(1)
signal.signal(signal.SIGALRM, h2); signal.setitimer(signal.ITIMER_REAL, .1)
t=threading.Timer(.3, lambda: open(p,'wb').close()); t.start()
with open(p,'rb') as f: print('opened', n, f.read())
t.join()
def st():
    f=open(p,'rb'); print(f.read(3)); f.close()
t=threading.Thread(target=st); t.start()
with open(p,'wb', buffering=0) as f: f.write(b'abc')
t.join()
# a daemon thread in open does not keep the program
threading.Thread(target=open, args=(p,'rb'), daemon=True).start()
time.sleep(.05)
print('end')
