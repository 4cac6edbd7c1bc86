"""A command is run to its end, and what it printed and how it ended are known."""
import subprocess

ended = subprocess.run(["echo", "ahoy", "two  words"], capture_output=True, text=True)
print(ended.returncode, repr(ended.stdout), repr(ended.stderr), ended.args)
print(subprocess.run(["echo", "-n", "bytes"], stdout=subprocess.PIPE).stdout)
print(subprocess.run(["cat"], input="to and fro\n", capture_output=True, text=True).stdout, end="")
print(subprocess.run(["cat"], input=b"\x00\xff", stdout=subprocess.PIPE).stdout)
assert subprocess.run(["cat"], stdin=subprocess.DEVNULL, capture_output=True).stdout == b""

print([subprocess.run(["true"]).returncode, subprocess.run(["false"]).returncode, subprocess.call(["false"])])
print(subprocess.check_output(["echo", "checked"], text=True), end="")
assert subprocess.check_call(["true"]) == 0
for act in (
    lambda: subprocess.run(["false"], check=True),
    lambda: subprocess.check_call(["false"]),
    lambda: subprocess.check_output(["false"]),
    lambda: subprocess.run(["false"]).check_returncode(),
):
    try:
        act()
        raise AssertionError("false was true")
    except subprocess.CalledProcessError as error:
        assert (error.returncode, error.cmd) == (1, ["false"])
        told = str(error)
print(told)

missing = subprocess.run(["ls", "missing-folder"], capture_output=True, text=True)
assert missing.returncode != 0 and missing.stdout == "" and "missing-folder" in missing.stderr
together = subprocess.run(
    ["cat", "missing-file"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
)
assert "missing-file" in together.stdout and together.stderr is None
print("what is missing is named on the error output")

try:
    subprocess.run(["no-such-command", "--help"])
    raise AssertionError("there is such a command")
except FileNotFoundError as error:
    print(error.strerror, error.filename)

try:
    subprocess.run(["sleep", "30"], timeout=0.2)
    raise AssertionError("thirty seconds have passed")
except subprocess.TimeoutExpired as error:
    assert 0 < error.timeout <= 0.2
    print(error.cmd, "took too long")
assert subprocess.run(["sleep", "0.01"], timeout=8).returncode == 0

# What nobody catches goes where the program's own output goes.
print("before", flush=True)
subprocess.run(["echo", "from the command itself"])
print("after")
print("ok")
