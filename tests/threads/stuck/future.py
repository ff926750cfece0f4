# want: deadlock: all 2 threads wait
from concurrent.futures import Future, ThreadPoolExecutor
with ThreadPoolExecutor(1) as pool:
    pool.submit(int).result()
    Future().result()
