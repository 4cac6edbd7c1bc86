"""Commands read what others write, also when who connected them has let go, and end with what they are a part of."""

import os
import signal
import subprocess
import time
from subprocess import PIPE

LINES = 200_000

with open("big.txt", "w") as file:
    file.write("x\n" * LINES)

first = subprocess.Popen(["cat", "big.txt"], stdout=PIPE)
second = subprocess.Popen(["cat"], stdin=first.stdout, stdout=PIPE)
first.stdout.close()
assert len(second.communicate()[0]) == 2 * LINES

with open("big.txt") as file:
    copied = subprocess.Popen("sleep 0.05; cat", shell=True, stdin=file, stdout=PIPE)
assert len(copied.communicate()[0]) == 2 * LINES

assert subprocess.run("cat big.txt | true", shell=True).returncode == 0

started = time.perf_counter()
try:
    subprocess.run("sleep 5; sleep 5; echo survived", shell=True, timeout=0.2)
except subprocess.TimeoutExpired:
    assert time.perf_counter() - started < 4
    print("timed out, all of it")

ended = subprocess.Popen("sleep 1; echo survived", shell=True, stdout=PIPE)
ended.terminate()
assert ended.communicate() == (b"", None)
assert ended.returncode == -signal.SIGTERM

bare = subprocess.run("echo [$HOME]", shell=True, env={}, capture_output=True, text=True)
assert bare.stdout == "[]\n"
os.remove("big.txt")
print("ok")
