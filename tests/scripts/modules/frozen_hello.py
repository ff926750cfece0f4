# The frozen modules that exist for trying FrozenImporter out.
import _imp
import importlib.machinery
import sys

for name in ("__hello__", "__hello_alias__", "__phello__", "__phello_alias__.spam", "__phello__.ham.eggs", "__phello__.ham.__init__", "__hello_only__", "nothing"):
    print(name, _imp.is_frozen(name), _imp.find_frozen(name))
    try:
        print(_imp.is_frozen_package(name), _imp.get_frozen_object(name).co_filename)
    except ImportError as e:
        print(e, e.name)
import __hello__
import __phello__.spam
import __phello__.ham.eggs
__hello__.main()
print(__hello__, __phello__, __phello__.spam.initialized, __phello__.ham.eggs.__name__)
print(__hello__.__spec__.origin, __hello__.__spec__.loader, __phello__.__spec__.submodule_search_locations is not None)
import __hello_only__
f = importlib.machinery.FrozenImporter
print(f.find_spec("__hello__") is not None, f.get_source("__hello__"), f.is_package("__phello__"))
_imp._override_frozen_modules_for_tests(-1)
print(f.find_spec("__hello__"), f.find_spec("zipimport") is not None)
_imp._override_frozen_modules_for_tests(0)
