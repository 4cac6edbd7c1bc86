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
