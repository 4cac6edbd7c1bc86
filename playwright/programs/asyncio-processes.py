"""A loop goes on while processes and commands work for it."""
import asyncio
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, STDOUT
from concurrent.futures import ProcessPoolExecutor

PROGRAM = """
import sys
print(sys.stdin.read().upper(), end="")
print("careful", file=sys.stderr)
sys.exit(3)
"""


def square(number):
    return number * number


async def main():
    loop = asyncio.get_running_loop()
    ticks = 0

    async def tick():
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0.01)

    ticking = asyncio.create_task(tick())
    with ProcessPoolExecutor(1) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, square, number) for number in range(5))))
        try:
            await loop.run_in_executor(pool, divmod, 1, 0)
            raise AssertionError("divided")
        except ZeroDivisionError:
            print("raised here too")
    assert ticks > 1

    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    assert process.returncode is None
    out, err = await process.communicate(b"in small letters\n")
    print(out, err, process.returncode)

    cat = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE, stderr=STDOUT)
    for line in (b"one\n", b"two\n"):
        cat.stdin.write(line)
        await cat.stdin.drain()
        assert await cat.stdout.readline() == line
    cat.stdin.close()
    print("left:", await cat.stdout.read(), await cat.wait())

    sleepers = [await asyncio.create_subprocess_exec("sleep", "30", stdout=DEVNULL) for _ in range(2)]
    try:
        await asyncio.wait_for(sleepers[0].wait(), timeout=0.1)
        raise AssertionError("thirty seconds have passed")
    except TimeoutError:
        sleepers[0].terminate()
        sleepers[1].kill()
    codes = [await sleeper.wait() for sleeper in sleepers]
    assert codes == [-signal.SIGTERM, -signal.SIGKILL]
    try:
        await asyncio.create_subprocess_exec("no-such-command")
        raise AssertionError("there is such a command")
    except FileNotFoundError:
        print("not found")
    closed = await asyncio.create_subprocess_exec("sleep", "30", stdout=PIPE)
    closed._transport.close()
    assert await closed.wait() == -signal.SIGKILL
    ticking.cancel()


if __name__ == "__main__":
    asyncio.run(main())
    print("ok")
