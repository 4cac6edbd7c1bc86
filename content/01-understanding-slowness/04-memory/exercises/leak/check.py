"""Asks the learner's service thousands of times, and looks at what it keeps between two looks."""

import gc
import inspect
import sys
import tracemalloc

HOSTS = [f"host-{number}" for number in range(50)]
KEPT_AT_MOST_BYTES = 60_000


def page_of(host):
    return "\n".join(f"{host} service-{number} is up" for number in range(60))


def service(attempt):
    module = attempt.load()
    for name in ("handle", "status", "render"):
        assert callable(getattr(module, name, None)), f"There is no function `{name}` any more; the checks call it."
    return module


def random_hosts(attempt, count):
    return [attempt.random.choice(HOSTS) for _ in range(count)]


def answers(attempt):
    module = service(attempt)
    for number, host in enumerate(random_hosts(attempt, 300)):
        page = module.handle(number, host)
        told = str(page).partition(" ")[0]
        assert page == page_of(host), f"Request {number} asked for {host} and got the page of {told}, or not all of it."


def last_five(module):
    found = list(module.status())
    return found, f"`status()` gives {found}"


def remembers_five(attempt):
    module = service(attempt)
    asked = random_hosts(attempt, 40)
    for number, host in enumerate(asked):
        module.handle(number, host)
    found, told = last_five(module)
    wanted = asked[-1:-6:-1]
    assert found == wanted, f"{told} after requests that ended with {asked[-5:]}; wanted: {wanted}."


def remembers_from_the_start(attempt):
    module = service(attempt)
    found, told = last_five(module)
    assert found == [], f"{told} before anybody has asked; wanted: an empty list."
    first, second = attempt.random.sample(HOSTS, 2)
    module.handle(0, first)
    module.handle(1, second)
    found, told = last_five(module)
    assert found == [second, first], f"{told} after {first} and {second}; wanted: {[second, first]}."


def rendered_once(attempt):
    module = service(attempt)
    code = inspect.unwrap(module.render).__code__
    renders = 0

    def count(frame, event, _argument):
        nonlocal renders
        if event == "call" and frame.f_code is code:
            renders += 1

    asked = [*HOSTS, *random_hosts(attempt, 500)]
    sys.setprofile(count)
    try:
        for number, host in enumerate(asked):
            module.handle(number, host)
    finally:
        sys.setprofile(None)
    assert renders <= len(HOSTS), (
        f"{len(asked)} requests for {len(HOSTS)} hosts made `render` run {renders} times (counted). "
        f"A page that is kept need not be made again: {len(HOSTS)} times are enough."
    )


def stays_flat(attempt):
    module = service(attempt)
    before, after = random_hosts(attempt, 1_000), random_hosts(attempt, 3_000)
    tracemalloc.start()
    try:
        for number, host in enumerate([*HOSTS, *before]):
            module.handle(number, host)
        gc.collect()
        first = tracemalloc.take_snapshot()
        held = tracemalloc.get_traced_memory()[0]
        for number, host in enumerate(after, start=2_000):
            module.handle(number, host)
        gc.collect()
        grown = tracemalloc.get_traced_memory()[0] - held
        if grown > KEPT_AT_MOST_BYTES:
            growth = tracemalloc.take_snapshot().compare_to(first, "lineno")
            own = [line for line in growth if line.traceback[0].filename == attempt.program["path"]]
    finally:
        tracemalloc.stop()
    if grown > KEPT_AT_MOST_BYTES:
        most = max(own, key=lambda line: line.size_diff, default=None)
        where = "" if most is None else f", most of it asked for in line {most.traceback[0].lineno}"
        raise AssertionError(
            f"Between request 1,050 and 4,050 the service has grown by {grown / 1_000:,.0f} kB (measured){where}. "
            "Fifty pages and five names do not grow. Who can still reach it?"
        )
