"""Asks every host for its state, one after the other."""

import network

states = [network.fetch(f"/hosts/{number}") for number in range(24)]
