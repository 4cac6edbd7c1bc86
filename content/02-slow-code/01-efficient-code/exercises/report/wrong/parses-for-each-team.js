// fails: work: the target is at most 15 %
// The Monday report: for each team its tickets, the minutes they took, and the longest one.

// A ticket's team and minutes; null for a line that holds no ticket.
function parse(line) {
  if (line.trim() === "" || line.startsWith("#")) return null;
  const [number, team, minutes] = line.split(";");
  return [team.trim().toLowerCase(), Number(minutes)];
}

function teamsIn(lines) {
  const teams = [];
  for (const line of lines) {
    const ticket = parse(line);
    if (ticket !== null && !teams.includes(ticket[0])) teams.push(ticket[0]);
  }
  return teams.sort();
}

function report(lines) {
  return teamsIn(lines).map((team) => {
    const row = [team, 0, 0, 0];
    for (const line of lines) {
      const ticket = parse(line);
      if (ticket === null || ticket[0] !== team) continue;
      row[1] += 1;
      row[2] += ticket[1];
      row[3] = Math.max(row[3], ticket[1]);
    }
    return row;
  });
}

function asText([team, tickets, minutes, longest]) {
  let text = team;
  while (text.length < 10) text += " ";
  const column = (value, width) => String(value).padStart(width);
  return `${text}${column(tickets, 4)} tickets ${column(minutes, 6)} min, longest ${column(longest, 3)} min`;
}

function main() {
  const teams = ["shop", "mail", "wiki", "Shop", "disks", "printers", "backup", "phones"];
  const lines = ["# number; team; minutes"];
  for (let number = 0; number < 1200; number++) {
    lines.push(`${number};${teams[(number * 7) % 8]};${(number * 31) % (40 + 10 * (number % 8))}`);
  }
  for (const row of report(lines)) console.log(asText(row));
}

main();
