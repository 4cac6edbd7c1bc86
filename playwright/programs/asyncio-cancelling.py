"""A task that is cancelled may tidy up first, and whoever waits for it is told."""
import asyncio


async def tidy(name):
    try:
        log.append(f"{name} began")
        await asyncio.sleep(3_600)
    except asyncio.CancelledError as error:
        log.append(f"{name} told {error}")
        await asyncio.sleep(0.01)
        raise
    finally:
        log.append(f"{name} tidied")


async def refuse():
    try:
        await asyncio.sleep(3_600)
    except asyncio.CancelledError:
        asyncio.current_task().uncancel()
        return "stayed"


async def cancelled(task):
    try:
        await task
    except asyncio.CancelledError:
        return task.cancelled()
    return False


async def main():
    task = asyncio.create_task(tidy("desk"))
    await asyncio.sleep(0)
    assert task.cancel("go home")
    assert not task.done() and task.cancelling() == 1
    assert await cancelled(task)
    assert not task.cancel(), "what is done cannot be cancelled"
    print(log)

    log.clear()
    early = asyncio.create_task(tidy("never"))
    early.cancel()
    assert await cancelled(early)
    print("before its first step:", log)

    stubborn = asyncio.create_task(refuse())
    await asyncio.sleep(0)
    stubborn.cancel()
    print("refused:", await stubborn, stubborn.cancelled())

    async def outer():
        await tidy("inner")

    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    task.cancel()
    assert await cancelled(task)
    both = asyncio.gather(tidy("one"), tidy("two"))
    await asyncio.sleep(0)
    both.cancel()
    try:
        await both
        raise AssertionError("gathered")
    except asyncio.CancelledError:
        await asyncio.sleep(0.05)
    print([line for line in log if line.endswith("tidied")])

    called = []
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(called.append)
    future.cancel()
    await asyncio.sleep(0)
    assert called == [future] and future.cancelled()
    # What still runs at the end of main is called off by asyncio.run.
    log.clear()
    asyncio.create_task(tidy("left over"))
    await asyncio.sleep(0)


log = []
asyncio.run(main())
print(log[-1])
print("ok")
