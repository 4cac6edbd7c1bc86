"""Tasks of one loop take turns at every await, and wait at the same time."""
import asyncio
import time


async def nap(name, seconds):
    start = time.perf_counter()
    await asyncio.sleep(seconds)
    naps.append(time.perf_counter() - start)
    return name


async def step(name):
    for number in range(3):
        steps.append(f"{name}{number}")
        await asyncio.sleep(0)


async def fail():
    raise KeyError("lost")


async def main():
    start = time.perf_counter()
    print(await asyncio.gather(nap("slow", 0.4), nap("slow too", 0.4), nap("quick", 0.2), nap("last", 0.4)))
    assert sum(naps) > 2 * (time.perf_counter() - start)

    first, second = asyncio.create_task(step("a"), name="first"), asyncio.create_task(step("b"))
    assert not first.done() and steps == []
    await first
    await second
    print(first.get_name(), steps)

    results = await asyncio.gather(nap("fine", 0), fail(), return_exceptions=True)
    print(results)
    try:
        await asyncio.gather(nap("fine", 0), fail())
        raise AssertionError("nothing failed")
    except KeyError as error:
        print("raised:", error)

    done, pending = await asyncio.wait(
        [asyncio.create_task(nap("now", 0)), asyncio.create_task(nap("later", 3_600))],
        return_when=asyncio.FIRST_COMPLETED,
    )
    print([task.result() for task in done], len(pending))
    for task in pending:
        task.cancel()

    order = []
    for coming in asyncio.as_completed([nap("third", 0.4), nap("first", 0), nap("second", 0.2)]):
        order.append(await coming)
    print(order)

    many = await asyncio.gather(*(nap(number, 0.1) for number in range(500)))
    assert many == list(range(500))
    assert asyncio.current_task() in asyncio.all_tasks()
    return len(many)


naps, steps = [], []
print(asyncio.run(main()))
print("ok")
