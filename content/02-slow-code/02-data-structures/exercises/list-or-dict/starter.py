"""Month end: whose orders are these?"""

from time import perf_counter


def buyers(orders, customers):
    """The buyer's name for each order, in the order of the orders."""
    names = []
    for number in orders:
        names.append(name_of(number, customers))
    return names


def name_of(number, customers):
    for customer, name in customers:
        if str(customer) == str(number):
            return name
    return "unknown"


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
