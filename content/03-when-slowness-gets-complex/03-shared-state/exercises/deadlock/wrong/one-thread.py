# fails: side-by-side: All moves were made by one thread
"""Moves disk space between volumes as moves.txt says."""

import threading
import time


class Volume:
    def __init__(self, name):
        self.name = name
        self.gigabytes = 100
        self.lock = threading.Lock()


def resize(volume, change):
    """Tells the disk server the new size; the sleep stands for its answer."""
    gigabytes = volume.gigabytes
    time.sleep(0.02)
    volume.gigabytes = gigabytes + change


def move(source, target, gigabytes):
    with source.lock:
        resize(source, -gigabytes)
        with target.lock:
            resize(target, +gigabytes)


def carry_out(moves):
    """Carries out all moves, a list of (source, target, gigabytes)."""
    for source, target, gigabytes in moves:
        move(source, target, gigabytes)


def main():
    volumes = {}
    moves = []
    with open("moves.txt") as file:
        for line in file:
            source, target, gigabytes = line.split()
            for name in (source, target):
                if name not in volumes:
                    volumes[name] = Volume(name)
            moves.append((volumes[source], volumes[target], int(gigabytes)))

    carry_out(moves)

    for name, volume in sorted(volumes.items()):
        print(name, volume.gigabytes, "GB")


if __name__ == "__main__":
    main()
