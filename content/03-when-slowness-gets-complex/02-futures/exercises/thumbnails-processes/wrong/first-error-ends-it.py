# fails: broken: ended with: ValueError
# fails: other-photos: ended with: ValueError
"""The error of the broken photo comes back, and nobody catches it."""

import subprocess
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import perf_counter

from night import shrink  # smoothing and shrinking: computing, nearly all of it

SHARE = Path("share")
ORIGINALS = Path("originals")
THUMBNAILS = Path("thumbnails")
WORKERS = 4


def make_thumbnail(name):
    subprocess.run(["cp", str(SHARE / name), str(ORIGINALS / name)], check=True)
    shrink(ORIGINALS / name, THUMBNAILS / name)


def main():
    start = perf_counter()
    ORIGINALS.mkdir(exist_ok=True)
    THUMBNAILS.mkdir(exist_ok=True)
    names = sorted(path.name for path in SHARE.glob("*.pgm"))

    with ProcessPoolExecutor(max_workers=WORKERS) as executor:
        list(executor.map(make_thumbnail, names))
    not_made = []

    for problem in not_made:
        print("not made:", problem)
    print("made:", len(names) - len(not_made))
    print(f"{len(names)} photos in {perf_counter() - start:.2f} s (measured; the share is simulated)")


if __name__ == "__main__":
    main()
