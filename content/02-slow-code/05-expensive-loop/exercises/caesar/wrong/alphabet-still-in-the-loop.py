# fails: work: the target is at most 20 %
"""Caesar cipher: move every letter a fixed number of places along the alphabet."""


def encrypt(text, shift):
    places = shift % 26
    encrypted = []
    for character in text:
        encrypted.append(encrypt_character(character, places))
    return "".join(encrypted)


# The remainder and the joining have moved, and the alphabets have not.
def encrypt_character(character, places):
    lower = ""
    upper = ""
    for step in range(26):
        lower += chr(ord("a") + step)
        upper += chr(ord("A") + step)
    for alphabet in (lower, upper):
        if character in alphabet:
            return alphabet[(alphabet.index(character) + places) % 26]
    return character


def checksum(text):
    """A small number that shows the receiver whether the message arrived whole."""
    total = 0
    for character in text:
        total = (total * 31 + ord(character)) % 1_000_003
    return total


def main():
    print("Infosec ->", encrypt("Infosec", 7))

    message = "Meet me behind the library at noon. " * 200
    secret = encrypt(message, 7)
    print(len(secret), "characters, starting with", secret[:35])
    print("checksum before:", checksum(message), "after:", checksum(secret))


if __name__ == "__main__":
    main()
