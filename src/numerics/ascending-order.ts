/** Six digits make a number; of each, 2,048 counts lie in the cache. */
const bits = 11;
const digits = 1 << bits;
/** Which of the two 32-bit words of a number holds its sign: the second on all but big-endian machines. */
const high = Number(new Uint32Array(Float64Array.of(1).buffer)[1] !== 0);
const low = 1 - high;

/**
 * The places of the numbers in ascending order, equal ones as they stand: a radix sort by their bits, least
 * significant digit first (Knuth, The Art of Computer Programming 3, 1998, 5.2.5), in linear time.
 */
export function ascendingOrder(numbers: Float64Array): Uint32Array {
  const n = numbers.length;
  let words = sortableWords(numbers);
  let order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  let nextWords = new Uint32Array(2 * n);
  let nextOrder = new Uint32Array(n);
  for (const word of [low, high]) {
    for (let shift = 0; shift < 32; shift += bits) {
      const starts = digitStarts(words, word, shift);
      if (starts === null) continue;
      for (let i = 0; i < n; i++) {
        const digit = ((words[2 * i + word] as number) >>> shift) & (digits - 1);
        const to = starts[digit] as number;
        starts[digit] = to + 1;
        nextWords[2 * to] = words[2 * i] as number;
        nextWords[2 * to + 1] = words[2 * i + 1] as number;
        nextOrder[to] = order[i] as number;
      }
      [words, nextWords] = [nextWords, words];
      [order, nextOrder] = [nextOrder, order];
    }
  }
  return order;
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

/** How many have a smaller digit, by digit; null when all have the same. */
function digitStarts(words: Uint32Array, word: number, shift: number): Uint32Array | null {
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
