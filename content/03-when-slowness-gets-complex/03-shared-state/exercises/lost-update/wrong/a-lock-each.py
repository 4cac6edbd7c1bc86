# fails: any-gap: Two threads read the same old number
"""How many updates do the servers of each team still lack?"""

import threading
import time

TEAMS = ["shop", "mail", "wiki"]
SERVERS = [{"name": f"host-{n}", "team": TEAMS[n // 4 % 3], "lacks": n % 5 + 1} for n in range(24)]


def ask(server):
    """Asks a server how many updates it lacks; the sleep stands for its answer."""
    time.sleep(0.05)
    return server["lacks"]


def work_through(servers, tally):
    lock = threading.Lock()  # a new one for every thread
    for server in servers:
        updates = ask(server)
        with lock:
            tally[server["team"]] = tally.get(server["team"], 0) + updates


def count_updates(servers, tally):
    """Adds what the servers lack to their teams' numbers in `tally`; four threads share the work."""
    threads = [threading.Thread(target=work_through, args=[servers[n::4], tally]) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main():
    tally = {}
    start = time.perf_counter()
    count_updates(SERVERS, tally)
    milliseconds = (time.perf_counter() - start) * 1000

    for team, updates in sorted(tally.items()):
        print(team, "lacks", updates)
    print(f"{sum(tally.values())} in the tally, {sum(server['lacks'] for server in SERVERS)} in truth (counted)")
    print(f"{milliseconds:.0f} ms (measured, the servers are simulated)")


if __name__ == "__main__":
    main()
