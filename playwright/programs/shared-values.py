"""Shared values and arrays are the same memory in every process."""
import ctypes
import multiprocessing
from multiprocessing import sharedctypes


class Place(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_double)]


def change(number, ratio, row, letters, bare):
    number.value *= 2
    ratio.value += 0.25
    for index in range(len(row)):
        row[index] **= 2
    row[1:3] = [-1, -2]
    letters.value = letters.value.upper()
    bare[0] = bare[-1] + 1


if __name__ == "__main__":
    number = multiprocessing.Value("i", 21)
    ratio = multiprocessing.Value("d", 0.5)
    row = multiprocessing.Array("i", range(5))
    letters = multiprocessing.Array("c", b"tide")
    bare = multiprocessing.Array("d", 4, lock=False)
    assert list(bare) == [0.0] * 4

    process = multiprocessing.Process(target=change, args=(number, ratio, row, letters, bare))
    process.start()
    process.join()
    assert process.exitcode == 0
    print(number.value, ratio.value, row[:], letters.value, list(bare))

    assert len(row) == 5 and row[-1] == 16 and list(row) == row[:]
    with row.get_lock():
        row[0] += 7
    with number:
        number.value += 1
    assert (row[0], number.value) == (7, 43)
    assert not hasattr(bare, "get_lock")
    try:
        row[5] = 1
        raise AssertionError("past the end")
    except IndexError as error:
        print(type(error).__name__)
    try:
        number.value = "many"
        raise AssertionError("not a number")
    except TypeError:
        print("only numbers")

    place = Place(2, 0.5)
    copies = [sharedctypes.copy(place), sharedctypes.copy(sharedctypes.RawValue(Place, 3, 0.25))]
    place.x = 0
    print([(each.x, each.y) for each in copies])
    print("ok")
