"""Own and inclusive costs of the functions in a callgrind file."""


def costs(text, event):
    own = {}
    current = None
    for line in text.splitlines():
        if line.startswith("fn="):
            current = line[3:]
            own[current] = 0
        elif line[:1].isdigit():
            own[current] += int(line.split()[1])
    rows = [[name, own[name], own[name]] for name in own]
    return sorted(rows, key=lambda row: (-row[2], row[0]))


def main():
    text = """# callgrind format
events: us
fn=clean
4 90000
fn=load
12 700
cfn=clean
calls=300 4
12 2200
"""
    for name, own, inclusive in costs(text, "us"):
        print(f"{name:<8} own {own:>6}, inclusive {inclusive:>6}")


if __name__ == "__main__":
    main()
