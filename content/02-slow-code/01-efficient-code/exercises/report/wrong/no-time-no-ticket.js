// fails: no-minutes: Gave [ [ 'phones', 0, 0, 0 ] ]
// The Monday report: for each team its tickets, the minutes they took, and the longest one.

// A ticket's team and minutes; null for a line that holds no ticket.
function parse(line) {
  if (line.trim() === "" || line.startsWith("#")) return null;
  const [number, team, minutes] = line.split(";");
  return [team.trim().toLowerCase(), Number(minutes)];
}

function report(lines) {
  const rowOf = new Map();
  for (const line of lines) {
    const ticket = parse(line);
    if (ticket === null) continue;
    const [team, minutes] = ticket;
    if (!rowOf.has(team)) rowOf.set(team, [team, 0, 0, 0]);
    const row = rowOf.get(team);
    if (minutes) row[1] += 1;
    row[2] += minutes;
    if (minutes > row[3]) row[3] = minutes;
  }
  return [...rowOf.keys()].sort().map((team) => rowOf.get(team));
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
