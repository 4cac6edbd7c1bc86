# fails: work: the target is at most 15 %
"""The Monday report: for each team its tickets, the minutes they took, and the longest one."""


def parse(line):
    """A ticket's team and minutes; None for a line that holds no ticket."""
    if line.strip() == "" or line.startswith("#"):
        return None
    first = line.index(";")
    second = line.index(";", first + 1)
    return line[first + 1 : second].strip().lower(), int(line[second + 1 :])


def teams_in(lines):
    teams = []
    for line in lines:
        ticket = parse(line)
        if ticket is not None and ticket[0] not in teams:
            teams.append(ticket[0])
    return sorted(teams)


def tickets_of(team, lines):
    count = 0
    for line in lines:
        ticket = parse(line)
        if ticket is not None and ticket[0] == team:
            count += 1
    return count


def minutes_of(team, lines):
    total = 0
    for line in lines:
        ticket = parse(line)
        if ticket is not None and ticket[0] == team:
            total += ticket[1]
    return total


def longest_of(team, lines):
    longest = 0
    for line in lines:
        ticket = parse(line)
        if ticket is not None and ticket[0] == team:
            longest = max(longest, ticket[1])
    return longest


def report(lines):
    rows = []
    for team in teams_in(lines):
        rows.append([team, tickets_of(team, lines), minutes_of(team, lines), longest_of(team, lines)])
    return rows


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
