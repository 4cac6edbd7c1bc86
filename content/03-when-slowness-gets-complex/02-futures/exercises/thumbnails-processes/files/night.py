"""Small pictures of noisy night photos (PGM: P2, width, height, white, then the grey values)."""

from pathlib import Path

ROUNDS = 30


def shrink(original, thumbnail):
    """Smooths the picture and keeps every fourth value of every fourth row: computing, nearly all of it."""
    rows = read_rows(original)
    for _ in range(ROUNDS):
        rows = smooth(rows)
    small = [[str(value // 100) for value in row[::4]] for row in rows[::4]]
    text = "\n".join(" ".join(row) for row in small)
    Path(thumbnail).write_text(f"P2\n{len(small[0])} {len(small)}\n9\n{text}\n")


def read_rows(original):
    kind, width, height, white, *values = Path(original).read_text().split()
    width, height = int(width), int(height)
    if len(values) != width * height:
        raise ValueError(f"{Path(original).name}: {len(values)} of {width * height} values")
    values = [int(value) * 100 for value in values]
    return [values[row * width : (row + 1) * width] for row in range(height)]


def smooth(rows):
    """Every value becomes the mean of itself and its four neighbours; at an edge it stands in for a missing one."""
    smoothed = []
    for y, row in enumerate(rows):
        above, below = rows[max(y - 1, 0)], rows[min(y + 1, len(rows) - 1)]
        last = len(row) - 1
        smoothed.append(
            [(row[x] + row[max(x - 1, 0)] + row[min(x + 1, last)] + above[x] + below[x]) // 5 for x in range(last + 1)]
        )
    return smoothed
