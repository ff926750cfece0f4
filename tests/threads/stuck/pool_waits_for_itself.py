# want: deadlock: all 2 threads wait
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(1)
pool.submit(lambda: pool.submit(int).result()).result()
