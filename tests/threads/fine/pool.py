import time
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(4) as pool:
    assert list(pool.map(lambda x: (time.sleep(.3), x)[1], range(4))) == [0, 1, 2, 3]
    time.sleep(.3)
    assert pool.submit(time.sleep, .3).result() is None
