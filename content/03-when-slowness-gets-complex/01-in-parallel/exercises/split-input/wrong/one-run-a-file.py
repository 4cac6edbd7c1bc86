# fails: few-starts: a start-up each
"""All at once: as many runs as there are files."""

import subprocess
import sys
from pathlib import Path


def main():
    files = sorted(str(path) for path in Path("keys").glob("*.txt"))

    runs = []
    for file in files:
        command = [sys.executable, "weak-keys.py", file]
        runs.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))

    print("weak keys:", sum(int(run.communicate()[0]) for run in runs))


if __name__ == "__main__":
    main()
