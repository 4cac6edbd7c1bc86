def blasts(nights):
    total = 0
    for night in range(nights):
        total += 20
    return total
