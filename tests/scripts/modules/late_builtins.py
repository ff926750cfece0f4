import builtins
print(hasattr(builtins, 'exit'), type(quit).__name__, repr(exit), callable(help), sorted(n for n in dir(builtins) if n in ('quit','exit','copyright','credits','license','help')))
print(builtins.__dict__['license'] is license, 'exit' in vars(builtins))
try: exi
except NameError as e: print(e)
try: builtins.nothing
except AttributeError as e: print(e)
builtins.exit = 5
print(exit, globals().get('exit'), eval('quit'))
del builtins.exit
try: exit
except NameError as e: print(e)
import os, site, stat, importlib.util
print(os, site, stat, importlib.util, os.__spec__.origin, os.__loader__.__name__, os.path is stat.__class__)
