// fails: infosec: Gave 'pumvzlj' instead of 'Pumvzlj'
// fails: past-the-end: Gave 'abc abc'
// Caesar cipher: move every letter a fixed number of places along the alphabet.

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

function encrypt(text, shift) {
  const places = ((shift % 26) + 26) % 26;
  let encrypted = "";
  for (const character of text.toLowerCase()) {
    const position = LETTERS.indexOf(character);
    encrypted += position < 0 ? character : LETTERS[(position + places) % 26];
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
