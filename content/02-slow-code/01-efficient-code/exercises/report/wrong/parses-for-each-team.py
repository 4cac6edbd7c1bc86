# fails: work: the target is at most 15 %
"""The Monday report: for each team its tickets, the minutes they took, and the longest one."""


def parse(line):
    """A ticket's team and minutes; None for a line that holds no ticket."""
    if line.strip() == "" or line.startswith("#"):
        return None
    number, team, minutes = line.split(";")
    return team.strip().lower(), int(minutes)


def teams_in(lines):
    teams = []
    for line in lines:
        ticket = parse(line)
        if ticket is not None and ticket[0] not in teams:
            teams.append(ticket[0])
    return sorted(teams)


def report(lines):
    rows = []
    for team in teams_in(lines):
        row = [team, 0, 0, 0]
        for line in lines:
            ticket = parse(line)
            if ticket is not None and ticket[0] == team:
                row[1] += 1
                row[2] += ticket[1]
                row[3] = max(row[3], ticket[1])
        rows.append(row)
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
