/** Crockford's: no letter that is taken for another, or for a digit. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Letters, each made of five bits of a random byte: 160 bits in all. */
export const RECOVERY_CODE_BYTES = 32;

const grouped = (letters: string) => letters.match(/.{4}/g)?.join("-") ?? letters;

/** The code in these random bytes, to be written down: `7K2M-…`, eight groups of four. */
export function recoveryCodeOf(bytes: Uint8Array): string {
  if (bytes.length !== RECOVERY_CODE_BYTES)
    throw new Error(`A recovery code is made of ${RECOVERY_CODE_BYTES} random bytes.`);
  const letters = Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");
  return grouped(letters);
}

/** A code as somebody typed or pasted it, in the form it was given out in; null if it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  const isCode =
    letters.length === RECOVERY_CODE_BYTES && letters.split("").every((letter) => ALPHABET.includes(letter));
  return isCode ? grouped(letters) : null;
}
