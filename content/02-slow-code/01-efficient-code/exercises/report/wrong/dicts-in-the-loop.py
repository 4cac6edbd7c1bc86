# fails: work: the target is at most 15 %
"""The Monday report: for each team its tickets, the minutes they took, and the longest one."""


def parse(line):
    """A ticket's team and minutes; None for a line that holds no ticket."""
    if line.strip() == "" or line.startswith("#"):
        return None
    number, team, minutes = line.split(";")
    return team.strip().lower(), int(minutes)


def tickets_by_team(lines):
    tickets = {}
    for line in lines:
        ticket = parse(line)
        if ticket is not None:
            tickets[ticket[0]] = tickets.get(ticket[0], 0) + 1
    return tickets


def minutes_by_team(lines):
    minutes = {}
    for line in lines:
        ticket = parse(line)
        if ticket is not None:
            minutes[ticket[0]] = minutes.get(ticket[0], 0) + ticket[1]
    return minutes


def longest_by_team(lines):
    longest = {}
    for line in lines:
        ticket = parse(line)
        if ticket is not None:
            longest[ticket[0]] = max(longest.get(ticket[0], 0), ticket[1])
    return longest


def report(lines):
    rows = []
    for team in sorted(tickets_by_team(lines)):
        rows.append([team, tickets_by_team(lines)[team], minutes_by_team(lines)[team], longest_by_team(lines)[team]])
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
