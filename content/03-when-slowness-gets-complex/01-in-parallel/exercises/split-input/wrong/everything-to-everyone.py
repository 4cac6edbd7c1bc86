# fails: every-file-once: was given to 4 runs
# fails: total: weak keys: 68
# fails: other-sites: the right total is
"""Four runs side by side, but nothing is split: each counts every file."""

import subprocess
import sys
from pathlib import Path

RUNS = 4


def main():
    files = sorted(str(path) for path in Path("keys").glob("*.txt"))
    command = [sys.executable, "weak-keys.py", *files]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(RUNS)]
    print("weak keys:", sum(int(run.communicate()[0]) for run in runs))


if __name__ == "__main__":
    main()
