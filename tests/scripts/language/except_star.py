"""Except star."""
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
except* ValueError as e: print("V", e.exceptions)
except* (TypeError, KeyError) as e: print("T", e.exceptions)
else: print("no")
finally: print("fin")
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), OSError(2)])
    except* ValueError as e:
        raise TypeError("new")
except ExceptionGroup as e: print(repr(e), e.exceptions)
try:
    try: raise ValueError("naked")
    except* ValueError as e: print(repr(e)); raise
except ExceptionGroup as e: print("again", repr(e))
try:
    try: raise ExceptionGroup("g", [OSError(2)])
    except* ValueError: print("no")
except ExceptionGroup as e: print(repr(e), e.__context__)
try:
    pass
except* ValueError: pass
else: print("else*")
