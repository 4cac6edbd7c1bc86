"""Generators, loops and context managers may await."""
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager


async def count(limit):
    try:
        for number in range(limit):
            await asyncio.sleep(0)
            yield number
    finally:
        await asyncio.sleep(0)
        log.append(f"counted to {limit}")


class Boat:
    async def __aenter__(self):
        await asyncio.sleep(0)
        log.append("cast off")
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        log.append(f"moored after {error!r}")
        return isinstance(error, ValueError)


@asynccontextmanager
async def lit(name):
    log.append(f"{name} lit")
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        log.append(f"{name} out")


async def echo():
    heard = yield
    while True:
        heard = yield f"heard {heard}"


async def main():
    print([number async for number in count(4) if number % 2], {n: n * n async for n in count(3)})
    print([await task for task in [asyncio.create_task(asyncio.sleep(0, n)) for n in range(3)]])

    async with aclosing(count(100)) as numbers:
        async for number in numbers:
            if number == 2:
                break
    print(log)

    log.clear()
    async with Boat() as boat, lit("lamp"):
        assert isinstance(boat, Boat)
        raise ValueError("storm")
    async with AsyncExitStack() as stack:
        for name in ("a", "b"):
            await stack.enter_async_context(lit(name))
        stack.callback(log.append, "first thing")
    print(log)

    reply = echo()
    await anext(reply)
    print(await reply.asend("ahoy"), await reply.asend("again"))
    await reply.aclose()
    print(await anext(reply, "nothing more"))


log = []
asyncio.run(main())
print("ok")
