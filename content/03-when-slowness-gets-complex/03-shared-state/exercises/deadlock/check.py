"""Runs the learner's script with moves in both directions, and watches `resize` while moves run that do not meet."""

import threading
import time


def run_with(attempt, moves):
    attempt.fresh_files()
    with open("moves.txt", "w") as file:
        for source, target, gigabytes in moves:
            file.write(f"{source} {target} {gigabytes}\n")
    run = attempt.run()
    assert "deadlock" not in run.error.lower(), f"The program stood still: {run.error}"
    assert run.error == "", f"The program ended with an error: {run.error}"
    return run


def sizes_after(moves):
    sizes = {}
    for source, target, gigabytes in moves:
        sizes[source] = sizes.get(source, 100) - gigabytes
        sizes[target] = sizes.get(target, 100) + gigabytes
    return sizes


def assert_sizes(run, moves):
    lines = run.stdout.splitlines()
    for name, gigabytes in sorted(sizes_after(moves).items()):
        found = [line for line in lines if line.startswith(f"{name} ")]
        assert found, f"The program does not print the size of {name}."
        assert f"{name} {gigabytes} GB" in found, (
            f"After these moves {name} should have {gigabytes} GB, and the program says `{found[0]}`. "
            "Was a move dropped, or an update lost?"
        )


def there_and_back(attempt, times):
    """Moves between two volumes, in turn one way and the other; whichever are left out, the sizes show it."""
    moves = []
    for _ in range(times):
        moves.append(("web", "mail", attempt.random.randint(1, 5)))
        moves.append(("mail", "web", attempt.random.randint(20, 29)))
    return moves


def comes_to_an_end(attempt):
    run_with(attempt, there_and_back(attempt, 1))


def every_move(attempt):
    moves = there_and_back(attempt, 3)
    assert_sizes(run_with(attempt, moves), moves)


def random_moves(attempt):
    names = ["web", "mail", "wiki", "logs", "home"]
    moves = [(*attempt.random.sample(names, 2), attempt.random.randint(1, 9)) for _ in range(10)]
    # A ring, so that no order but one that all threads share will do.
    moves += [(name, names[(place + 1) % len(names)], 10) for place, name in enumerate(names)]
    assert_sizes(run_with(attempt, moves), moves)


class Watch:
    """Stands in for `resize`; the volumes of the moves it watches do not meet."""

    def __init__(self, moves):
        self.partner = {}
        for source, target, _ in moves:
            self.partner[source.name], self.partner[target.name] = target, source
        self.guard = threading.Lock()
        self.inside = self.most = 0
        self.threads = set()
        self.resized = set()
        self.unlocked = []

    def resize(self, volume, change):
        with self.guard:
            self.inside += 1
            self.most = max(self.most, self.inside)
            self.threads.add(threading.current_thread())
        time.sleep(0.03)
        with self.guard:
            self.inside -= 1
            self.resized.add(volume.name)
            partner = self.partner[volume.name]
            must_be_locked = [volume, partner] if partner.name in self.resized else [volume]
            self.unlocked += [one.name for one in must_be_locked if not one.lock.locked()]
        volume.gigabytes += change


def watched(attempt):
    module = attempt.load()
    for name in ("Volume", "resize", "move", "carry_out"):
        assert hasattr(module, name), f"There is no `{name}` any more; the checks need it."
    pairs = [("web", "mail"), ("wiki", "logs"), ("shop", "home")]
    moves = [
        (module.Volume(source), module.Volume(target), attempt.random.randint(1, 50)) for source, target in pairs
    ]
    watch = Watch(moves)
    module.resize = watch.resize
    module.carry_out(moves)
    return watch


def side_by_side(attempt):
    watch = watched(attempt)
    assert len(watch.threads) > 1, "All moves were made by one thread, one after the other. Keep a thread for each move."
    assert watch.most >= 2, (
        f"{len(watch.threads)} threads moved space, but never two at once, although their volumes have nothing to do "
        "with each other: one lock holds up all of them."
    )


def whole_moves(attempt):
    watch = watched(attempt)
    assert not watch.unlocked, (
        f"{watch.unlocked[0]} was not locked when it should have been: others could see a move half done. "
        "What is resized stays locked until the other volume has its new size too."
    )
