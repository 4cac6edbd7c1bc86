# fails: growth: The work grows as O(n²), and the target is O(n log n)
"""Bisecting is quick, but only in a list that is sorted once."""

from bisect import bisect_left
from time import perf_counter


def buyers(orders, customers):
    """The buyer's name for each order, in the order of the orders."""
    names = []
    for number in orders:
        by_number = sorted(customers, key=lambda pair: str(pair[0]))
        place = bisect_left(by_number, str(number), key=lambda pair: str(pair[0]))
        if place < len(by_number) and str(by_number[place][0]) == str(number):
            names.append(by_number[place][1])
        else:
            names.append("unknown")
    return names


def main():
    size = 800
    customers = [[number, f"customer {number}"] for number in range(size)]
    orders = [n * 37 % (size + 20) for n in range(size)]

    start = perf_counter()
    names = buyers(orders, customers)
    milliseconds = (perf_counter() - start) * 1000

    print(names[:4])
    unknown = names.count("unknown")
    print(len(names), "orders,", unknown, "by unknown buyers (counted)")
    print(f"{milliseconds:.1f} ms (measured, one run)")


if __name__ == "__main__":
    main()
