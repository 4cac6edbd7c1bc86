"""A program that reads all of its input gets every line, and then the end."""
import subprocess
import sys

print("First:", input())
print([line.rstrip("\n") for line in sys.stdin])
for read in (input, sys.stdin.read):
    try:
        print(repr(read()))
    except EOFError as error:
        print(type(error).__name__)
assert subprocess.run(["cat"], stdin=subprocess.DEVNULL, capture_output=True).stdout == b""
print("ok")
