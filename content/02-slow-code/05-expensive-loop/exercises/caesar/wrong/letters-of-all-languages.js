// fails: other-letters: Gave 'Dsï temh 5 € @ gejí [so] `b`'
// Caesar cipher: move every letter a fixed number of places along the alphabet.

function encrypt(text, shift) {
  const places = ((shift % 26) + 26) % 26;
  let encrypted = "";
  for (const character of text) {
    const lower = character.toLowerCase();
    if (lower === character.toUpperCase()) {
      encrypted += character; // no letter has only one case
      continue;
    }
    const first = character === lower ? 97 : 65;
    const position = character.charCodeAt(0) - first;
    const moved = position < 26 ? (position + places) % 26 : position + places;
    encrypted += String.fromCharCode(first + moved);
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
