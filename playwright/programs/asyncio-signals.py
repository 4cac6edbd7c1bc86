"""The queues, locks, events, conditions, semaphores and barriers of asyncio keep tasks in order."""
import asyncio


async def main():
    line, taken = asyncio.Queue(maxsize=2), []

    async def produce():
        for number in range(6):
            await line.put(number)
            assert line.qsize() <= 2

    async def consume():
        while True:
            number = await line.get()
            await asyncio.sleep(0)
            taken.append(number)
            line.task_done()

    consumers = [asyncio.create_task(consume()) for _ in range(2)]
    await produce()
    await line.join()
    for task in consumers:
        task.cancel()
    print("queue:", sorted(taken), line.empty())
    for kind, pieces in ((asyncio.LifoQueue(), [1, 2, 3]), (asyncio.PriorityQueue(), [2, 3, 1])):
        for piece in pieces:
            kind.put_nowait(piece)
        print(type(kind).__name__, [await kind.get() for _ in pieces])
    try:
        line.get_nowait()
        raise AssertionError("something out of nothing")
    except asyncio.QueueEmpty:
        pass

    lock, places = asyncio.Lock(), asyncio.Semaphore(2)
    inside, most = {"lock": 0, "places": 0}, {"lock": 0, "places": 0}

    async def visit(name, door):
        async with door:
            inside[name] += 1
            most[name] = max(most[name], inside[name])
            await asyncio.sleep(0.005)
            inside[name] -= 1

    visits = [visit("lock", lock) for _ in range(4)] + [visit("places", places) for _ in range(6)]
    await asyncio.gather(*visits)
    print("most inside:", most, lock.locked())

    bell, changed, seen = asyncio.Event(), asyncio.Condition(), []

    async def listen(name):
        await bell.wait()
        async with changed:
            await changed.wait_for(lambda: "news" in seen)
            seen.append(name)

    async def ring():
        bell.set()
        await asyncio.sleep(0.01)
        async with changed:
            seen.append("news")
            changed.notify_all()

    await asyncio.gather(listen("a"), listen("b"), ring())
    print("heard:", seen)

    gate = asyncio.Barrier(3)

    async def pass_gate():
        async with gate as place:
            return place

    print("barrier:", sorted(await asyncio.gather(*(pass_gate() for _ in range(3)))))


asyncio.run(main())
print("ok")
