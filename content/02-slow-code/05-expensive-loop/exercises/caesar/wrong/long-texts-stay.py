# fails: work: the counted call gave another result
"""Caesar cipher: move every letter a fixed number of places along the alphabet."""

from string import ascii_lowercase, ascii_uppercase


def encrypt(text, shift):
    substitutes = {}
    for alphabet in (ascii_lowercase, ascii_uppercase):
        for position, letter in enumerate(alphabet):
            substitutes[letter] = alphabet[(position + shift) % 26]
    moved = [substitutes.get(character, character) for character in text[:1000]]
    return "".join(moved) + text[1000:]


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
