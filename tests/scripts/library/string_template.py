"""Template with odd placeholders."""
from string import Template


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
Template('${x}y').safe_substitute({'x': 2}, y=3)
Template('$$').substitute({'x': 2})
Template('$é').safe_substitute(x=1)
Template('no').safe_substitute(5)
Template('$x $y').get_identifiers()
Template('').get_identifiers()
Template('$é').get_identifiers()
Template('${x').safe_substitute(x=1)
Template('').substitute()
Template('${a b}').get_identifiers()
Template('${x}y').is_valid()
Template('$x').substitute({'x': 2}, y=3)
Template('').safe_substitute()
Template('').substitute(5)
Template('$$').is_valid()
Template('${x}y').get_identifiers()
Template('${x}y').substitute(x=1)
Template('$x $y').safe_substitute(x=1)
Template('x$').safe_substitute(x=1)
Template('$x $y').is_valid()
Template('$é').is_valid()
Template('$1').safe_substitute({'x': 2})
Template('${').safe_substitute({'x': 2})
Template('$x_y').safe_substitute({'x': 2}, y=3)
Template('$1').is_valid()
Template('${x}y').safe_substitute()
Template('$x $y').substitute({'x': 2}, y=3)
Template('$').is_valid()
Template('${a b}').safe_substitute(x=1)
Template('${a b}').is_valid()
Template('$x_y').is_valid()
Template('no').is_valid()
Template('${').is_valid()
Template('$1').is_valid(x=1)
Template('$').substitute({'x': 2})
Template('${x').is_valid({'x': 2}, y=3)
Template('${x').get_identifiers({'x': 2}, y=3)
Template('${').get_identifiers(x=1)
Template('$1').is_valid({'x': 2})
Template('$x').substitute()
Template('${x}y').substitute(5)
Template('$x').get_identifiers(5)
Template('$x_y').substitute({'x': 2}, y=3)
Template('x$').substitute({'x': 2})
""")
