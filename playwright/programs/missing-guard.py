"""Starting a process without asking for the main module first is refused with advice."""
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import multiprocessing

def work():
    print("never")

process = multiprocessing.Process(target=work)
process.start()
process.join()
print("exit code", process.exitcode)
"""

if __name__ == "__main__":
    Path("unguarded.py").write_text(PROGRAM)
    ended = subprocess.run([sys.executable, "unguarded.py"], capture_output=True, text=True)
    print(ended.stdout.strip())
    assert ended.returncode == 0
    assert "RuntimeError" in ended.stderr
    assert "bootstrapping phase" in ended.stderr
    assert "if __name__ == '__main__':" in ended.stderr
    print("and the advice was given")
    print("ok")
