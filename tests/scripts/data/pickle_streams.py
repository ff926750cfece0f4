import pickle,sys
for p in range(6):
    for o in (1.0, 1e100, -5, 70000, 2**40, 2**64, -2**63, 'a\u20ac\n', b'', b'ab\xff', (), (1,), (1,2,3,4), [1], [1,2], {1:2}, {1:2,3:4}, {1}, frozenset([1]), bytearray(b'xy'), bytearray(), len, int, type(None), [].append, Ellipsis, 1j, range(3), slice(1,2), OSError(2,'x')):
        try: print(p, pickle.dumps(o,p))
        except Exception as e: print(p,type(e).__name__,e)
d={i:i for i in range(1000)}
print(pickle.dumps(d)[-10:]); print(pickle.dumps(set(d))[-10:]); print(pickle.dumps(list(d))[-10:],pickle.dumps(list(range(1001)))[-10:])
for bad in (b'', b'\x80', b'x', b'a.', b'(a.',b'.',b'\x80\x09', b'I1x\n.', b'Iabc\n.', b'L1x\n.', b'Fabc\n.', b'S1\n.', b"S'\n.", b'Vabc', b'g1\n.', b'gx\n.', b'p-1\n.', b'Np-1\n.', b'h\x05.', b'\x82\x00.', b'\x82\xf0.', b'cfoo\nbar\n.', b'cbuiltins\nfoo\n.', b'\x97.', b'NNb.', b'(NNNd.', b']N(NNu.', b'NN\x93.', b'\x95\xff\xff\xff\xff\xff\xff\xff\xff.', b'\x95\x10\0\0\0\0\0\0\0.', b'B\xff\xff\xff\xff', b'\x8e\xff\xff\xff\xff\xff\xff\xff\xff.', b'\x8e\xff\xff\xff\xff\xff\xff\xff\x7f.', b'\x8b\xff\xff\xff\xff.', b'NNR.', b'NNN\x92.', b'N)\x81.', b'P1\n.', b'NQ.', b'P\xff\n.',b'(', b'(.', b'((1.', b'0.', b'2.',b't.', b'e.', b'NN\x90.',b'N(N\x90.', b'\x8a\x00.', b'J12', b"S'\\x'\n.", b'I\n.', b'F\n.', b'L\n.', b'F1_0\n.', b'I 5\n.', b'I010\n.', b'I0b1\n.', b'I01\n.', b'I001\n.', b'F 1.5\n.', b'Finf\n.', b'F1e999\n.', b'\'.', b'\xff'):
    try: print(bad, repr(pickle.loads(bad)))
    except Exception as e: print(bad,type(e).__name__,e)
