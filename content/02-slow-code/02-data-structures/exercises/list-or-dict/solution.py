"""Month end: whose orders are these?"""

from time import perf_counter


def buyers(orders, customers):
    """The buyer's name for each order, in the order of the orders."""
    name_of = {}
    for customer, name in customers:
        name_of.setdefault(str(customer), name)  # the first entry counts
    names = []
    for number in orders:
        names.append(name_of.get(str(number), "unknown"))
    return names


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
