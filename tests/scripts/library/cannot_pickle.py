import pickle,io,copy
class S(io.FileIO): pass
class TW(io.TextIOWrapper): pass
for o in (open(__file__), open(__file__,'rb'), open(__file__,'rb',buffering=0), open('/dev/null','r+b',buffering=0),open('/dev/null','wb'), S(__file__), TW(open(__file__,'rb')), io.BufferedRandom(io.BytesIO()), io.TextIOWrapper(io.BytesIO()), io.BytesIO(b'x'),
   memoryview(b''), compile('1','','eval'), type, (lambda:0).__code__):
    for f in (lambda x: pickle.dumps(x,0), lambda x: pickle.dumps(x,2), copy.copy, lambda x: x.__reduce__(), lambda x: x.__getstate__()):
        try: f(o); print("ok", type(o).__name__)
        except Exception as e: print(type(o).__name__, type(e).__name__, e)
try: pickle.loads(b'T\0\0\0\x80.')
except Exception as e: print(e)
try: pickle.loads(b'T\0\0\0\x7f.')
except Exception as e: print(e)
