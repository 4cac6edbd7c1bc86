// fails: work: the target is at most 15 %
// The Monday report: for each team its tickets, the minutes they took, and the longest one.

// A ticket's team and minutes; null for a line that holds no ticket.
function parse(line) {
  if (line.trim() === "" || line.startsWith("#")) return null;
  const first = line.indexOf(";");
  const second = line.indexOf(";", first + 1);
  return [line.slice(first + 1, second).trim().toLowerCase(), Number(line.slice(second + 1))];
}

function teamsIn(lines) {
  const teams = [];
  for (const line of lines) {
    const ticket = parse(line);
    if (ticket !== null && !teams.includes(ticket[0])) teams.push(ticket[0]);
  }
  return teams.sort();
}

function ticketsOf(team, lines) {
  let count = 0;
  for (const line of lines) {
    const ticket = parse(line);
    if (ticket !== null && ticket[0] === team) count += 1;
  }
  return count;
}

function minutesOf(team, lines) {
  let total = 0;
  for (const line of lines) {
    const ticket = parse(line);
    if (ticket !== null && ticket[0] === team) total += ticket[1];
  }
  return total;
}

function longestOf(team, lines) {
  let longest = 0;
  for (const line of lines) {
    const ticket = parse(line);
    if (ticket !== null && ticket[0] === team) longest = Math.max(longest, ticket[1]);
  }
  return longest;
}

function report(lines) {
  const rows = [];
  for (const team of teamsIn(lines)) {
    rows.push([team, ticketsOf(team, lines), minutesOf(team, lines), longestOf(team, lines)]);
  }
  return rows;
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
