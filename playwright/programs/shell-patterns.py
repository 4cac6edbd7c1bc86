"""The shell knows patterns of files, the home folder and other folders, but leaves quoted ones alone."""

import os
import subprocess


def shell(line: str, *expected: str) -> None:
    ran = subprocess.run(line, shell=True, capture_output=True, text=True)
    assert (tuple(ran.stdout.split()), ran.returncode) == (expected, 0), (line, ran)


os.makedirs("ships/old", exist_ok=True)
for name in ("ada.txt", "bob.txt", "log.csv", "old/eve.txt"):
    with open(f"ships/{name}", "w") as file:
        file.write(f"{name}\n")

shell("echo ships/*.txt", "ships/ada.txt", "ships/bob.txt")
shell("echo ships/?og.*", "ships/log.csv")
shell("echo ships/[ab]*.txt", "ships/ada.txt", "ships/bob.txt")
shell("echo 'ships/*.txt' \"ships/*\" ships/\\*", "ships/*.txt", "ships/*", "ships/*")
shell("echo ships/*.none", "ships/*.none")
shell("echo [ab] a=[x", "[ab]", "a=[x")
shell("cd ships && echo *", "ada.txt", "bob.txt", "log.csv", "old")
shell("cd ships; cat *.txt; cd old; cat *", "ada.txt", "bob.txt", "old/eve.txt")
shell("cp ships/*.txt ships/old && cd ships/old && echo *", "ada.txt", "bob.txt", "eve.txt")

os.environ["HOME"] = os.path.abspath("ships")
shell("cat ~/ada.txt; cd; cat bob.txt", "ada.txt", "bob.txt")
print("ok")
