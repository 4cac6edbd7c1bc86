# fails: nobody: IndexError: list index out of range
# fails: no-customers: IndexError
"""Bisecting finds the place where a number would belong, whether it is there or not."""

from bisect import bisect_left
from time import perf_counter


def buyers(orders, customers):
    """The buyer's name for each order, in the order of the orders."""
    by_number = sorted([str(customer), place] for place, (customer, name) in enumerate(customers))
    names = []
    for number in orders:
        found = bisect_left(by_number, [str(number)])
        names.append(customers[by_number[found][1]][1])
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
