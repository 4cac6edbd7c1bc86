# fails: overlap: one after the other
"""Copies every folder named in folders.txt from source/ to backup/, four at a time."""

import os
import subprocess
import sys
from multiprocessing import Pool


def sync(folder):
    """Copies one folder; gives the exit code of rsync, which is 0 if all went well."""
    return subprocess.run(["rsync", "-a", f"source/{folder}", "backup/"]).returncode


def main():
    with open("folders.txt") as file:
        folders = file.read().split()
    os.makedirs("backup", exist_ok=True)

    failed = []
    with Pool(4) as pool:
        for folder in folders:
            if pool.apply(sync, [folder]) != 0:
                failed.append(folder)

    for folder in failed:
        print("failed:", folder)
    print(len(folders) - len(failed), "of", len(folders), "folders copied")
    if failed:
        sys.exit(1)


if __name__ == "__main__":
    main()
