const digits = 2048;
/** Which of the two 32-bit words of a number holds its sign: the second on all but big-endian machines. */
const high = Number(new Uint32Array(Float64Array.of(1).buffer)[1] !== 0);

/**
 * The places of the numbers in ascending order, equal ones as they stand: a radix sort by their bits, least
 * significant digit first (Knuth, The Art of Computer Programming 3, 5.2.5), in linear time.
 */
export function ascendingOrder(numbers: Float64Array): Uint32Array {
  const n = numbers.length;
  const words = new Uint32Array(numbers.slice().buffer);
  for (let i = 0; i < 2 * n; i += 2) makeSortable(words, i);
  let order = Uint32Array.from(numbers, (_, i) => i);
  let next = new Uint32Array(n);
  for (const word of [1 - high, high]) {
    for (let shift = 0; shift < 32; shift += 11) {
      const starts = digitStarts(words, word, shift);
      if (starts === null) continue;
      for (const i of order) {
        const digit = ((words[2 * i + word] as number) >>> shift) % digits;
        next[starts[digit] as number] = i;
        starts[digit] = (starts[digit] as number) + 1;
      }
      [order, next] = [next, order];
    }
  }
  return order;
}

/** Bits that ascend as whole numbers as the number does: the sign flipped, below 0 all bits; -0 is 0. */
function makeSortable(words: Uint32Array, at: number): void {
  const top = words[at + high] as number;
  const bottom = words[at + 1 - high] as number;
  const isNegative = top > 0x80000000 || (top === 0x80000000 && bottom > 0);
  words[at + high] = isNegative ? ~top : top | 0x80000000;
  if (isNegative) words[at + 1 - high] = ~bottom;
}

/** How many have a smaller digit, by digit; null when all have the same. */
function digitStarts(words: Uint32Array, word: number, shift: number): Uint32Array | null {
  const counts = new Uint32Array(digits);
  const digitAt = (i: number) => ((words[i] as number) >>> shift) % digits;
  for (let i = word; i < words.length; i += 2) {
    const digit = digitAt(i);
    counts[digit] = (counts[digit] as number) + 1;
  }
  if (counts[digitAt(word)] === words.length / 2) return null;
  let sum = 0;
  for (let digit = 0; digit < digits; digit++) {
    const count = counts[digit] as number;
    counts[digit] = sum;
    sum += count;
  }
  return counts;
}
