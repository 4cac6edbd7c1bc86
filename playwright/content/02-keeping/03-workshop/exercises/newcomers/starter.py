def newcomers(ships):
    seen = []
    for ship in ships:
        if ship not in seen:
            seen.append(ship)
    return len(seen)
