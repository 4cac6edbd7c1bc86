// The box office: who has which seat, after every booking.

function serve(requests) {
  const table = [];
  const answers = [];
  for (const [[seat, visitor], asked] of requests) {
    const booked = table.find((row) => row[0] === seat);
    if (booked) booked[1] = visitor;
    else table.push([seat, visitor]);
    const theirs = table.filter((row) => row[1] === asked && row[1] !== null);
    answers.push(theirs.map((row) => row[0]).sort((one, other) => one - other));
  }
  return answers;
}

function main() {
  const visitors = Array.from({ length: 600 }, (_, number) => `visitor-${number % 50}`);
  const requests = visitors.map((visitor, number) => [[(number * 37) % 400, visitor], visitors[(number * 7) % 600]]);
  const answers = serve(requests);
  console.log(answers.length, "questions answered; the last one:", answers.at(-1));
}

main();
