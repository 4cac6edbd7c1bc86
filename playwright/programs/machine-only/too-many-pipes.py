"""Too many pipes or locks at once are refused with an error that says so, and closing gives them back."""
import multiprocessing

MORE_THAN_THERE_ARE = 200_000


def refused_after(make):
    kept = []
    try:
        for _ in range(MORE_THAN_THERE_ARE):
            kept.append(make())
    except OSError as error:
        assert len(str(error)) > 10, "an error says what there is too much of"
        return kept, str(error)
    raise AssertionError("there was no end to them")


if __name__ == "__main__":
    pipes, told = refused_after(multiprocessing.Pipe)
    assert len(pipes) >= 50, len(pipes)
    assert "pipe" in told.lower(), told
    for pair in pipes:
        for connection in pair:
            connection.close()
    reader, writer = multiprocessing.Pipe(duplex=False)
    writer.send("there is room again")
    print(reader.recv())

    locks, told = refused_after(multiprocessing.Lock)
    assert len(locks) >= 200, len(locks)
    assert "lock" in told.lower() or "semaphore" in told.lower(), told
    locks.clear()
    with multiprocessing.Lock():
        print("and for locks")
    print("ok")
