# fails: failing-folder: says so
"""Copies every folder named in folders.txt from source/ to backup/, four at a time."""

import os
import subprocess
import sys
from multiprocessing import Pool


failed = []


def sync(folder):
    """Copies one folder; notes it if that failed."""
    if subprocess.run(["rsync", "-a", f"source/{folder}", "backup/"]).returncode != 0:
        failed.append(folder)


def main():
    with open("folders.txt") as file:
        folders = file.read().split()
    os.makedirs("backup", exist_ok=True)

    with Pool(4) as pool:
        pool.map(sync, folders)

    for folder in failed:
        print("failed:", folder)
    print(len(folders) - len(failed), "of", len(folders), "folders copied")
    if failed:
        sys.exit(1)


if __name__ == "__main__":
    main()
