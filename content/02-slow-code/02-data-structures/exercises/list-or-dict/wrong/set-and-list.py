# fails: growth: The work grows as O(n²), and the target is O(n log n)
"""The set knows whether a number is there; its name is searched in the list all the same."""

from time import perf_counter


def buyers(orders, customers):
    """The buyer's name for each order, in the order of the orders."""
    known = {str(customer) for customer, name in customers}
    names = []
    for number in orders:
        if str(number) in known:
            for customer, name in customers:
                if str(customer) == str(number):
                    names.append(name)
                    break
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
