/** Random numbers that are the same for the same seed, in every browser. */
export type RandomStream = {
  /** From 0 (included) to 1 (excluded), each as likely. */
  readonly fraction: () => number;
  /** Exponentially distributed. */
  readonly exponential: (mean: number) => number;
};

/** Rounds after which the seed's bits have reached all of the state. */
const WARM_UP_ROUNDS = 12;

/** Opens the small fast counter generator sfc32 of PractRand, which passes its tests and has a period of 2³² at least. */
export function openRandomStream(seed: string): RandomStream {
  let [a, b, c] = [hashed(seed, 1), hashed(seed, 2), hashed(seed, 3)];
  let counter = 1;
  const fraction = () => {
    const mixed = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    return (mixed >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) fraction();
  return { fraction, exponential: (mean) => -mean * Math.log(1 - fraction()) };
}

/** FNV-1a, 32 bits, of the text after a number. */
function hashed(text: string, salt: number) {
  let hash = 0x811c9dc5 ^ salt;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
