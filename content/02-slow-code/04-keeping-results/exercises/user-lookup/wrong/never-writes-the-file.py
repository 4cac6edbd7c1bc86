# fails: second-run: Gave ['unknown'] instead of ['Ada Lund']
"""Reads the file of answers and never writes it."""

import json
from time import perf_counter

MAX_AGE = 600  # seconds for which an answer may be used


def names(requests, directory, path):
    """The name behind each request; `path` names the file of answers."""
    answers = load(path)
    found = []
    for at, site, login in requests:
        key = f"{site}/{login}"
        if key not in answers or at - answers[key][1] > MAX_AGE:
            answers[key] = [ask(directory, site, login, at), at]
        found.append(answers[key][0])
    return found


def load(path):
    """The answers of the last run. A file that is missing or damaged is as good as none."""
    try:
        with open(path) as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}


def ask(directory, site, login, at):
    """The directory's answer: of all entries the last one valid by then."""
    name = "unknown"
    for since, entry_site, entry_login, entry_name in directory:
        if since <= at and entry_site == site and entry_login == login:
            name = entry_name
    return name


def main():
    sites = ("berlin", "oslo")
    directory = []
    requests = []
    for n in range(300):
        directory.append([0, sites[n % 2], f"user-{n // 2}", f"Person {n}"])
        requests.append([n * 3, sites[n % 2], f"user-{n * n % 23}"])

    start = perf_counter()
    found = names(requests, directory, "answers.json")
    milliseconds = (perf_counter() - start) * 1000

    print(found[:4])
    print(len(found), "requests by", len(set(found)), "people (counted)")
    print(f"{milliseconds:.1f} ms (measured, one run)")


if __name__ == "__main__":
    main()
