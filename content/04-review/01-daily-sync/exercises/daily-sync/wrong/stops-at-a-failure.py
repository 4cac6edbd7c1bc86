# fails: failing-folder: other folders were not copied either
"""Copies every folder named in folders.txt from source/ to backup/, four at a time."""

import os
import subprocess
import sys
from multiprocessing import Pool


def sync(folder):
    """Copies one folder; gives its name back."""
    subprocess.run(["rsync", "-a", f"source/{folder}", "backup/"], check=True)
    return folder


def main():
    with open("folders.txt") as file:
        folders = file.read().split()
    os.makedirs("backup", exist_ok=True)

    with Pool(4) as pool:
        copied = list(pool.imap(sync, folders))
    failed = [folder for folder in folders if folder not in copied]

    for folder in failed:
        print("failed:", folder)
    print(len(folders) - len(failed), "of", len(folders), "folders copied")
    if failed:
        sys.exit(1)


if __name__ == "__main__":
    main()
