"""Wants a whole month in memory; when that fails, it begins again with fewer days."""

from monitor import errors

DAY_BYTES = 12_000_000

days = 31
while True:
    try:
        month = []
        for day in range(days):
            month.append(bytearray(DAY_BYTES))
            lines = month[-1].count(b"\0", 0, 400_000)
        break
    except MemoryError:
        errors.append(f"MemoryError after {len(month)} days")
        days -= 4
