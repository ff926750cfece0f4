def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


class E(Exception):
    pass


class Init(Exception):
    def __init__(self, a, b=2):
        self.a = a


show("""
E(), E(1), E(1, 'a'), str(E()), str(E(1)), str(E(1, 2)), repr(E('x')), E('a').args, E(E('in'))
E(x=1)
Init(1).args, Init(1, 2).args, str(Init(5)), repr(Init(5, 6))
Init()
str(KeyError('k')), str(KeyError()), str(KeyError(1, 2)), repr(KeyError('k')), str(KeyError('')), KeyError('k').args
StopIteration(5).value, StopIteration().value, StopIteration(1, 2).value
SystemExit().code, SystemExit(3).code, SystemExit('m').code, SystemExit(1, 2).code
OSError(2, 'No such file').errno, OSError(2, 'msg', 'f').filename, str(OSError(2, 'msg', 'f')), str(OSError(2, 'msg')), str(OSError('only')), OSError(2, 'm').args, OSError(1, 2, 3, None, 5).filename2
type(OSError(2, 'x')).__name__, type(OSError(13, 'x')).__name__, type(OSError(17, 'x')).__name__, type(OSError(9999, 'x')).__name__, type(OSError(2)).__name__, type(OSError(11, 'x')).__name__, type(OSError(32, 'x')).__name__
str(OSError(2, 'm', 'a', None, 'b')), repr(OSError(2, 'm', 'a'))
UnicodeDecodeError('utf-8', b'abc', 0, 1, 'why').reason, str(UnicodeDecodeError('utf-8', b'a\\xff', 1, 2, 'bad')), str(UnicodeEncodeError('ascii', 'a\u20ac', 1, 2, 'no')), str(UnicodeTranslateError('abc', 0, 2, 'no'))
str(UnicodeDecodeError('utf-8', b'abc', 0, 3, 'many')), UnicodeDecodeError('u', b'a', 0, 1, 'r').object, UnicodeDecodeError('u', b'a', 0, 1, 'r').end
UnicodeDecodeError('utf-8', 'abc', 0, 1, 'why')
UnicodeDecodeError('utf-8')
SyntaxError('m', ('f', 1, 2, 'text')).lineno, str(SyntaxError('m', ('f.py', 3, 2, 'text'))), str(SyntaxError('m')), SyntaxError('m', ('f', 1, 2, 't', 5, 6)).end_offset, SyntaxError().msg
SyntaxError('m', (1,))
SyntaxError('m', 5)
ImportError('m', name='n', path='p').name, ImportError('m').path, ModuleNotFoundError('x', name='y').name
ImportError('m', nope=1)
AttributeError('m', name='n', obj=5).obj, NameError('m', name='q').name
AttributeError('m', zz=1)
BaseException(1) == BaseException(1), hash(E()) != None, E.__mro__[1:3], issubclass(KeyError, LookupError), issubclass(BrokenPipeError, ConnectionError), issubclass(KeyboardInterrupt, Exception)
ZeroDivisionError.__bases__, RecursionError.__bases__, FileNotFoundError.__bases__, UnicodeError.__bases__, ModuleNotFoundError.__bases__, IndentationError.__mro__[1:4], EncodingWarning.__bases__, PythonFinalizationError.__bases__
IOError is OSError, EnvironmentError is OSError, BlockingIOError(11, 'm', 5).characters_written
BlockingIOError(11, 'm').characters_written
E('a').add_note('n')
E('a').add_note(5)
E('a').__notes__
E(1).__reduce__(), OSError(2, 'm', 'f').__reduce__()[1], KeyError('k').__reduce__()[1], Init(1).__reduce__()[1]
E(1).__setstate__({'extra': 5}), E(1).__setstate__(None)
E(1).__setstate__(5)
E.__name__, E.__module__, E().__dict__, E.__doc__, ValueError.__doc__, Exception.__doc__
BaseException.__new__(ValueError, 1, 2), ValueError.__new__(ValueError)
BaseException.__new__(int)
""")
