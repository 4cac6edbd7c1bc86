# fails: side-by-side: one after the other
"""Four shares, but each run is waited for before the next one starts."""

import subprocess
import sys
from pathlib import Path

RUNS = 4


def main():
    files = sorted(str(path) for path in Path("keys").glob("*.txt"))

    total = 0
    for first in range(RUNS):
        command = [sys.executable, "weak-keys.py", *files[first::RUNS]]
        run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        printed, _ = run.communicate()
        total += int(printed)

    print("weak keys:", total)


if __name__ == "__main__":
    main()
