// fails: work: the target is at most 20 %
// Caesar cipher: move every letter a fixed number of places along the alphabet.

function encrypt(text, shift) {
  const places = ((shift % 26) + 26) % 26;
  let encrypted = "";
  for (const character of text) {
    encrypted += encryptCharacter(character, places);
  }
  return encrypted;
}

// The remainder has moved out of the loop, and the alphabets have not.
function encryptCharacter(character, places) {
  let lower = "";
  let upper = "";
  for (let step = 0; step < 26; step++) {
    lower += String.fromCharCode(97 + step);
    upper += String.fromCharCode(65 + step);
  }
  const alphabet = lower.includes(character) ? lower : upper;
  const position = alphabet.indexOf(character);
  return position < 0 ? character : alphabet[(position + places) % 26];
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
