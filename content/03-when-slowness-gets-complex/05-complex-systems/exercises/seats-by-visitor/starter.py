"""The box office: who has which seat, after every booking."""


def serve(requests):
    table = []
    answers = []
    for (seat, visitor), asked in requests:
        for row in table:
            if row[0] == seat:
                row[1] = visitor
                break
        else:
            table.append([seat, visitor])
        answers.append(sorted(row[0] for row in table if row[1] == asked and row[1] is not None))
    return answers


def main():
    visitors = [f"visitor-{number % 50}" for number in range(600)]
    requests = [[[number * 37 % 400, visitors[number]], visitors[number * 7 % 600]] for number in range(600)]
    answers = serve(requests)
    print(len(answers), "questions answered; the last one:", answers[-1])


if __name__ == "__main__":
    main()
