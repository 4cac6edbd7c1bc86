// fails: growth: for every request all that was booked so far is gone through again
// The box office: who has which seat, after every booking.

function serve(requests) {
  const visitorOf = new Map();
  const answers = [];
  for (const [[seat, visitor], asked] of requests) {
    visitorOf.set(seat, visitor);
    const seatsOf = new Map();
    for (const [booked, owner] of visitorOf) {
      if (owner === null) continue;
      if (!seatsOf.has(owner)) seatsOf.set(owner, []);
      seatsOf.get(owner).push(booked);
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
