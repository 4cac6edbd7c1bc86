# fails: few-starts: a start-up each
"""As many processes as there are photos."""

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

    executor = ProcessPoolExecutor(max_workers=len(names))
    futures = [executor.submit(make_thumbnail, name) for name in names]
    not_made = []
    for future in futures:
        try:
            future.result()
        except ValueError as problem:
            not_made.append(str(problem))
    executor.shutdown()

    for problem in not_made:
        print("not made:", problem)
    print("made:", len(names) - len(not_made))
    print(f"{len(names)} photos in {perf_counter() - start:.2f} s (measured; the share is simulated)")


if __name__ == "__main__":
    main()
