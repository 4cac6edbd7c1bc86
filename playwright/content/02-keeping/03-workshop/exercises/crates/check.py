import os


def stowed(attempt):
    attempt.fresh_files()
    attempt.run()
    there = sorted(os.listdir("hold")) if os.path.isdir("hold") else []
    assert there == sorted(os.listdir("quay")), f"In the hold there are {len(there)} crates."
