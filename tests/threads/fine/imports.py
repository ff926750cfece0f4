import threading, time
threads = [threading.Thread(target=__import__, args=(m,)) for m in ("json", "csv", "decimal", "json", "csv", "decimal") * 3]
for t in threads:
    t.start()
for t in threads:
    t.join()
