"""Runs the learner's script twice, on sources it has never seen: a long night, and one with a folder that is not there."""

import os
import shutil

WORDS = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "islet", "jetty", "knoll", "lagoon"]
MOST_AT_ONCE = 4


class Night:
    """One run of the script: what there was before, and what it left behind."""

    def __init__(self, attempt, folders, missing=None):
        attempt.fresh_files()
        shutil.rmtree("source", ignore_errors=True)
        shutil.rmtree("backup", ignore_errors=True)
        self.folders = folders
        for folder, names in folders.items():
            for name in names:
                write_file(f"source/{folder}/{name}", f"{folder} {name} {attempt.random.random()}\n" * 3)
        listed = ([] if missing is None else [missing]) + list(folders)
        write_file("folders.txt", "\n".join(listed) + "\n")
        self.source = files_in("source")
        self.run = attempt.run()
        self.source_after = files_in("source")
        self.backup = files_in("backup")
        self.copies = [command for command in self.run.commands if command.name in ("rsync", "cp")]

    def failures(self):
        lines = self.run.stdout.splitlines()
        return [line.removeprefix("failed:").strip() for line in lines if line.startswith("failed:")]

    def times_copied(self, folder):
        return sum(copies_folder(source, folder) for command in self.copies for source in sources_of(command))


def write_file(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def files_in(root):
    """Every file below a folder, by its path in it."""
    found = {}
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, root)] = file.read()
    return found


def sources_of(command):
    paths = [argument for argument in command.arguments if not argument.startswith("-")]
    return paths[:-1]


def copies_folder(source, folder):
    """Whether copying this path copies the folder: its own path does, and that of all folders together."""
    last = os.path.basename(os.path.normpath(source))
    return last in (folder, "source", ".", "*")


def new_folders(attempt, count, least, most):
    """Folders and the names of their files, some in a folder of their own."""
    names = attempt.random.sample([f"{one}-{other}" for one in WORDS for other in WORDS if one != other], count)
    return {
        name: [
            f"old/{number}.txt" if number % 3 == 2 else f"{number}.txt"
            for number in range(attempt.random.randint(least, most))
        ]
        for name in names
    }


nights = []


def long_night(attempt):
    """One run for all checks but one, and so long that the start of the workers hardly counts."""
    if not nights:
        nights.append(Night(attempt, new_folders(attempt, 16, 6, 8)))
    return nights[0]


def intact(attempt):
    night = long_night(attempt)
    assert night.run.error == "", f"The program ended with an error: {night.run.error}"
    astray = [path for path in night.backup if path.split("/")[0] not in night.folders]
    lost = [path for path in night.source if path not in night.backup]
    assert not (lost and astray), (
        f"backup/{astray[0]} lies in the wrong place; expected were paths such as backup/{lost[0]}. "
        "A / after the source means: what is in the folder, without the folder."
    )
    assert not lost, f"backup/{lost[0]} is missing, {len(lost)} of {len(night.source)} files in all."
    for path, content in night.source.items():
        assert night.backup[path] == content, f"backup/{path} is not the same as source/{path}."


def once(attempt):
    night = long_night(attempt)
    for folder in night.folders:
        times = night.times_copied(folder)
        assert times > 0, f"{folder} was never copied by rsync (counted)."
        assert times == 1, (
            f"{folder} was copied {times} times (counted); once is enough. Does a worker copy more than the folder it was given?"
        )


def source_untouched(attempt):
    night = long_night(attempt)
    for path, content in night.source.items():
        assert path in night.source_after, f"source/{path} is gone. A sync reads its source and leaves it alone."
        assert night.source_after[path] == content, f"source/{path} has changed. A sync only reads its source."
    added = [path for path in night.source_after if path not in night.source]
    assert not added, f"source/{added[0]} is new. A sync writes nothing into its source."


def overlap(attempt):
    at_once = long_night(attempt).run.io_overlap
    how = "one after the other" if at_once < 1.2 else "not enough of them at the same time"
    assert at_once >= 2.5, (
        f"On average {at_once:.2f} copies were in flight (simulated disk), {how}. The target is 2.5, with four workers."
    )


def at_most_four(attempt):
    at_once = long_night(attempt).run.io_overlap
    assert at_once <= MOST_AT_ONCE + 0.3, (
        f"On average {at_once:.2f} copies were in flight (simulated disk), and the backup server serves four. "
        "Have as many workers as that, not as many as there are folders."
    )


def processes(attempt):
    workers = {command.process for command in long_night(attempt).copies}
    assert workers, "Nothing was copied by rsync."
    assert len(workers) >= 2, (
        "All folders were copied from one process (counted). Threads share the process they are in; a Pool has processes."
    )


def all_well(attempt):
    night = long_night(attempt)
    assert not night.failures(), f"Every folder was there, and {night.failures()[0]} is reported as failed."
    assert night.run.exit_code == 0, f"Every folder was there, and the exit code is {night.run.exit_code} instead of 0."


def failing_folder(attempt):
    folders = new_folders(attempt, 9, 1, 1)
    missing, *rest = folders
    night = Night(attempt, {folder: folders[folder] for folder in rest}, missing)
    lost = sorted({path.split("/")[0] for path in night.source if path not in night.backup})
    assert not lost, (
        f"{missing} could not be copied, and then {len(lost)} other folders were not copied either, {lost[0]} among them."
    )
    assert night.run.error == "", f"{missing} could not be copied, and the program ended with an error: {night.run.error}"
    assert missing in night.failures(), f"{missing} could not be copied, and no line `failed: {missing}` says so."
    assert night.failures() == [missing], f"Only {missing} failed, and the program says so of {night.failures()}."
    assert night.run.exit_code != 0, (
        f"{missing} could not be copied, and the exit code is 0: whoever started the script believes that all is well."
    )
