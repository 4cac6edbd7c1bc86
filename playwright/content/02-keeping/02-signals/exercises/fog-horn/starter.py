def blasts(nights):
    total = 0
    for night in range(nights):
        for blast in range(20):
            total += 1
    return total
