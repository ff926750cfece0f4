import threading
e = threading.Event()
threading.Timer(.5, e.set).start()
e.wait()
