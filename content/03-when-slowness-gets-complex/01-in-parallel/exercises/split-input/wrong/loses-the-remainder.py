# fails: every-file-once: was given to no run
# fails: total: weak keys: 13
# fails: other-sites: the right total is
"""Whole shares only: 10 // 4 = 2 files for each run, and the last two are forgotten."""

import subprocess
import sys
from pathlib import Path

RUNS = 4


def main():
    files = sorted(str(path) for path in Path("keys").glob("*.txt"))
    size = len(files) // RUNS

    runs = []
    for first in range(RUNS):
        share = files[first * size : (first + 1) * size]
        runs.append(subprocess.Popen([sys.executable, "weak-keys.py", *share], stdout=subprocess.PIPE, text=True))

    print("weak keys:", sum(int(run.communicate()[0]) for run in runs))


if __name__ == "__main__":
    main()
