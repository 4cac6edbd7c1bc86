"""A time-out calls off what takes too long, but not what is shielded."""
import asyncio


async def sleep_long():
    try:
        await asyncio.sleep(3_600)
    except asyncio.CancelledError:
        log.append("called off")
        raise


async def answer(value, seconds=0.05):
    await asyncio.sleep(seconds)
    log.append(value)
    return value


async def raises_timeout(awaitable):
    try:
        await awaitable
        return False
    except TimeoutError:
        return True


async def within(seconds, awaitable):
    async with asyncio.timeout(seconds):
        return await awaitable


async def main():
    assert await asyncio.wait_for(answer("in time"), timeout=8) == "in time"
    assert await raises_timeout(asyncio.wait_for(sleep_long(), timeout=0.05))
    assert await raises_timeout(within(0.05, sleep_long()))
    assert await raises_timeout(within(0, sleep_long()))
    assert await within(None, answer("no limit")) == "no limit"
    print(log)

    log.clear()
    async with asyncio.timeout(8) as limit:
        assert await answer("moved") == "moved"
        limit.reschedule(asyncio.get_running_loop().time() + 8)
    assert not limit.expired()
    try:
        async with asyncio.timeout(8):
            async with asyncio.timeout(0.05) as inner:
                await sleep_long()
    except TimeoutError:
        print("the inner one:", inner.expired())

    bell = asyncio.Event()
    shielded = asyncio.create_task(bell.wait())
    assert await raises_timeout(asyncio.wait_for(asyncio.shield(shielded), timeout=0.05))
    assert not shielded.done()
    bell.set()
    print("shielded:", await shielded)

    tasks = [asyncio.create_task(answer("quick", 0)), asyncio.create_task(sleep_long())]
    done, pending = await asyncio.wait(tasks, timeout=0.5)
    print(len(done), "done,", len(pending), "pending")
    order = asyncio.as_completed([tasks[1]], timeout=0.05)
    assert await raises_timeout(next(iter(order)))
    assert not tasks[1].done(), "neither wait nor as_completed calls anything off"
    tasks[1].cancel()
    await asyncio.wait(tasks)
    assert tasks[1].cancelled()


log = []
asyncio.run(main())
print("ok")
