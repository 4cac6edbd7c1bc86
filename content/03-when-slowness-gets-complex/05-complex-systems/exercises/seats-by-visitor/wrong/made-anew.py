# fails: growth: for every request all that was booked so far is gone through again
"""The box office: who has which seat, after every booking."""


def serve(requests):
    visitor_of = {}
    answers = []
    for (seat, visitor), asked in requests:
        visitor_of[seat] = visitor
        seats_of = {}
        for booked, owner in visitor_of.items():
            if owner is not None:
                seats_of.setdefault(owner, []).append(booked)
        answers.append(sorted(seats_of.get(asked, [])))
    return answers


def main():
    visitors = [f"visitor-{number % 50}" for number in range(600)]
    requests = [[[number * 37 % 400, visitors[number]], visitors[number * 7 % 600]] for number in range(600)]
    answers = serve(requests)
    print(len(answers), "questions answered; the last one:", answers[-1])


if __name__ == "__main__":
    main()
