"""Copies that run at the same time wait for the disk at the same time, from threads, processes and tasks."""
import asyncio
import multiprocessing
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FILES = [f"{number}.bin" for number in range(4)]


def copy(name):
    started = time.perf_counter()
    subprocess.run(["rsync", "-a", f"from/{name}", "to/"], check=True)
    return time.perf_counter() - started


async def copy_all():
    async def copy_one(name):
        process = await asyncio.create_subprocess_exec("rsync", "-a", f"from/{name}", "to/")
        assert await process.wait() == 0

    await asyncio.gather(*map(copy_one, FILES))


def timed(act):
    started = time.perf_counter()
    result = act()
    return time.perf_counter() - started, result


def arrived():
    found = [Path("to", name).read_bytes() == Path("from", name).read_bytes() for name in FILES]
    for name in FILES:
        Path("to", name).unlink()
    return found


if __name__ == "__main__":
    for folder in ("from", "to"):
        Path(folder).mkdir()
    for number, name in enumerate(FILES):
        Path("from", name).write_bytes(bytes([number]) * 50_000)

    elapsed, times = timed(lambda: [copy(name) for name in FILES])
    print("one after the other:", all(arrived()))
    assert sum(times) < 1.2 * elapsed + 0.01

    with ThreadPoolExecutor(4) as pool:
        elapsed, times = timed(lambda: list(pool.map(copy, FILES)))
        assert sum(times) > 1.5 * elapsed, (times, elapsed)
        print("in threads:", all(arrived()))
    asyncio.run(copy_all())
    print("in tasks:", all(arrived()))
    with multiprocessing.Pool(2) as pool:
        pool.map(copy, FILES, chunksize=1)
    print("in processes:", all(arrived()))
    print("ok")
