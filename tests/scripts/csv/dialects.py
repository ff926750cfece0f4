import _csv, io
def clean(x):
    import re
    return re.sub(" at 0x[0-9a-f]+", "", repr(x))
def t(f,*a,**k):
    try: print(a,k,'->',clean(f(*a,**k)))
    except Exception as e: print(clean(a),k,type(e).__name__, e)
R=lambda **k: _csv.reader([],**k)
for k in ('delimiter','quotechar','escapechar','lineterminator','doublequote','skipinitialspace','strict','quoting'):
    for v in ('', 'ab', 5, None, b'a', '\n', ' ', '\r','x', 1.5, [], 7, -1, True, 'é'):
        t(R,**{k:v})
t(R,delimiter='x',quotechar='x');t(R,delimiter='x',escapechar='x');t(R,quotechar='x',escapechar='x');t(R,delimiter='x',lineterminator='ax')
t(R,quotechar='x',lineterminator='ax');t(R,escapechar='x',lineterminator='ax')
t(R,quotechar=None,quoting=0);t(R,quotechar='',quoting=3);t(R,quotechar=None)
t(R,delimiter=' ',skipinitialspace=True);t(R,quotechar=' ',skipinitialspace=True);t(R,escapechar=' ',skipinitialspace=True)
t(R,foo=1);t(_csv.reader);t(_csv.reader,1);t(_csv.reader,[],[],[]);t(_csv.reader,[],'nope');t(_csv.writer);t(_csv.writer,1);t(_csv.Dialect,1,2);t(_csv.Dialect)
t(_csv.field_size_limit,'x');t(_csv.field_size_limit,1,2);t(_csv.field_size_limit,1<<80);t(_csv.field_size_limit);t(_csv.field_size_limit,-5);t(_csv.field_size_limit,131072)
t(_csv.register_dialect);t(_csv.register_dialect,1);t(_csv.register_dialect,'a');t(_csv.register_dialect,'a','b','c');t(_csv.get_dialect,'zz');t(_csv.get_dialect,'a');t(_csv.unregister_dialect,'zz');t(_csv.unregister_dialect,[]);t(_csv.list_dialects,1)
d=_csv.get_dialect('a')
try: d.delimiter=1
except Exception as e: print(type(e),e)
try: d.quoting=1
except Exception as e: print(type(e),e)
try: d.strict=1
except Exception as e: print(type(e),e)
t(_csv.Reader);t(_csv.Writer)
try: r.line_num=4
except Exception as e: print(type(e),e)
r=_csv.reader([]); w=_csv.writer(io.StringIO())
print(r.line_num)
for x in (5,None,'ab',[object],[1.5,1,None,'a']): t(w.writerow,x)
t(w.writerows,5);t(w.writerows,[5])
for x in ([1],1,None,[b'a']): t(lambda x:list(_csv.reader([x])),x)
for s,k in (('a\0b',{}),('"a',{}),('"a',dict(strict=True)),('"a"b',dict(strict=True)),('a\rb',{}),('a\nb',{}),('a\\',dict(escapechar='\\')),('a\\',dict(escapechar='\\',strict=True)),('1,x,"y"',dict(quoting=2)),(',,""',dict(quoting=5)),(',1,"",a',dict(quoting=4)),(',1,"",2',dict(quoting=4)), ('"a\r\nb"',{}), ('"a\nb\nc"',{}),('a,"b',{}), ('"\n',{}),('a\r',{}),('a\r\n',{}),('a\r\r',{})):
    t(lambda s,k: list(_csv.reader([s],**k)),s,k)
_csv.field_size_limit(3);t(lambda: list(_csv.reader(['abcd'])));_csv.field_size_limit(131072)
def W(row,**k):
    s=io.StringIO(); n=_csv.writer(s,**k).writerow(row); return n,s.getvalue()
for row,k in (([],{}),([''],{}),([None],{}),([None],dict(quoting=3)),([''],dict(quoting=3)),(['a b','c,d','e"f','g\nh','\r'],{}),(['a,b'],dict(quoting=3)),(['a"b'],dict(quoting=3)),(['a"b'],dict(doublequote=False)),(['a"b'],dict(doublequote=False,escapechar='\\')),(['a\\b'],dict(escapechar='\\')),(['a\\b'],dict(escapechar='\\',quoting=3)),([1,'a',1.5,None,True],dict(quoting=2)),([1,'a',1.5,None,''],dict(quoting=4)),([1,'a',1.5,None,''],dict(quoting=5)),([' a','b'],dict(skipinitialspace=True)),([' ',''],dict(delimiter=' ',escapechar=None)),(['a','',None],dict(delimiter=' ',skipinitialspace=True)),(['a',''],dict(delimiter=' ',skipinitialspace=True,quoting=3)),(['a'],dict(lineterminator='XY')),(['aX'],dict(lineterminator='XY')),(['','a'],dict(delimiter=' ',skipinitialspace=True,quoting=4)),([None,1],dict(delimiter=' ',skipinitialspace=True,quoting=4)),([None,1],dict(delimiter=' ',skipinitialspace=True,quoting=5)),(['a\nb'],dict(quoting=3)),(['a\nb'],dict(quoting=3,escapechar='e')),(['a\rb'],dict(quoting=3,lineterminator='x')),(['a\rb'],dict(lineterminator='x')),([10**30,2.5e300],{}),(['a"b'],dict(quotechar=None,quoting=3)),(['a"b'],dict(escapechar='\\',quoting=3)),([''],dict(quoting=4)),([None],dict(quoting=4)),([None],dict(quoting=5)),([None],dict(quoting=2)),([None],dict(quoting=1)),(['"'],dict(doublequote=True)),(['"'],dict(doublequote=False,escapechar='e'))):
    t(W,row,**k)
class D(_csv.Dialect): 
  delimiter=';'
print(D().delimiter); 
import csv
t(_csv.reader,[],csv.excel); t(_csv.Dialect, csv.excel, delimiter='|'); t(lambda: _csv.Dialect(_csv.get_dialect('a')) is _csv.get_dialect('a'))
import copy,pickle
t(copy.copy,d); t(pickle.dumps,d)
t(_csv.reader([]).__class__.__reduce_ex__,_csv.reader([]),2)
