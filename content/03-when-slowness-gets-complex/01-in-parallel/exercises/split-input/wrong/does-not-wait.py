# fails: total: weak keys: 0
# fails: other-sites: the right total is
"""Reads the results while the runs are still at work."""

import subprocess
import sys
from pathlib import Path

RUNS = 4


def main():
    files = sorted(str(path) for path in Path("keys").glob("*.txt"))

    for first in range(RUNS):
        with open(f"result-{first}.txt", "w") as result:
            subprocess.Popen([sys.executable, "weak-keys.py", *files[first::RUNS]], stdout=result)

    total = 0
    for first in range(RUNS):
        total += int(Path(f"result-{first}.txt").read_text() or 0)
    print("weak keys:", total)


if __name__ == "__main__":
    main()
