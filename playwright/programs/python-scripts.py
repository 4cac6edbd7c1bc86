"""A script run as a command is a program of its own, with arguments, streams and an exit code."""
import os
import subprocess
import sys
from pathlib import Path

Path("tools.py").write_text("def double(number):\n    return 2 * number\n")
Path("script.py").write_text('''
import os, sys
import tools

assert __name__ == "__main__"
print(sys.argv, os.getpid() != int(sys.argv[1]))
print(tools.double(21), sys.stdin.readline().strip())
print("careful", file=sys.stderr)
sys.exit(int(sys.argv[2]))
''')
Path("broken.py").write_text("def fall():\n    raise ValueError('overboard')\n\n\nprint('walking')\nfall()\n")
pid = str(os.getpid())
ended = subprocess.run(
    [sys.executable, "script.py", pid, "4", "two words"], input="a line\n", capture_output=True, text=True
)
first, second = ended.stdout.splitlines()
assert first == f"{['script.py', pid, '4', 'two words']} True", first
print(second)
print(repr(ended.stderr), ended.returncode)

ended = subprocess.run([sys.executable, "broken.py"], capture_output=True, text=True)
lines = ended.stderr.splitlines()
print(ended.stdout.strip(), ended.returncode)
print(lines[0], "…", lines[-1])
assert any("broken.py" in line and "line 6" in line for line in lines)
assert any("broken.py" in line and "line 2, in fall" in line for line in lines)

talk = subprocess.Popen(
    [sys.executable, "-c", "import sys\nfor line in sys.stdin: print(line.strip()[::-1], flush=True)"],
    stdin=subprocess.PIPE,
    stdout=subprocess.PIPE,
    text=True,
)
for word in ("stop", "live"):
    print(word, file=talk.stdin, flush=True)
    print(word, talk.stdout.readline().strip())
talk.stdin.close()
print(talk.wait(timeout=9))

Path("endless.py").write_text("print('on', flush=True)\nwhile True: pass\n")
endless = subprocess.Popen([sys.executable, "endless.py"], stdout=subprocess.PIPE)
assert endless.stdout.readline() == b"on\n"
endless.kill()
print(endless.wait(timeout=9))
missing = subprocess.run([sys.executable, "no-such-script.py"], capture_output=True, text=True)
assert missing.returncode == 2 and "no-such-script.py" in missing.stderr
print("ok")
