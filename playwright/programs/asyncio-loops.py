"""A loop calls back in the order of time, runs once at a time, and keeps what a runner keeps."""
import asyncio
import contextvars


async def schedule():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    now = loop.time()
    loop.call_at(now + 0.6, done.set_result, "the last")
    loop.call_at(now + 0.5, order.append, "third")
    loop.call_later(0.05, order.append, "second")
    loop.call_later(0.1, order.append, "never").cancel()
    loop.call_soon(order.append, "first")
    assert order == []
    assert not loop.get_debug()
    assert loop.is_running()
    return await done


async def run_inside():
    inner = asyncio.sleep(0)
    try:
        asyncio.run(inner)
        raise AssertionError("two loops at once")
    except RuntimeError as error:
        inner.close()
        return str(error)


async def change(name):
    before = user.get()
    user.set(name)
    return before


order = []
print(asyncio.run(schedule()), order)
print(asyncio.run(run_inside()))

user = contextvars.ContextVar("user", default="nobody")
with asyncio.Runner() as runner:
    assert runner.run(change("Ida")) == "nobody"
    print("the runner kept", runner.run(change("Grace")))
    loop = runner.get_loop()
    assert not loop.is_closed()
assert loop.is_closed()
assert user.get() == "nobody"
print("a new run found", asyncio.run(change("Joan")))

try:
    asyncio.get_running_loop()
    raise AssertionError("a loop runs")
except RuntimeError as error:
    print(error)
print("ok")
