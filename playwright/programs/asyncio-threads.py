"""A loop goes on while threads work for it, and threads can hand it work."""
import asyncio
import contextvars
import threading
from concurrent.futures import ThreadPoolExecutor

user = contextvars.ContextVar("user", default="nobody")


def wait_for(event):
    assert event.wait(timeout=8)
    return threading.current_thread() is threading.main_thread(), user.get()


def fail():
    raise LookupError("in the thread")


async def answer(value):
    await asyncio.sleep(0.01)
    return value, threading.current_thread() is threading.main_thread()


async def main():
    loop = asyncio.get_running_loop()
    event = threading.Event()
    user.set("Ida")
    waiting = asyncio.create_task(asyncio.to_thread(wait_for, event))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    event.set()
    print(await waiting)

    together = threading.Barrier(4, timeout=8)
    with ThreadPoolExecutor(4) as pool:
        print(sorted(await asyncio.gather(*(loop.run_in_executor(pool, together.wait) for _ in range(4)))))
    print(await loop.run_in_executor(None, pow, 2, 8))
    try:
        await asyncio.to_thread(fail)
        raise AssertionError("nothing failed")
    except LookupError as error:
        print(error)

    called = asyncio.Event()
    thread = threading.Thread(target=loop.call_soon_threadsafe, args=(called.set,))
    thread.start()
    await asyncio.wait_for(called.wait(), timeout=8)
    thread.join()

    def ask():
        return asyncio.run_coroutine_threadsafe(answer("handed over"), loop).result(timeout=8)

    print(await asyncio.to_thread(ask))

    # Every thread may have a loop of its own.
    loops = await asyncio.gather(*(asyncio.to_thread(asyncio.run, answer(number)) for number in range(3)))
    print(loops)


asyncio.run(main())
assert threading.active_count() == 1
print("ok")
