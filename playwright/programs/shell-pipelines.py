"""Commands read what others write, also when who connected them has let go, and end with what they are a part of."""

import os
import subprocess
import time
from subprocess import PIPE

LINES = 200_000

with open("big.txt", "w") as file:
    file.write("x\n" * LINES)

first = subprocess.Popen(["cat", "big.txt"], stdout=PIPE)
second = subprocess.Popen(["cat"], stdin=first.stdout, stdout=PIPE)
first.stdout.close()
print("through two:", len(second.communicate()[0]))

with open("big.txt") as file:
    copied = subprocess.Popen("sleep 0.05; cat", shell=True, stdin=file, stdout=PIPE)
print("from a file that is closed:", len(copied.communicate()[0]))

print("nobody reads on:", subprocess.run("cat big.txt | true", shell=True).returncode)

started = time.perf_counter()
try:
    subprocess.run("sleep 5; sleep 5; echo survived", shell=True, timeout=0.2)
except subprocess.TimeoutExpired:
    assert time.perf_counter() - started < 4
    print("timed out, all of it")

ended = subprocess.Popen("sleep 1; echo survived", shell=True, stdout=PIPE)
ended.terminate()
print("terminated:", ended.communicate(), ended.returncode)

print("no environment:", subprocess.run("echo [$HOME]", shell=True, env={}, capture_output=True, text=True).stdout, end="")
os.remove("big.txt")
