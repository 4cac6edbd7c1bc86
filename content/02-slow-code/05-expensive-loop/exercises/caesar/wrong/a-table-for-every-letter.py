# fails: work: the target is at most 20 %
"""Caesar cipher: move every letter a fixed number of places along the alphabet."""

from string import ascii_letters, ascii_lowercase, ascii_uppercase


def encrypt(text, shift):
    places = shift % 26
    encrypted = ""
    for character in text:
        # One built-in does it all, and it does it anew for every character.
        moved = [letters[places:] + letters[:places] for letters in (ascii_lowercase, ascii_uppercase)]
        encrypted += character.translate(str.maketrans(ascii_letters, "".join(moved)))
    return encrypted


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
