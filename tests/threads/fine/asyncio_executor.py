import asyncio, time
async def main():
    await asyncio.gather(*(asyncio.to_thread(time.sleep, .4) for _ in range(3)))
    await asyncio.sleep(.3)
asyncio.run(main())
