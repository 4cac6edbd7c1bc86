"""A task that blocks stops every other one of its loop; what a callback raises is handed to the loop."""
import asyncio
import time


async def block():
    ticks = []

    async def tick():
        while True:
            ticks.append(1)
            await asyncio.sleep(0.01)

    task = asyncio.create_task(tick())
    time.sleep(0.1)
    blocked = len(ticks)
    await asyncio.sleep(0.1)
    task.cancel()
    return blocked, len(ticks) > 1


async def compute():
    turns = []

    async def count(name):
        for _ in range(3):
            sum(range(20_000))
            turns.append(name)

    await asyncio.gather(count("a"), count("b"))
    return turns


async def fail_in_a_callback():
    problems = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: problems.append(type(context["exception"]).__name__))
    loop.call_soon(int, "x")
    await asyncio.sleep(0)
    return problems


print("ticks while blocked, and after:", asyncio.run(block()))
print("without an await nobody gets a turn:", asyncio.run(compute()))
print(asyncio.run(fail_in_a_callback()))
print("ok")
