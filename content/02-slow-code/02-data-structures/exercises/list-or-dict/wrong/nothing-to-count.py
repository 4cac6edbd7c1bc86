# fails: work: That is too little to be true
"""Right and quick, but no line of it is passed for an order, so that nothing can be counted."""

from collections import defaultdict
from time import perf_counter


def buyers(orders, customers):
    """The buyer's name for each order, in the order of the orders."""
    name_of = defaultdict(lambda: "unknown")
    for customer, name in customers:
        name_of.setdefault(str(customer), name)
    return list(map(name_of.__getitem__, map(str, orders)))


def main():
    customers = [[1000 + n * 7919 % 3000, f"customer {n}"] for n in range(800)]
    orders = [1000 + n * 1237 % 3000 for n in range(1000)]

    start = perf_counter()
    names = buyers(orders, customers)
    milliseconds = (perf_counter() - start) * 1000

    print(names[:4])
    print(len(names), "orders,", names.count("unknown"), "of them by unknown buyers (counted)")
    print(f"{milliseconds:.1f} ms (measured, one run)")


if __name__ == "__main__":
    main()
