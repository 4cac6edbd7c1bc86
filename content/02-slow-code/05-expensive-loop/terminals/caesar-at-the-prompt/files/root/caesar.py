"""Caesar cipher: move every letter a fixed number of places along the alphabet."""


def encrypt(text, shift):
    encrypted = ""
    for character in text:
        encrypted += encrypt_character(character, shift)
    return encrypted


def encrypt_character(character, shift):
    lower = ""
    upper = ""
    for step in range(26):
        lower += chr(ord("a") + step)
        upper += chr(ord("A") + step)

    if character in lower:
        return lower[(lower.index(character) + shift) % 26]
    if character in upper:
        return upper[(upper.index(character) + shift) % 26]
    return character


def checksum(text):
    """A small number that shows the receiver whether the message arrived whole."""
    total = 0
    for character in text:
        total = (total * 31 + ord(character)) % 1_000_003
    return total


def main():
    print("Infosec ->", encrypt("Infosec", 7))

    message = "Meet me behind the library at noon. " * 30
    secret = encrypt(message, 7)
    print(len(secret), "characters, starting with", secret[:35])
    print("checksum before:", checksum(message), "after:", checksum(secret))


if __name__ == "__main__":
    main()
