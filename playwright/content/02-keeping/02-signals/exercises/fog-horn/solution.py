def blasts(nights):
    total = 0
    for night in range(1, nights + 1):
        total += night
    return total
