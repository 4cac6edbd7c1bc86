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

    with Pool(4) as pool:
        codes = pool.map(sync, folders)
    failed = [folder for folder, code in zip(folders, codes) if code != 0]

    for folder in failed:
        print("failed:", folder)
    print(len(folders) - len(failed), "of", len(folders), "folders copied")
    if failed:
        sys.exit(1)


if __name__ == "__main__":
    main()
