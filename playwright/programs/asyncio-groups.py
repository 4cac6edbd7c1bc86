"""A task group waits for all of its tasks, and when one fails it calls off the others and raises both."""
import asyncio


async def work(name, seconds=0.0):
    try:
        await asyncio.sleep(seconds)
        log.append(f"{name} done")
        return name
    except asyncio.CancelledError:
        log.append(f"{name} called off")
        raise


async def fail(error, seconds=0.0):
    try:
        await asyncio.sleep(seconds)
    finally:
        raise error


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(name, 0.01)) for name in ("a", "b")]
        tasks.append(group.create_task(work("c"), name="named"))
    print([task.result() for task in tasks], tasks[-1].get_name(), sorted(log))

    log.clear()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("slow", 3_600))
            group.create_task(fail(ValueError("first"), 0.01))
            group.create_task(fail(OSError("second"), 3_600))
            await asyncio.sleep(3_600)
        raise AssertionError("the group went well")
    except* ValueError as group:
        print("values:", [str(error) for error in group.exceptions])
    except* OSError as group:
        print("system:", [str(error) for error in group.exceptions])
    print(log)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError("inside"), 3_600))
            await asyncio.sleep(0)
            raise LookupError("body")
    except ExceptionGroup as error:
        print(sorted(type(each).__name__ for each in error.exceptions))

    async def nested():
        async with asyncio.TaskGroup() as inner:
            inner.create_task(fail(KeyError("deep")))

    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(nested())
    except* KeyError as error:
        print("nested:", [type(each).__name__ for each in error.exceptions])

    late = work("late")
    try:
        outer.create_task(late)
        raise AssertionError("a finished group took a task")
    except RuntimeError:
        late.close()
        print("finished")


log = []
asyncio.run(main())
print("ok")
