import _socket as S, socket, re
def t(f,*a,**k):
    try: print(getattr(f,'__name__','?'),a,k,'->',re.sub('at 0x[0-9a-f]+|fd=[0-9]+|, [0-9]{5}','',repr(f(*a,**k))))
    except BaseException as e: print(getattr(f,'__name__','?'),a,k,type(e).__module__,type(e).__name__, e.args)
for f in (S.htons,S.ntohs,S.htonl,S.ntohl):
    for x in (-1,1,65536,1<<32,1<<70,'a',1.5): t(f,x)
for x in ('1.2.3.4','1.2','0x7f.1','','1.2.3.256','1.2.3.4 x',5,None): t(S.inet_aton,x)
for x in (b'1234',b'123',bytearray(4),'x'): t(S.inet_ntoa,x)
for a in ((2,'1.2.3.4'),(2,'1.2'),(10,'::1'),(10,'::ffff:1.2.3.4'),(10,'zz'),(99,'x'),(2,)): t(S.inet_pton,*a)
for a in ((2,b'1234'),(2,b'123'),(10,bytes(16)),(10,b'\0'*10+b'\xff\xff\1\2\3\4'),(10,b'\0'*12+b'\1\2\3\4'),(10,b'1'),(99,b'x')): t(S.inet_ntop,*a)
for x in (-1,0,4,1<<62,'a'): t(S.CMSG_LEN,x); t(S.CMSG_SPACE,x)
s=S.socket(2,1)
print(s.timeout,s.family,s.type,s.proto, '')
try: s.family=3
except Exception as e: print(type(e),e)
try: s.timeout=3
except Exception as e: print(type(e),e)
s.close(); print(repr(s)); t(s.fileno); t(s.recv,1); t(s.close); t(s.detach); t(s.accept) if hasattr(s,'accept') else t(s._accept); t(s.getsockname); t(s.settimeout,1)
i=S.socket(10,1); t(i.bind,('::1',)); t(i.bind,('::1',0,1<<21)); t(i.bind,('::1',0,0,0,0)); t(i.bind,5); t(i.bind,('::1',-1)); t(i.bind,('127.0.0.1',0))
t(S.setdefaulttimeout,-1); t(S.getdefaulttimeout); t(S.setdefaulttimeout,'a'); t(S.close,9999); t(S.dup,9999); t(S.close,'a')
print(S.gaierror.__mro__,S.herror.__mro__,S.timeout,S.error,S.SocketType,S.socket.__name__,S.socket.__module__, S.__doc__)
