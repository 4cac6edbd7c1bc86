"""Two runs of the learner's script: one over the given sites, one over new sites and watched by a witness."""

import shutil
from pathlib import Path
from types import SimpleNamespace

RUNS = 4
PATIENCE_SECONDS = 8
JOURNAL = Path("journal")

# Stands in for weak-keys.py: the same answer, but each run first waits until four have started, and notes what it saw.
# So "side by side" does not depend on how fast the machine is.
WITNESS = f"""
import os, sys, time
from pathlib import Path

journal = Path({str(JOURNAL)!r})
name = f"{{time.time_ns()}}-{{os.getpid()}}"


def count(kind):
    return sum(1 for entry in os.listdir(journal) if entry.endswith(kind))


(journal / (name + ".writing")).write_text("\\n".join(sys.argv[1:]))
(journal / (name + ".writing")).rename(journal / (name + ".started"))
deadline = time.monotonic() + {PATIENCE_SECONDS}
while count(".started") < {RUNS} and count(".alone") == 0:
    if time.monotonic() > deadline:
        (journal / f"{{count('.started') - count('.ended')}}.alone").write_text("")
    time.sleep(0.02)

weak = 0
for file in sys.argv[1:]:
    for key in Path(file).read_text().split():
        key = int(key)
        weak += any(key % divisor == 0 for divisor in range(2, int(key**0.5) + 1))
print(weak)
(journal / (name + ".ended")).write_text("")
"""

kept = {}


def given_run(attempt):
    if "given" not in kept:
        attempt.fresh_files()
        kept["given"] = attempt.run()
    return kept["given"]


def witnessed_run(attempt):
    """One watched run, over a number of sites that four does not divide."""
    if "witnessed" not in kept:
        attempt.fresh_files()
        shutil.rmtree(JOURNAL, ignore_errors=True)
        JOURNAL.mkdir()
        Path("weak-keys.py").write_text(WITNESS)
        weak = make_sites(attempt.random)
        files = sorted(str(path) for path in Path("keys").glob("*.txt"))
        run = attempt.run()
        shares = [path.read_text().split("\n") for path in JOURNAL.glob("*.started")]
        side_by_side = [int(path.stem) for path in JOURNAL.glob("*.alone")]
        kept["witnessed"] = SimpleNamespace(
            run=run,
            weak=weak,
            files=files,
            shares=shares,
            side_by_side=max(side_by_side, default=len(shares)),
        )
        attempt.fresh_files()
    return kept["witnessed"]


def make_sites(random):
    """Replaces the key files by new ones; returns how many of their keys are weak."""
    shutil.rmtree("keys")
    Path("keys").mkdir()
    weak = 0
    for site in range(random.choice([6, 7, 9, 10, 11])):
        keys = [random.choice([10007, 10009, 10037, 10039]) for _ in range(5)]
        bad = [101 * random.choice([103, 107, 109]) for _ in range(random.randint(1, 3))]
        weak += len(bad)
        lines = keys + bad
        random.shuffle(lines)
        Path(f"keys/place-{random.randint(0, 9999):04}-{site}.txt").write_text("".join(f"{key}\n" for key in lines))
    return weak


def printed_total(run):
    assert not run.error, f"The script ended with: {run.error}"
    for line in run.stdout.splitlines():
        if line.startswith("weak keys:"):
            return line.strip()
    raise AssertionError("The script printed no line that starts with `weak keys:`.")


def total_is_right(attempt):
    line = printed_total(given_run(attempt))
    assert line == "weak keys: 17", f"It printed `{line}`; the ten files hold 17 weak keys."


def runs_side_by_side(attempt):
    seen = witnessed_run(attempt)
    assert seen.shares, "weak-keys.py was never started as a program of its own."
    assert seen.side_by_side > 1, (
        "The runs came one after the other: a run of weak-keys.py waited for company, and no other was started before "
        f"it had ended. All {RUNS} should be under way together."
    )
    assert seen.side_by_side >= RUNS, (
        f"There were no more than {seen.side_by_side} runs of weak-keys.py under way together; the target is {RUNS}."
    )


def every_file_once(attempt):
    seen = witnessed_run(attempt)
    for file in seen.files:
        times = sum(share.count(file) for share in seen.shares)
        assert times > 0, (
            f"`{file}` was given to no run. {len(seen.files)} files do not divide by {RUNS}: who takes the rest?"
        )
        assert times == 1, f"`{file}` was given to {times} runs, so its keys count {times} times. Split the list."


def few_starts(attempt):
    seen = witnessed_run(attempt)
    starts = len(seen.shares)
    assert starts <= RUNS, (
        f"weak-keys.py was started {starts} times for {len(seen.files)} files: a start-up each. "
        f"Start {RUNS} runs, and give each several files."
    )


def other_sites(attempt):
    seen = witnessed_run(attempt)
    line = printed_total(seen.run)
    assert line == f"weak keys: {seen.weak}", (
        f"With {len(seen.files)} other sites it printed `{line}`; the right total is {seen.weak}."
    )
