"""For every host: fetch its log, then search it."""

import network

for number in range(12):
    network.fetch(f"/logs/{number}")
    matches = sum(line * line % 97 == 3 for line in range(200_000))
