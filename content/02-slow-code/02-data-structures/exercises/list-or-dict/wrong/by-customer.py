# fails: in-order: Gave ['Ada', 'Ben', 'Ben', 'Cem'] instead of ['Ben', 'Ada', 'Ben', 'Cem']
# fails: nobody: Gave ['Ada'] instead of ['Ada', 'unknown']
"""Goes from customer to customer, and the order of the orders is lost."""

from time import perf_counter


def buyers(orders, customers):
    """The buyer's name for each order, in the order of the orders."""
    orders_of = {}
    for number in orders:
        orders_of.setdefault(str(number), []).append(number)
    names = []
    for customer, name in customers:
        for number in orders_of.pop(str(customer), []):
            names.append(name)
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
