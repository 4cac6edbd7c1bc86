"""A pipe carries objects both ways or one way, and says when its other end is gone."""
import multiprocessing
from multiprocessing.connection import wait


def echo(connection):
    try:
        while True:
            connection.send(("heard", connection.recv()))
    except EOFError:
        connection.close()


def raises(expected, act):
    try:
        act()
    except expected as error:
        return type(error).__name__
    raise AssertionError(f"no {expected}")


if __name__ == "__main__":
    here, there = multiprocessing.Pipe()
    process = multiprocessing.Process(target=echo, args=(there,))
    process.start()
    there.close()
    for message in ("ahoy", {"depth": [1, 2, None]}, b"\x00" * 200_000):
        here.send(message)
        heard, back = here.recv()
        assert back == message
    print("three messages were", heard)
    assert not here.poll()
    here.send("once more")
    assert here.poll(timeout=8)
    print(here.recv())
    assert wait([here, process.sentinel], timeout=0.05) == []
    here.close()
    assert wait([process.sentinel], timeout=9) == [process.sentinel]
    process.join()
    print("the echo ended with", process.exitcode)

    reader, writer = multiprocessing.Pipe(duplex=False)
    assert (reader.readable, reader.writable, writer.readable, writer.writable) == (True, False, False, True)
    print(raises(OSError, writer.recv), raises(OSError, lambda: reader.send(1)))
    writer.send_bytes(b"0123456789", 2, 5)
    print(reader.recv_bytes())
    writer.send("the last")
    writer.close()
    assert reader.poll(), "what was sent is still there, and then the end"
    print(reader.recv())
    assert reader.poll()
    print(raises(EOFError, reader.recv))

    left, right = multiprocessing.Pipe()
    others = [multiprocessing.Pipe(duplex=False) for _ in range(3)]
    others[1][1].send("from the middle")
    ready = wait([left, *(reader for reader, _ in others)], timeout=8)
    assert ready == [others[1][0]]
    print(ready[0].recv())
    right.close()
    print(raises(OSError, lambda: left.send("to nobody")))
    assert left.closed is False
    left.close()
    assert left.closed
    raises(OSError, left.recv)
    print("ok")
