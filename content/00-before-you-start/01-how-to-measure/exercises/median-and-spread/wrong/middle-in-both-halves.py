# fails: middle-left-out: Gave [306.0, 312, 318.0, 'fine'] instead of [304, 312, 320, 'fine']
"""Sums up how long a script took in several runs."""

FEWEST_RUNS = 5


def median(ordered):
    """The middle of times that are sorted already."""
    half = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def summarise(times):
    if len(times) < FEWEST_RUNS:
        return None
    ordered = sorted(times)
    half = (len(ordered) + 1) // 2
    lower, middle, upper = median(ordered[:half]), median(ordered), median(ordered[-half:])
    is_noisy = middle == 0 or (upper - lower) * 10 > middle
    return [lower, middle, upper, "too noisy to tell" if is_noisy else "fine"]


if __name__ == "__main__":
    for times in ([101, 99, 100, 102, 98], [90, 120, 100, 160, 110, 95, 140], [50, 51]):
        print(times, "->", summarise(times))
