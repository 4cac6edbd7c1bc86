"""A program that asks waits for its answer, and gets it as a line."""
import sys

name = input("Name? ")
print(f"Welcome, {name}.")
watches = int(input("How many watches? "))
keepers = [input() for _ in range(watches)]
print(watches, "watches:", keepers)
try:
    int(input("A number? "))
    raise AssertionError("that was a number")
except ValueError as error:
    print(error)
print("an empty line:", repr(input()))
line = sys.stdin.readline()
assert line == "through the stream\n", line
print(line, end="")
print(repr(input("Spaces stay: ")))
print("ok")
