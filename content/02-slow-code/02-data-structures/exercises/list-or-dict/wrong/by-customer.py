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
