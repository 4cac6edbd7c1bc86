"""Two runs of the learner's script: one over the given photos, one over new photos and watched by a witness."""

import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

WORKERS = 4
PATIENCE_SECONDS = 8
JOURNAL = Path("journal")

# Goes behind the code of night.py: `shrink` notes which process it runs in, and the first call waits for a second process,
# so that "at the same time" does not depend on how fast the machine is.
WITNESS = f"""

import os, time

journal = Path({str(JOURNAL.name)!r}).absolute()
really_shrink = shrink


def processes_seen():
    return {{name.split(".")[0] for name in os.listdir(journal) if not name.startswith("alone")}}


def shrink(original, thumbnail):
    (journal / f"{{os.getpid()}}.{{Path(original).name}}").write_text("")
    deadline = time.monotonic() + {PATIENCE_SECONDS}
    while len(processes_seen()) < 2 and not (journal / "alone").exists():
        if time.monotonic() > deadline:
            (journal / "alone").write_text("")
        time.sleep(0.02)
    return really_shrink(original, thumbnail)
"""

kept = {}


def given_run(attempt):
    if "given" not in kept:
        attempt.fresh_files()
        kept["given"] = run_over_share(attempt)
    return kept["given"]


def watched_run(attempt):
    if "watched" not in kept:
        attempt.fresh_files()
        make_share(attempt.random)
        shutil.rmtree(JOURNAL, ignore_errors=True)
        JOURNAL.mkdir()
        night = Path("night.py")
        night.write_text(night.read_text() + WITNESS)
        seen = run_over_share(attempt)
        calls = [path.name for path in JOURNAL.iterdir() if path.name != "alone"]
        seen.processes = len({name.split(".")[0] for name in calls})
        seen.alone = (JOURNAL / "alone").exists()
        kept["watched"] = seen
        attempt.fresh_files()
    return kept["watched"]


def run_over_share(attempt):
    """Runs the script; keeps what it printed and made beside what it should have made."""
    originals = {path.name: path.read_text() for path in sorted(Path("share").glob("*.pgm"))}
    expected = {name: shrunk(picture) for name, picture in originals.items()}
    sys.modules.pop("night", None)
    run = attempt.run()
    return SimpleNamespace(
        run=run,
        expected={name: thumbnail for name, thumbnail in expected.items() if thumbnail is not None},
        broken=[name for name, thumbnail in expected.items() if thumbnail is None],
        made={path.name: path.read_text() for path in Path("thumbnails").glob("*.pgm")},
    )


def shrunk(picture):
    """The words of the right thumbnail, or None for a picture that has lost values."""
    kind, width, height, white, *values = picture.split()
    width, height = int(width), int(height)
    if len(values) != width * height:
        return None
    rows = [[int(value) * 100 for value in values[row * width : (row + 1) * width]] for row in range(height)]
    for _ in range(30):
        padded = [rows[0], *rows, rows[-1]]
        rows = [
            [
                (value + left + right + above + below) // 5
                for value, left, right, above, below in zip(row, row[:1] + row, row[1:] + row[-1:], up, down)
            ]
            for up, row, down in zip(padded, rows, padded[2:])
        ]
    small = [str(value // 100) for row in rows[::4] for value in row[::4]]
    return [kind, str(len(rows[0][::4])), str(len(rows[::4])), white, *small]


def assert_ran(run):
    if "pickle" in run.error.lower():
        raise AssertionError(
            f"Something cannot be sent to another process ({run.error}). A lambda has no name by which the other process "
            "could find it: submit a function from the top level of the file, and its arguments."
        )
    if "BrokenProcessPool" in run.error:
        raise AssertionError(
            "The processes died while they started. As every process reads the file anew, "
            'only what stands behind `if __name__ == "__main__":` is left out.'
        )


def check_thumbnails(seen):
    assert_ran(seen.run)
    for name, thumbnail in seen.expected.items():
        assert name in seen.made, f"There is no thumbnail of {name}, and the photo is not broken."
        assert seen.made[name].split() == thumbnail, f"The thumbnail of {name} is not the right one."


def check_reports(seen):
    assert_ran(seen.run)
    assert not seen.run.error, (
        f"The script ended with: {seen.run.error}. A broken photo should be reported, and the others not lost."
    )
    lines = [line.strip() for line in seen.run.stdout.splitlines()]
    for name in seen.broken:
        assert any(line.startswith("not made:") and name in line for line in lines), (
            f"The script says nothing about {name}, which is broken. A list that a process fills is that process's own: "
            "the main process sees only what a future brings back, a result or an error."
        )
    assert f"made: {len(seen.expected)}" in lines, (
        f"{len(seen.expected)} thumbnails can be made of these photos; "
        f"the script should print `made: {len(seen.expected)}`."
    )


def thumbnails_are_right(attempt):
    check_thumbnails(given_run(attempt))


def done_by_processes(attempt):
    seen = watched_run(attempt)
    assert_ran(seen.run)
    photos = len(seen.expected) + len(seen.broken)
    assert seen.processes > 0, "`shrink` from night.py was never called."
    assert seen.processes > 1, (
        f"All {photos} photos were shrunk by one process: no two were ever at work together, "
        "and one process computes on one core."
    )
    assert not seen.alone, (
        f"{seen.processes} processes shrank photos, but no two were ever at work together: one waited "
        f"{PATIENCE_SECONDS} seconds for company. Hand out all the photos before you ask for the first result."
    )


def few_starts(attempt):
    seen = given_run(attempt)
    started = seen.run.processes_started
    assert started <= WORKERS, (
        f"{started} processes were started for {len(seen.expected) + len(seen.broken)} photos: a start-up each. "
        f"{WORKERS} workers can take one photo after the other."
    )


def broken_is_reported(attempt):
    check_reports(given_run(attempt))


def other_photos(attempt):
    seen = watched_run(attempt)
    check_thumbnails(seen)
    check_reports(seen)


def make_share(random):
    """Replaces the photos by eight others, three of them broken: the first, the last and one between."""
    shutil.rmtree("share")
    Path("share").mkdir()
    for number in range(8):
        width, height = random.choice([16, 24, 32]), random.choice([12, 16, 20])
        values = [str(random.randint(0, 9)) for _ in range(width * height)]
        if number in (0, 3, 7):
            del values[random.randint(1, len(values) - 1) :]
        name = f"{number}-{random.choice(['cave', 'lane', 'pier', 'shed'])}.pgm"
        Path("share", name).write_text(f"P2\n{width} {height}\n9\n" + " ".join(values) + "\n")
