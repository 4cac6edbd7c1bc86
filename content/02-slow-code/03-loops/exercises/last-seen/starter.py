"""Which account was last seen when?"""

from time import perf_counter


def sightings(accounts, path):
    """The last sign-in of each account, or "never"; the log begins with the oldest."""
    seen = []
    for account in accounts:
        last = "never"
        with open(path) as file:
            lines = file.read().splitlines()
        for line in lines:
            day, time, login, outcome = line.split()
            if login == account and outcome == "ok":
                last = f"{day} {time}"
        seen.append(last)
    return seen


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
