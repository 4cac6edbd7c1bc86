# fails: growth: The work grows as O(n²), and the target is O(n log n)
"""A dict, and a new one for every order."""

from time import perf_counter


def buyers(orders, customers):
    """The buyer's name for each order, in the order of the orders."""
    names = []
    for number in orders:
        name_of = {}
        for customer, name in customers:
            name_of.setdefault(str(customer), name)
        names.append(name_of.get(str(number), "unknown"))
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
