# fails: comes-to-an-end: The program stood still
# fails: random-moves: The program stood still
"""Moves disk space between volumes as moves.txt says, each move in a thread of its own."""

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
    with target.lock:
        resize(target, +gigabytes)
        with source.lock:
            resize(source, -gigabytes)


def carry_out(moves):
    """Carries out all moves, a list of (source, target, gigabytes)."""
    threads = []
    for source, target, gigabytes in moves:
        name = f"{source.name} to {target.name}"
        threads.append(threading.Thread(target=move, args=[source, target, gigabytes], name=name))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


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
