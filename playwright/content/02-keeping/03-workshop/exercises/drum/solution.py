total = 0
for beat in range(5):
    total += sum(range(300_000))
print("5 beats", total)
