"""What commands print that a captured child starts is captured with it."""

import subprocess
import sys

CHILD = """
import os, subprocess
subprocess.run(["echo", "one"])
os.system("echo two")
subprocess.run(["ls", "nowhere"])
"""

child = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, text=True)
assert child.stdout == "one\ntwo\n"
assert "nowhere" in child.stderr
print("ok")
