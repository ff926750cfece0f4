"""json.dumps with every kind of argument."""
import json


def r(x):
    """repr() that does not depend on the order of sets."""
    if isinstance(x, (set, frozenset)):
        return type(x).__name__ + "{" + ", ".join(sorted(map(r, x))) + "}"
    if type(x) in (list, tuple):
        return "[("[type(x) is tuple] + ", ".join(map(r, x)) + "])"[type(x) is tuple]
    return repr(x)


def show(text):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line, "->", r(eval(line)))
        except Exception as e:
            print(line, "!!", type(e).__name__, "|", e)


show(r"""
json.dumps([1, 'é', None])
json.dumps({1: 2.5, None: True})
json.dumps('[1, 2.5, null]')
json.dumps(float('nan'))
json.dumps(None)
json.dumps('"\x01"', ensure_ascii=False)
json.dumps({'b': 1, 'a': (2,)}, ensure_ascii=False)
json.dumps('nul')
json.dumps('{"a": [true, false]}', sort_keys=True)
json.dumps({'b': 1, 'a': (2,)}, sort_keys=True)
json.dumps('[1e400]', default=str)
json.dumps('[NaN]', default=str)
json.dumps([1, 'é', None], separators=(';', '='))
json.dumps({1, 2}, default=str)
json.dumps('1 2')
json.dumps('"\\u00e9\\n"', indent=1)
json.dumps('[1,]')
json.dumps('-', separators=(';', '='))
json.dumps(5, '{"a" 1}')
json.dumps(b'[1]', '[NaN]', '"\x01"')
json.dumps()
json.dumps({1, 2})
json.dumps({(1,): 2}, indent=1)
json.dumps(b'[1]')
json.dumps(3j)
json.dumps({1: 2.5, None: True}, sort_keys=True)
""")
