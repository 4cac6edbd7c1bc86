// Caesar cipher: move every letter a fixed number of places along the alphabet.

function encrypt(text, shift) {
  let encrypted = "";
  for (const character of text) {
    encrypted += encryptCharacter(character, shift);
  }
  return encrypted;
}

function encryptCharacter(character, shift) {
  let lower = "";
  let upper = "";
  for (let step = 0; step < 26; step++) {
    lower += String.fromCharCode("a".charCodeAt(0) + step);
    upper += String.fromCharCode("A".charCodeAt(0) + step);
  }

  const places = ((shift % 26) + 26) % 26; // % keeps the sign of a negative shift
  if (lower.includes(character)) {
    return lower[(lower.indexOf(character) + places) % 26];
  }
  if (upper.includes(character)) {
    return upper[(upper.indexOf(character) + places) % 26];
  }
  return character;
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
