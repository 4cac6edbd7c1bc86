"""Counts the weak keys of all sites: four runs of weak-keys.py, each with its share of the files."""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

RUNS = 4


def main():
    start = perf_counter()
    files = sorted(str(path) for path in Path("keys").glob("*.txt"))

    runs = []
    for first in range(RUNS):
        command = [sys.executable, "weak-keys.py", *files[first::RUNS]]
        runs.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))

    # Every run has been started; only now is there something to wait for.
    total = 0
    for run in runs:
        printed, _ = run.communicate()
        total += int(printed)

    print("weak keys:", total)
    print(f"{len(files)} files in {perf_counter() - start:.2f} s (measured)")


if __name__ == "__main__":
    main()
