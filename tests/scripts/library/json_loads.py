"""json.loads with every kind of argument."""
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
json.loads('{"a": [true, false]}')
json.loads(b'[1]')
json.loads('[1, 2.5, null]', parse_int=str)
json.loads('[NaN]')
json.loads('[1e400]')
json.loads('[1, 2.5, null]')
json.loads('"\\u00e9\\n"')
json.loads('{"a" 1}', {1, 2}, {'b': 1, 'a': (2,)})
json.loads('[1,]', parse_int=str)
json.loads({1: 2.5, None: True})
json.loads(float('nan'), '{"a": [true, false]}')
json.loads({1, 2}, object_pairs_hook=list)
json.loads('nul', parse_int=str)
json.loads(float('nan'))
json.loads([1, 'é', None], object_pairs_hook=list)
json.loads('{"a" 1}')
json.loads('"\x01"')
json.loads(5)
""")
