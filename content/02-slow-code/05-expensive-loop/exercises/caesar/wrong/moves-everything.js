// fails: not-a-letter: Gave 'Sppn!212-!:;41"' instead of 'Sppn 101, 9:30!'
// Caesar cipher: move every letter a fixed number of places along the alphabet.

const ALPHABETS = ["abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

function encrypt(text, shift) {
  const places = ((shift % 26) + 26) % 26;
  const substitutes = new Map();
  for (const alphabet of ALPHABETS) {
    for (let position = 0; position < 26; position++) {
      substitutes.set(alphabet[position], alphabet[(position + places) % 26]);
    }
  }
  let encrypted = "";
  for (const character of text) {
    encrypted += substitutes.get(character) ?? String.fromCodePoint(character.codePointAt(0) + places);
  }
  return encrypted;
}

// A small number that shows the receiver whether the message arrived whole.
function checksum(text) {
  let total = 0;
  for (const character of text) {
    total = (total * 31 + character.codePointAt(0)) % 1_000_003;
  }
  return total;
}

function main() {
  console.log("Infosec ->", encrypt("Infosec", 7));

  const message = "Meet me behind the library at noon. ".repeat(200);
  const secret = encrypt(message, 7);
  console.log(secret.length, "characters, starting with", secret.slice(0, 35));
  console.log("checksum before:", checksum(message), "after:", checksum(secret));
}

main();
