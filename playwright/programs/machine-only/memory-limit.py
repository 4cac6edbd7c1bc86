"""A program that wants more memory than its process has gets a MemoryError, and can go on."""
import multiprocessing

MEBIBYTE = 1024 * 1024


def fill(limit_mebibytes):
    blocks = []
    try:
        while len(blocks) < limit_mebibytes:
            blocks.append(bytearray(MEBIBYTE))
    except MemoryError:
        return len(blocks)
    return None


if __name__ == "__main__":
    room = fill(1_024)
    assert room is not None, "a gibibyte was there"
    assert 20 < room < 256, room
    assert fill(1_024) is not None, "and the same again"
    try:
        "x" * (500 * MEBIBYTE)
        raise AssertionError("half a gibibyte in one piece")
    except MemoryError:
        print("too much in one piece")
    assert len(bytes(10 * MEBIBYTE)) == 10 * MEBIBYTE, "what it gave back is there again"

    # A child has a memory of its own, with the same limit, and its error comes back as any other.
    with multiprocessing.Pool(1) as pool:
        assert 20 < pool.apply(fill, (1_024,)) < 256
        try:
            pool.apply(bytes, (500 * MEBIBYTE,))
            raise AssertionError("half a gibibyte in a child")
        except MemoryError:
            print("too much in a child as well")
        print("it goes on:", pool.apply(abs, (-1,)))
    print("ok")
