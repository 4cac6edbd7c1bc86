# fails: last-five: wanted:
"""A service that answers with a page for each host, and remembers who asked last."""

from collections import deque

HOSTS = [f"host-{number}" for number in range(50)]

pages = {}
recent = deque(maxlen=3)


def render(host):
    """Makes the page of a host. This is the slow part."""
    return "\n".join(f"{host} service-{number} is up" for number in range(60))


def handle(number, host):
    """Answers request `number`: gives the page of the host."""
    if host not in pages:
        pages[host] = render(host)
    page = pages[host]
    recent.append({"number": number, "host": host, "page": page})
    return page


def status():
    """The hosts that were asked for last, five at most, the latest first."""
    return [request["host"] for request in reversed(recent)]


def send(page):
    """Stands for the network: gives how many bytes go out."""
    return sum(len(line) + 1 for line in page.split("\n"))


def main():
    sent = 0
    for number in range(3_000):
        sent += send(handle(number, HOSTS[number * 7 % len(HOSTS)]))
    print(sent, "bytes sent; asked for last:", ", ".join(status()))


if __name__ == "__main__":
    main()
