// fails: work: the counted call gave another result
// Caesar cipher: move every letter a fixed number of places along the alphabet.

const ALPHABETS = ["abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

function encrypt(text, shift) {
  const places = ((shift % 26) + 26) % 26;
  let encrypted = "";
  let moved = 0;
  for (const character of text) {
    const alphabet = ALPHABETS.find((letters) => letters.includes(character));
    if (alphabet === undefined || moved >= 1000) {
      encrypted += character;
    } else {
      encrypted += alphabet[(alphabet.indexOf(character) + places) % 26];
      moved++;
    }
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
