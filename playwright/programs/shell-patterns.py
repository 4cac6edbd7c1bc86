"""The shell knows patterns of files, the home folder and other folders, but leaves quoted ones alone."""

import os
import subprocess


def shell(line: str) -> None:
    ran = subprocess.run(line, shell=True, capture_output=True, text=True)
    print(line, "->", ran.stdout.split(), ran.returncode)


os.makedirs("ships/old", exist_ok=True)
for name in ("ada.txt", "bob.txt", "log.csv", "old/eve.txt"):
    with open(f"ships/{name}", "w") as file:
        file.write(name)

shell("echo ships/*.txt")
shell("echo ships/?og.*")
shell("echo ships/[ab]*.txt")
shell("echo 'ships/*.txt' \"ships/*\" ships/\\*")
shell("echo ships/*.none")
shell("cd ships && echo *")
shell("cd ships; cat *.txt; cd old; cat *")
shell("cp ships/*.txt ships/old && cd ships/old && echo *")
shell("echo [ab] a=[x")

os.environ["HOME"] = os.path.abspath("ships")
shell("cat ~/ada.txt; cd; cat bob.txt")
