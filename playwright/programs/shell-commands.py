"""A line for the shell is run as a command, and its exit code comes back."""
import os
import subprocess
from pathlib import Path

print("before", flush=True)
assert os.system("echo one  'two  words'") == 0
print("after", flush=True)
print([os.waitstatus_to_exitcode(os.system(line)) for line in ("true", "false", "sleep 0.01")])

Path("source").mkdir()
for name in ("b.txt", "a.txt", ".hidden"):
    Path("source", name).write_text(f"I am {name}\n")
assert os.system("cp source/a.txt copy.txt") == 0
print(Path("copy.txt").read_text().strip())
os.system("cat source/a.txt source/b.txt")
assert os.system("cp -r source target") == 0
print(sorted(path.name for path in Path("target").iterdir()))
os.system("ls target")

ended = subprocess.run("echo through the shell", shell=True, capture_output=True, text=True)
print(ended.stdout.strip(), ended.returncode)
print(subprocess.getoutput("echo quickly"))
print("ok")
