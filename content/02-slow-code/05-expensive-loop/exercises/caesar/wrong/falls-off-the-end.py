# fails: past-the-end: Gave '{|} [\\]' instead of 'abc ABC'
"""Caesar cipher: move every letter a fixed number of places along the alphabet."""


def encrypt(text, shift):
    encrypted = []
    for character in text:
        is_letter = "a" <= character <= "z" or "A" <= character <= "Z"
        encrypted.append(chr(ord(character) + shift) if is_letter else character)
    return "".join(encrypted)


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
