"""Which account was last seen when?"""

from time import perf_counter


def sightings(accounts, path):
    """The last sign-in of each account, or "never"; the log begins with the oldest."""
    with open(path) as file:
        lines = file.read().splitlines()
    wanted = set(accounts)
    seen = {}
    for line in reversed(lines):
        if not wanted:
            break
        day, time, login, outcome = line.split()
        if login in wanted and outcome == "ok":
            seen[login] = f"{day} {time}"
            wanted.remove(login)
    return [seen.get(account, "never") for account in accounts]


def main():
    with open("accounts.txt") as file:
        accounts = file.read().split()

    start = perf_counter()
    seen = sightings(accounts, "logins.txt")
    milliseconds = (perf_counter() - start) * 1000

    for account, time in zip(accounts, seen):
        print(f"{account:<10}{time}")
    print(f"{milliseconds:.1f} ms (measured, one run)")


if __name__ == "__main__":
    main()
