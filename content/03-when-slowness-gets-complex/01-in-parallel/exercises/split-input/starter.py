"""Counts the weak keys of all sites with weak-keys.py, which prints the count for the files it is given."""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

RUNS = 4


def main():
    start = perf_counter()
    files = sorted(str(path) for path in Path("keys").glob("*.txt"))

    total = 0
    for file in files:
        command = [sys.executable, "weak-keys.py", file]
        run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        printed, _ = run.communicate()
        total += int(printed)

    print("weak keys:", total)
    print(f"{len(files)} files in {perf_counter() - start:.2f} s (measured)")


if __name__ == "__main__":
    main()
