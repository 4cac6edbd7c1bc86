# fails: once: was copied 4 times
"""Copies every folder named in folders.txt from source/ to backup/, four at a time."""

import os
import subprocess
import sys
import threading


def sync(folders):
    """Copies the folders."""
    subprocess.run(["rsync", "-a", *(f"source/{folder}" for folder in folders), "backup/"])


def main():
    with open("folders.txt") as file:
        folders = file.read().split()
    os.makedirs("backup", exist_ok=True)

    threads = [threading.Thread(target=sync, args=[folders]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    failed = [folder for folder in folders if not os.path.isdir(f"backup/{folder}")]

    for folder in failed:
        print("failed:", folder)
    print(len(folders) - len(failed), "of", len(folders), "folders copied")
    if failed:
        sys.exit(1)


if __name__ == "__main__":
    main()
