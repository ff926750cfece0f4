import threading, time
t = threading.Thread(target=time.sleep, args=(.5,))
t.start()
t.join()
