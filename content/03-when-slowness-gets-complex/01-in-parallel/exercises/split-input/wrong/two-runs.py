# fails: side-by-side: no more than 2 runs
"""Side by side, but only two of them."""

import subprocess
import sys
from pathlib import Path

RUNS = 2


def main():
    files = sorted(str(path) for path in Path("keys").glob("*.txt"))

    runs = []
    for first in range(RUNS):
        command = [sys.executable, "weak-keys.py", *files[first::RUNS]]
        runs.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))

    print("weak keys:", sum(int(run.communicate()[0]) for run in runs))


if __name__ == "__main__":
    main()
