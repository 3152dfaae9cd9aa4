/** Six digits make a number; of each, 2,048 counts lie in the cache. */
const bits = 11;
const digits = 1 << bits;
/** Which of the two 32-bit words of a number holds its sign: the second on all but big-endian machines. */
const high = Number(new Uint32Array(Float64Array.of(1).buffer)[1] !== 0);
const low = 1 - high;

/** Where a digit is: in which word of two, and by how many bits that is to be shifted. */
type Position = readonly [word: number, shift: number];

const digitsOf = (word: number): readonly Position[] => [
  [word, 0],
  [word, bits],
  [word, 2 * bits],
];

/** The positions of the upper half of a number's digits, the least significant first. */
export const upperHalf = digitsOf(high);
/** Those of all digits. */
const everyDigit = [...digitsOf(low), ...upperHalf];

/**
 * The numbers in ascending order by some of their digits, equal ones as they stand, and the places that go with them:
 * a radix sort by their bits, least significant digit first (Knuth, The Art of Computer Programming 3, 5.2.5), in linear
 * time.
 */
export function radixSort<Places extends Uint32Array | null>(
  numbers: Float64Array,
  places: Places,
  positions: readonly Position[] = everyDigit,
): { readonly values: Float64Array; readonly places: Places } {
  let words = sortableWords(numbers);
  let nextWords = new Uint32Array(words.length);
  let along: Uint32Array | null = places;
  let nextAlong: Uint32Array | null = places && new Uint32Array(places.length);
  for (const [word, shift] of positions) {
    const starts = startsOf(words, word, shift);
    if (starts === null) continue;
    deal(words, nextWords, along, nextAlong, starts, word, shift);
    [words, nextWords] = [nextWords, words];
    [along, nextAlong] = [nextAlong, along];
  }
  return { values: numbersOf(words), places: along as Places };
}

/** Words that ascend as whole numbers do: the sign flipped, below 0 all bits; -0 made 0 by adding it. */
function sortableWords(numbers: Float64Array): Uint32Array<ArrayBuffer> {
  const copy = numbers.slice();
  for (let i = 0; i < copy.length; i++) copy[i] = (copy[i] as number) + 0;
  const words = new Uint32Array(copy.buffer);
  for (let i = 0; i < words.length; i += 2) {
    const sign = (words[i + high] as number) >> 31;
    words[i + high] = (words[i + high] as number) ^ (sign | 0x80000000);
    words[i + low] = (words[i + low] as number) ^ sign;
  }
  return words;
}

/** The numbers again. */
function numbersOf(words: Uint32Array<ArrayBuffer>): Float64Array {
  for (let i = 0; i < words.length; i += 2) {
    const sign = ~(words[i + high] as number) >> 31;
    words[i + high] = (words[i + high] as number) ^ (sign | 0x80000000);
    words[i + low] = (words[i + low] as number) ^ sign;
  }
  return new Float64Array(words.buffer);
}

/** How many have a smaller digit, by digit; null when all have the same, and there is nothing to do. */
function startsOf(words: Uint32Array, word: number, shift: number): Uint32Array | null {
  const starts = new Uint32Array(digits);
  for (let i = word; i < words.length; i += 2) {
    const digit = ((words[i] as number) >>> shift) & (digits - 1);
    starts[digit] = (starts[digit] as number) + 1;
  }
  let sum = 0;
  for (let digit = 0; digit < digits; digit++) {
    const count = starts[digit] as number;
    if (2 * count === words.length) return null;
    starts[digit] = sum;
    sum += count;
  }
  return starts;
}

/** Moves each number, and what goes along with it, to where those with its digit start. */
function deal(
  words: Uint32Array,
  nextWords: Uint32Array,
  along: Uint32Array | null,
  nextAlong: Uint32Array | null,
  starts: Uint32Array,
  word: number,
  shift: number,
): void {
  for (let i = 0; i < words.length; i += 2) {
    const digit = ((words[i + word] as number) >>> shift) & (digits - 1);
    const to = starts[digit] as number;
    starts[digit] = to + 1;
    nextWords[2 * to] = words[i] as number;
    nextWords[2 * to + 1] = words[i + 1] as number;
    if (nextAlong !== null) nextAlong[to] = along?.[i >> 1] as number;
  }
}
