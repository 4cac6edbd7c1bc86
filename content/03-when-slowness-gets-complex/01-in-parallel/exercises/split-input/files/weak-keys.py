"""Counts the weak keys in the files it is given: python3 weak-keys.py keys/site-01.txt keys/site-02.txt"""

import sys


def is_weak(key):
    divisor = 2
    while divisor * divisor <= key:
        if key % divisor == 0:
            return True
        divisor += 1
    return False


def count_weak(file):
    with open(file) as keys:
        return sum(is_weak(int(key)) for key in keys)


if __name__ == "__main__":
    print(sum(count_weak(file) for file in sys.argv[1:]))
