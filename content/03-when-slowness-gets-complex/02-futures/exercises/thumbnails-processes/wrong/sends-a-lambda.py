# fails: right: cannot be sent
# fails: processes: cannot be sent
"""Another executor, and still a lambda."""

import subprocess
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import perf_counter

from night import shrink  # smoothing and shrinking: computing, nearly all of it

SHARE = Path("share")
ORIGINALS = Path("originals")
THUMBNAILS = Path("thumbnails")
WORKERS = 4

not_made = []


def make_thumbnail(name):
    subprocess.run(["cp", str(SHARE / name), str(ORIGINALS / name)], check=True)
    try:
        shrink(ORIGINALS / name, THUMBNAILS / name)
    except ValueError as problem:
        not_made.append(str(problem))


def main():
    start = perf_counter()
    ORIGINALS.mkdir(exist_ok=True)
    THUMBNAILS.mkdir(exist_ok=True)
    names = sorted(path.name for path in SHARE.glob("*.pgm"))

    executor = ProcessPoolExecutor(max_workers=WORKERS)
    futures = [executor.submit(lambda name=name: make_thumbnail(name)) for name in names]
    for future in futures:
        future.result()
    executor.shutdown()

    for problem in not_made:
        print("not made:", problem)
    print("made:", len(names) - len(not_made))
    print(f"{len(names)} photos in {perf_counter() - start:.2f} s (measured; the share is simulated)")


if __name__ == "__main__":
    main()
