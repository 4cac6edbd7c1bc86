"""The box office: who has which seat, after every booking."""


def serve(requests):
    visitor_of = {}
    seats_of = {}
    answers = []
    for (seat, visitor), asked in requests:
        before = visitor_of.get(seat)
        if before is not None:
            seats_of[before].remove(seat)
        visitor_of[seat] = visitor
        if visitor is not None:
            seats_of.setdefault(visitor, set()).add(seat)
        answers.append(sorted(seats_of.get(asked, [])))
    return answers


def main():
    visitors = [f"visitor-{number % 50}" for number in range(600)]
    requests = [[[number * 37 % 400, visitors[number]], visitors[number * 7 % 600]] for number in range(600)]
    answers = serve(requests)
    print(len(answers), "questions answered; the last one:", answers[-1])


if __name__ == "__main__":
    main()
