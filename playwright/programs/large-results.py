"""Five megabytes go to another process and come back whole, through a pool, a queue and a pipe."""
import multiprocessing
import zlib
from concurrent.futures import ProcessPoolExecutor

SIZE = 5 * 1024 * 1024


def make(size):
    return bytes(range(256)) * (size // 256)


def checked(data):
    return len(data), zlib.crc32(data)


def flip(data):
    return data[::-1]


def answer(queue, connection):
    data = queue.get()
    connection.send_bytes(data)
    queue.put([data, data[:10]])


if __name__ == "__main__":
    original = make(SIZE)
    expected = checked(original)
    with multiprocessing.Pool(1) as pool:
        assert checked(pool.apply(make, (SIZE,))) == expected
        assert pool.apply(checked, (original,)) == expected
        assert pool.map(flip, [original, b"small"]) == [original[::-1], b"llams"]
    print("a pool:", expected)

    with ProcessPoolExecutor(1) as executor:
        assert checked(executor.submit(flip, original[::-1]).result()) == expected
        numbers = executor.submit(list, range(300_000)).result()
    print("an executor:", len(numbers), numbers[-1])

    queue = multiprocessing.Queue()
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=answer, args=(queue, there))
    process.start()
    queue.put(original)
    assert here.recv_bytes() == original
    data, start = queue.get(timeout=9)
    process.join()
    assert (data, start) == (original, original[:10])
    print("a pipe and a queue:", len(data))
    print("ok")
