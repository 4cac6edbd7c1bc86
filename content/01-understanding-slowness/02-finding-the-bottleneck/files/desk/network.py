"""A simulated network: an answer arrives after a while, and nothing is sent."""

from time import perf_counter, sleep

requests = 0
waited = 0


def fetch(path, seconds=0.05):
    global requests, waited
    start = perf_counter()
    sleep(seconds)
    requests += 1
    waited += perf_counter() - start
    return f"the answer to {path}"
