def blasts(nights):
    total = 0
    for night in range(1, nights + 1):
        for blast in range(night):
            total += 1
    return total
