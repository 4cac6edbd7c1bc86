// fails: freed: Gave [ [ 8 ], [ 8 ], [ 8, 9 ] ]
// The box office: who has which seat, after every booking.

function serve(requests) {
  const visitorOf = new Map();
  const seatsOf = new Map();
  const answers = [];
  for (const [[seat, visitor], asked] of requests) {
    const before = visitorOf.get(seat) ?? null;
    if (before !== null && visitor !== null) seatsOf.get(before).delete(seat);
    visitorOf.set(seat, visitor);
    if (visitor !== null) {
      if (!seatsOf.has(visitor)) seatsOf.set(visitor, new Set());
      seatsOf.get(visitor).add(seat);
    }
    answers.push([...(seatsOf.get(asked) ?? [])].sort((one, other) => one - other));
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
