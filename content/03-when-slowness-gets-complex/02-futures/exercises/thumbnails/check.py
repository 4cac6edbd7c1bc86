"""Two runs of the learner's script: one over the given photos, one over photos made for this press of Check."""

import shutil
from pathlib import Path
from types import SimpleNamespace

kept = {}


def given_run(attempt):
    if "given" not in kept:
        attempt.fresh_files()
        kept["given"] = run_over_share(attempt)
    return kept["given"]


def run_over_share(attempt):
    """Runs the script; keeps what it printed and made beside what it should have made."""
    originals = {path.name: path.read_text() for path in sorted(Path("share").glob("*.pgm"))}
    run = attempt.run()
    return SimpleNamespace(
        run=run,
        expected={name: thumbnail for name in originals if (thumbnail := shrunk(originals[name]))},
        broken=[name for name in originals if shrunk(originals[name]) is None],
        made={path.name: path.read_text() for path in Path("thumbnails").glob("*.pgm")},
        untouched=originals == {path.name: path.read_text() for path in Path("share").glob("*.pgm")},
    )


def shrunk(picture):
    """The words of the right thumbnail, or None for a picture that has lost values."""
    kind, width, height, white, *values = picture.split()
    width, height = int(width), int(height)
    if len(values) != width * height:
        return None
    small = []
    for top in range(0, height, 4):
        for left in range(0, width, 4):
            rows = (values[(top + y) * width + left : (top + y) * width + left + 4] for y in range(4))
            small.append(str(sum(int(value) for row in rows for value in row) // 16))
    return [kind, str(width // 4), str(height // 4), white, *small]


def check_thumbnails(seen):
    for name, thumbnail in seen.expected.items():
        assert name in seen.made, f"There is no thumbnail of {name}, and the photo is not broken."
        assert seen.made[name].split() == thumbnail, f"The thumbnail of {name} is not the right one."


def check_reports(seen):
    assert not seen.run.error, (
        f"The script ended with: {seen.run.error}. A broken photo should be reported, and the others not lost."
    )
    lines = seen.run.stdout.splitlines()
    reported = [line for line in lines if line.startswith("not made:")]
    for name in seen.broken:
        assert any(name in line for line in reported), (
            f"{name} is broken, and no line `not made:` says so. "
            "An error waits in its future until somebody asks for the result."
        )
    assert len(reported) == len(seen.broken), (
        f"{len(seen.broken)} photo(s) are broken, {len(reported)} are reported as `not made:`."
    )
    for name in seen.expected:
        assert any(line.startswith("made:") and name in line for line in lines), f"No line `made:` tells of {name}."


def thumbnails_are_right(attempt):
    check_thumbnails(given_run(attempt))


def each_fetched_once(attempt):
    seen = given_run(attempt)
    fetched = [Path(command.arguments[-2]).name for command in seen.run.commands if command.name == "cp"]
    for name in [*seen.expected, *seen.broken]:
        times = fetched.count(name)
        assert times > 0, f"{name} was never fetched with `cp`."
        assert times == 1, f"{name} was fetched {times} times. The workers should share the photos out among them."


def broken_is_reported(attempt):
    check_reports(given_run(attempt))


def other_photos(attempt):
    attempt.fresh_files()
    make_share(attempt.random)
    seen = run_over_share(attempt)
    attempt.fresh_files()
    check_thumbnails(seen)
    check_reports(seen)
    assert seen.untouched, "The photos on the share have changed. Read from there, write elsewhere."


def make_share(random):
    """Replaces the photos by twelve others, three of them broken: the first, the last and one between."""
    shutil.rmtree("share")
    Path("share").mkdir()
    for number in range(12):
        width, height = random.choice([16, 24, 32]), random.choice([12, 16, 20])
        values = [str(random.randint(0, 9)) for _ in range(width * height)]
        if number in (0, 5, 11):
            del values[random.randint(1, len(values) - 1) :]
        name = f"{number:02}-{random.choice(['lake', 'hill', 'wood', 'road'])}.pgm"
        Path("share", name).write_text(f"P2\n{width} {height}\n9\n" + " ".join(values) + "\n")
