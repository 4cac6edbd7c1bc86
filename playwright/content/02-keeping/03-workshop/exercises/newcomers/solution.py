def newcomers(ships):
    seen = set()
    for ship in ships:
        if ship not in seen:
            seen.add(ship)
    return len(seen)
