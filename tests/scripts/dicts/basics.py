def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


class D(dict):
    def __missing__(self, k):
        return f"missing {k!r}"


d = {"a": 1, "b": 2, 3: None}
show("""
{}, {'a': 1}, {1: 2, 1: 3}, dict(), dict(a=1), dict([(1, 2), ('x', 'y')]), dict({'a': 1}, b=2), dict(['ab', (1, 2)]), dict(zip('ab', [1, 2])), {**{'a': 1}, 'a': 2, **{'b': 3}}
d['a'], d.get('a'), d.get('z'), d.get('z', 0), d[3], len(d), 'a' in d, 1 in d, list(d)
d['z']
d[[]]
[] in d
d.get([])
dict(5)
dict([1])
dict([(1,)])
dict([(1, 2, 3)])
dict(['abc'])
dict([[], 1])
dict(1, 2)
dict({1: 2}, **{'a': 3}), dict(**{'x': 1})
dict(**{1: 2})
D()['k'], D(a=1)['a'], D().get('k'), 'k' in D()
D().pop('k')
d.keys(), d.values(), d.items(), list(reversed(d)), list(reversed(d.items()))
d.keys() & {'a', 'q'}, d.keys() - ['a', 'b'], sorted(map(str, d.keys() | {'q'})), d.items() & {('a', 1)}, d.keys() == {'a', 'b', 3}, d.keys() ^ d.keys(), d.keys().isdisjoint('xyz'), d.keys() >= {'a'}
d.values() == d.values(), d.items() == dict(d).items(), ('a', 1) in d.items(), ('a', 2) in d.items(), 2 in d.values(), 5 in d.items()
d.keys() + d.keys()
d.keys()[0]
type(d.items().mapping).__name__
d.keys().append
d == {'b': 2, 'a': 1, 3: None}, d != {}, {1: 1.0} == {1.0: 1}, {} == []
d < {}
d | {'z': 26}, {'z': 26} | d, d | [('q', 1)] if 0 else ''
d | [('q', 1)]
hash(d)
dict.fromkeys('ab'), dict.fromkeys([1, 2], []), dict.fromkeys({}, 1), D.fromkeys('a', 0), type(D.fromkeys('a')).__name__
dict.fromkeys(5)
dict.fromkeys()
{1: 'a', True: 'b', 1.0: 'c'}, {0: 0, False: 1}, {'a': 1, 'A': 2}, {(1, 2): 3, (1, 2.0): 4}
repr({'a': {}}), str({1: [2]}), f'{ {1: 2} }', bool({}), bool({0: 0}), not d
{}.popitem()
{}.pop('x')
{}.pop('x', None), {}.pop('x', 5)
{}.pop()
{}.setdefault()
{}.update(5)
{}.update([1])
{}.get()
d.__contains__('a'), d.__len__(), d.__getitem__('b'), d.__eq__(5), d.__or__(5), dict.__class_getitem__(int)
max(d, key=str), sorted({3: 'c', 1: 'a'}.items()), sum({1: 'x', 2: 'y'}), min({'b': 1, 'a': 2}), any({0: 1}), list(enumerate({'x': 1}))
""")
rec = {}
rec["self"] = rec
print(rec, rec.values(), rec.items())
