"""python3 is a command: it runs a script as a process of its own, also for the shell."""
import os
import subprocess
import sys
from pathlib import Path

Path("count.py").write_text("import sys\nprint(sum(map(int, sys.argv[1:])))\nsys.exit(len(sys.argv))\n")
ended = subprocess.run(["python3", "count.py", "20", "22"], capture_output=True, text=True)
print(ended.stdout.strip(), ended.returncode)
ended = subprocess.run([sys.executable, "count.py", "1"], capture_output=True, text=True)
print(ended.stdout.strip(), ended.returncode)
print(os.waitstatus_to_exitcode(os.system("python3 count.py 3 4")))
print(subprocess.check_output(["python3", "-c", "print(6 * 7)"], text=True).strip())

assert subprocess.call(["mkdir", "-p", "a/b"]) == 0 and Path("a/b").is_dir()
assert subprocess.call(["rm", "-r", "a"]) == 0 and not Path("a").exists()
assert subprocess.run(["mkdir", "no/where"], capture_output=True).returncode == 1
assert subprocess.run(["rm", "nothing"], capture_output=True).returncode == 1
print("and so are mkdir and rm")
print("ok")
