"""Watches `ask` while the learner's `count_updates` runs, and compares the tally with the truth."""

import threading
import time

TEAMS = ["shop", "mail", "wiki"]


def random_servers(attempt, count, teams=TEAMS):
    return [
        {"name": f"host-{n}", "team": attempt.random.choice(teams), "lacks": attempt.random.randint(1, 9)}
        for n in range(count)
    ]


def truth(servers, tally=None):
    expected = dict(tally or {})
    for server in servers:
        expected[server["team"]] = expected.get(server["team"], 0) + server["lacks"]
    return expected


class Watch:
    """Stands in for `ask`: answers after a wait, and notes which threads are inside and how many at once."""

    def __init__(self, wait):
        self.wait = wait
        self.guard = threading.Lock()
        self.calls = self.inside = self.most = 0
        self.threads = set()

    def ask(self, server):
        with self.guard:
            self.calls += 1
            self.inside += 1
            self.most = max(self.most, self.inside)
            self.threads.add(threading.current_thread())
        time.sleep(self.wait)
        with self.guard:
            self.inside -= 1
        return server["lacks"]


class SlowTally(dict):
    """A tally that takes its time between handing out a number and letting its reader go on."""

    def __getitem__(self, team):
        updates = super().__getitem__(team)
        time.sleep(0.01)
        return updates

    def get(self, team, default=None):
        updates = super().get(team, default)
        time.sleep(0.01)
        return updates


def counted(attempt, servers, tally, wait=0.01):
    module = attempt.load()
    assert hasattr(module, "count_updates"), "There is no function `count_updates` any more; the checks call it."
    watch = Watch(wait)
    module.ask = watch.ask
    module.count_updates(servers, tally)
    assert watch.calls == len(servers), (
        f"`ask` was called {watch.calls} times for {len(servers)} servers. Ask each server once, by `ask(server)`."
    )
    return watch


def total_of(tally):
    return sum(dict.values(tally))


def every_update(attempt):
    servers = random_servers(attempt, 24)
    tally = {}
    counted(attempt, servers, tally)
    expected = truth(servers)
    lost = total_of(expected) - total_of(tally)
    assert lost == 0, (
        f"The servers lack {total_of(expected)} updates and the tally says {total_of(tally)}: {lost} got lost. "
        "Which line reads the old number long before it writes the new one?"
    )
    assert tally == expected, f"The total is right, but the teams are not: {tally} instead of {expected}."


def side_by_side(attempt):
    watch = counted(attempt, random_servers(attempt, 16), {}, wait=0.03)
    assert len(watch.threads) > 1, "All servers were asked by one thread, one after the other. Keep the four threads."
    assert watch.most >= 2, (
        f"{len(watch.threads)} threads asked, but never two at once. Either a lock is held while its holder waits for "
        "the server, or the next thread starts only after the last one has ended."
    )


def any_gap(attempt):
    servers = random_servers(attempt, 24, teams=["shop"])
    tally = SlowTally(shop=0)
    counted(attempt, servers, tally)
    expected = total_of(truth(servers))
    found = total_of(tally)
    assert found == expected, (
        f"With a slower tally, {expected} was added to the tally, but it says {found}. Two threads read the same old "
        "number. Reading and writing need one lock around both, and it must be the same lock for every thread."
    )


def adds_to_the_tally(attempt):
    servers = random_servers(attempt, 12)
    before = {team: attempt.random.randint(10, 99) for team in TEAMS}
    tally = dict(before)
    counted(attempt, servers, tally)
    expected = truth(servers, before)
    assert tally == expected, (
        f"{before} was in the tally before, so {expected} should be in it now, and it holds {tally}. "
        "Add to what is there, and lose none of it."
    )
