# Streams that are no more than their attributes can be pickled and copied.
import _io
import copy
import io
import pickle

for c in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase, _io._IOBase, _io._RawIOBase, _io._TextIOBase):
    print([pickle.loads(pickle.dumps(c(), p)).__class__ for p in (2, 5)], copy.copy(c()).__class__)


class R(io.RawIOBase):
    def __init__(self):
        self.x = 1


r = pickle.loads(pickle.dumps(R()))
print(r.x, r.closed, copy.deepcopy(r).x)
for o in (io.FileIO(0, closefd=False), io.BufferedReader(io.BytesIO()), io.TextIOWrapper(io.BytesIO()), io.BufferedRandom(io.BytesIO())):
    for p in (0, 2):
        try:
            print(pickle.dumps(o, p))
        except TypeError as e:
            print(e)
