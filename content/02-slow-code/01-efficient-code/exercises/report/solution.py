"""The Monday report: for each team its tickets, the minutes they took, and the longest one."""


def parse(line):
    """A ticket's team and minutes; None for a line that holds no ticket."""
    if line.strip() == "" or line.startswith("#"):
        return None
    number, team, minutes = line.split(";")
    return team.strip().lower(), int(minutes)


def report(lines):
    row_of = {}
    for line in lines:
        ticket = parse(line)
        if ticket is None:
            continue
        team, minutes = ticket
        if team not in row_of:
            row_of[team] = [team, 0, 0, 0]
        row = row_of[team]
        row[1] += 1
        row[2] += minutes
        if minutes > row[3]:
            row[3] = minutes
    return [row_of[team] for team in sorted(row_of)]


def as_text(row):
    team, tickets, minutes, longest = row
    text = team
    while len(text) < 10:
        text = text + " "
    return text + f"{tickets:>4} tickets {minutes:>6} min, longest {longest:>3} min"


def main():
    teams = ["shop", "mail", "wiki", "Shop", "disks", "printers", "backup", "phones"]
    lines = ["# number; team; minutes"]
    for number in range(1200):
        lines.append(f"{number};{teams[number * 7 % 8]};{number * 31 % (40 + 10 * (number % 8))}")
    for row in report(lines):
        print(as_text(row))


if __name__ == "__main__":
    main()
