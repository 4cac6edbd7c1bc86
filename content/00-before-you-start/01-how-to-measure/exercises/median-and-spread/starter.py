"""Sums up how long a script took in several runs."""


def summarise(times):
    mean = sum(times) / len(times)
    return [min(times), mean, max(times), "fine"]


if __name__ == "__main__":
    for times in ([101, 99, 100, 102, 98], [90, 120, 100, 160, 110, 95, 140], [50, 51]):
        print(times, "->", summarise(times))
