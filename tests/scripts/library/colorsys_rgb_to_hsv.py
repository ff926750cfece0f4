"""colorsys.rgb_to_hsv with every kind of argument."""
import colorsys


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
colorsys.rgb_to_hsv(-0.5, 0.6, -0.5)
colorsys.rgb_to_hsv(0.4, 0.2, 0)
colorsys.rgb_to_hsv(1.5, 0.2, 0)
colorsys.rgb_to_hsv(0.6, 0.6, -0.5)
colorsys.rgb_to_hsv(True, 1.5, 0.2)
colorsys.rgb_to_hsv(0, 1, 0.4)
colorsys.rgb_to_hsv(0.2, True, -0.5)
colorsys.rgb_to_hsv(1.5, 0.4, 0.2)
colorsys.rgb_to_hsv(1.5, 0.2, -0.5)
colorsys.rgb_to_hsv(0, True, -0.5)
colorsys.rgb_to_hsv(True, True, 0.4)
colorsys.rgb_to_hsv(1, 0, -0.5)
colorsys.rgb_to_hsv(0, 1, 1)
colorsys.rgb_to_hsv(-0.5, -0.5, 1.5)
colorsys.rgb_to_hsv(0.4, 0, 0.6)
colorsys.rgb_to_hsv(0, 0.2, 0.4)
colorsys.rgb_to_hsv(True, 0.6, -0.5)
colorsys.rgb_to_hsv(-0.5, 0.2, 0.6)
colorsys.rgb_to_hsv(-0.5, -0.5, 1)
colorsys.rgb_to_hsv('a', 0.4, 0)
colorsys.rgb_to_hsv(None, -0.5)
colorsys.rgb_to_hsv(0.4, 0.2, 'a')
colorsys.rgb_to_hsv(0.4)
colorsys.rgb_to_hsv(0.2, 0.4, 0.6, 1)
colorsys.rgb_to_hsv(nope=1)
colorsys.rgb_to_hsv()
""")
