# fails: pprofile: Gave [['encrypt_character:11'
"""Own and inclusive costs of the functions in a callgrind file."""


def costs(text, event):
    own = {}
    calls = {}
    names = {}
    current = callee = None
    column = 1
    is_call = False

    def name_of(written):
        """`(1) clean` gives a name its number, `(1)` uses it."""
        if not written.startswith("("):
            return written
        number, _, name = written.partition(")")
        if name:
            names[number] = name.strip()
        return names[number]

    for line in text.splitlines():
        if line.startswith("events:"):
            column = 1
        elif line.startswith("fn="):
            current = name_of(line[3:])
            own.setdefault(current, 0)
            calls.setdefault(current, 0)
        elif line.startswith("cfn="):
            callee = name_of(line[4:])
        elif line.startswith("calls="):
            is_call = True
        elif line[:1].isdigit():
            cost = int(line.split()[column])
            if not is_call:
                own[current] += cost
            elif callee != current:
                calls[current] += cost
            is_call = False
    rows = [[name, own[name], own[name] + calls[name]] for name in own]
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
