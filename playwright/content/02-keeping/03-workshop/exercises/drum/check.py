def beats(attempt):
    assert attempt.run().stdout.startswith("5 beats"), "It does not say how often it beat."
