import _csv
def clean(x):
    import re
    return re.sub(" at 0x[0-9a-f]+", "", repr(x))
def t(f,*a,**k):
    try: print(clean(a),k,'->',clean(f(*a,**k)))
    except Exception as e: print(clean(a),k,type(e).__name__, e)
for q in (2,4,5): 
  for s in (',1', '', ' ,', '1,', '"",', ' 1,','"1"2,','\\1,'): t(lambda s,q: list(_csv.reader([s],quoting=q,escapechar='\\',skipinitialspace=True)),s,q)
class It:
    def __init__(s): s.n=0
    def __iter__(s): return s
    def __next__(s):
        s.n+=1
        if s.n==1: next(s.r)
        return '"a"'
i=It(); i.r=_csv.reader(i); t(list,i.r) if 0 else None

t(lambda: _csv.reader([], dialect=5)); t(lambda: _csv.reader([], delimiter=',', dialect='excel'))
t(lambda: _csv.reader([], 'a', dialect='excel'))
class D: 
    delimiter=';'; quotechar="'"; strict=1; quoting=3
r=_csv.reader([],D); print(r.dialect.delimiter, r.dialect.quotechar,r.dialect.strict)
class D2:
    @property
    def delimiter(s): raise ValueError('x')
t(_csv.reader,[],D2())
class W:
    def write(self,x): return [x]
t(_csv.writer(W()).writerow,[1]); t(_csv.writer(W()).writerows,[[1],[2]])
class W:
    write=5
t(_csv.writer,W())
class B:
    def __str__(s): return 5
t(_csv.writer(W).writerow,[B()]) if 0 else None
class G:
    def __iter__(s): raise OSError('z')
class W:
    def write(self,x): return x
t(_csv.writer(W()).writerow,G()); t(_csv.writer(W()).writerow,(x/0 for x in [1]))
t(_csv.Dialect, delimiter=',', bogus=1); t(_csv.Dialect, 1,2,3,4,5,6,7,8,9,10)
t(_csv.register_dialect, 'k', delimiter='::'); t(_csv.register_dialect,'k',_csv.Dialect)
for k in ('delimiter','quotechar','escapechar'):
  t(_csv.reader,[],**{k:' ','skipinitialspace':1})
t(_csv.reader,[],delimiter='\n',quotechar='\n'); t(_csv.reader,[],quoting=-1,delimiter=5);t(_csv.reader,[],quoting=99,delimiter='xx'); t(_csv.reader,[],quotechar=5,delimiter='\n')
t(_csv.reader,[],lineterminator=None,quotechar=None,quoting=1); t(_csv.reader,[],quotechar='\n',lineterminator=None)
import array
class F(float): pass
t(_csv.writer(W()).writerow,[F(1.5),1+2j,b'x']);t(_csv.writer(W(),quoting=2).writerow,[F(1.5),1+2j,b'x',True])
