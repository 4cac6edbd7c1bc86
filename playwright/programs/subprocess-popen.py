"""A command that was started can be talked with, watched, waited for and ended."""
import signal
import subprocess
import threading
from subprocess import PIPE, Popen, TimeoutExpired

with Popen(["cat"], stdin=PIPE, stdout=PIPE, text=True) as cat:
    assert cat.poll() is None and cat.pid > 0
    for line in ("one", "two"):
        print(line, file=cat.stdin, flush=True)
        print("cat said", cat.stdout.readline().strip())
    cat.stdin.write("last\nvery last\n")
    cat.stdin.close()
    print([line.strip() for line in cat.stdout])
assert cat.poll() == cat.wait() == cat.returncode == 0

cat = Popen(["cat"], stdin=PIPE, stdout=PIPE)
out, err = cat.communicate(b"x" * 300_000)
print("more than a pipe holds:", len(out), err, cat.returncode)

# Commands wait at the same time; the first one to end does not wait for the others.
long = [Popen(["sleep", "30"]) for _ in range(3)]
assert Popen(["sleep", "0.05"]).wait(timeout=8) == 0
assert [sleeper.poll() for sleeper in long] == [None] * 3
try:
    long[0].wait(timeout=0.1)
    raise AssertionError("thirty seconds have passed")
except TimeoutExpired as error:
    print("still asleep after", error.timeout)
try:
    long[0].communicate(timeout=0.1)
    raise AssertionError("thirty seconds have passed")
except TimeoutExpired:
    assert long[0].poll() is None, "a time-out of communicate ends nothing"
long[0].terminate()
long[1].kill()
long[2].send_signal(signal.SIGTERM)
print([sleeper.wait(timeout=8) for sleeper in long])
long[0].terminate()

# One command's output is the next one's input.
first = Popen(["echo", "down the pipe"], stdout=PIPE)
second = Popen(["cat"], stdin=first.stdout, stdout=PIPE, text=True)
first.stdout.close()
print(second.communicate()[0].strip(), first.wait(), second.returncode)

# Each of several threads may have a command of its own.
codes = []
nap = lambda: codes.append(subprocess.call(["sleep", "0.05"]))
threads = [threading.Thread(target=nap) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(codes)
print("ok")
