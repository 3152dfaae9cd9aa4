/** Up to this many numbers are sorted by insertion. */
const few = 16;
/** From this many on, a sample says where to split. */
const many = 600;
/** How often a number may be looked at, on average, before what is left is sorted; 2 or 3 times is usual. */
const patience = 8;

/**
 * Moves numbers within the places from `first` to `last` until the one at a place is the one that sorting would put
 * there, none before it greater and none after it less (Floyd & Rivest 1975, doi:10.1145/360680.360691). Sorts
 * what is left where splits go badly, so that no order takes longer than a sort (Musser 1997).
 */
export function quickselect(
  numbers: Float64Array,
  place: number,
  first = 0,
  last = numbers.length - 1,
): void {
  let from = first;
  let to = last;
  let looks = patience * (to - from + 1);
  while (to - from >= few) {
    const length = to - from + 1;
    looks -= length;
    if (looks < 0) {
      numbers.subarray(from, to + 1).sort();
      return;
    }
    if (length > many) selectInSample(numbers, place, from, to);
    const pivot = numbers[place] as number;
    swap(numbers, place, to);
    const split = moveBelow(numbers, from, to, pivot);
    swap(numbers, split, to);
    if (split === place) return;
    if (split > place) to = split - 1;
    else if (split > from) from = split + 1;
    else {
      // None is less: those that equal it go first, or many alike would take a pass each.
      from = moveUpTo(numbers, from, to + 1, pivot);
      if (from > place) return;
    }
  }
  insertionSort(numbers, from, to);
}

/**
 * Puts a number at the place that splits close to it, rather on its farther side, so that the rest is small. The
 * sample comes from everywhere, since neighbours may be alike (Floyd & Rivest 1975, Communications of the ACM 18).
 */
function selectInSample(numbers: Float64Array, place: number, from: number, to: number): void {
  const length = to - from + 1;
  const size = 0.5 * length ** (2 / 3);
  const share = (place - from) / length;
  // Of the rank in the sample: twice its standard error, so that the number wanted is seldom on the other side.
  const deviation = 2 * Math.sqrt(size * share * (1 - share) * (1 - size / length));
  const shift = share < 0.5 ? -deviation : deviation;
  const start = Math.max(from, Math.floor(place - share * size + shift));
  const end = Math.min(to, Math.floor(place + (1 - share) * size + shift));
  const step = (length - 1) / (end - start + 1);
  for (let i = start; i <= end; i++) swap(numbers, i, from + Math.floor((i - start) * step));
  quickselect(numbers, place, start, end);
}

// Without a branch, which would be guessed wrong half of the time.

/** Moves those below a pivot to the front, and returns where the others begin. */
function moveBelow(numbers: Float64Array, from: number, end: number, pivot: number): number {
  let next = from;
  for (let i = from; i < end; i++) {
    const number = numbers[i] as number;
    numbers[i] = numbers[next] as number;
    numbers[next] = number;
    next += +(number < pivot);
  }
  return next;
}

/** The same for those up to a pivot. */
function moveUpTo(numbers: Float64Array, from: number, end: number, pivot: number): number {
  let next = from;
  for (let i = from; i < end; i++) {
    const number = numbers[i] as number;
    numbers[i] = numbers[next] as number;
    numbers[next] = number;
    next += +(number <= pivot);
  }
  return next;
}

function insertionSort(numbers: Float64Array, from: number, to: number): void {
  for (let i = from + 1; i <= to; i++) {
    const number = numbers[i] as number;
    let at = i;
    for (; at > from && (numbers[at - 1] as number) > number; at--) {
      numbers[at] = numbers[at - 1] as number;
    }
    numbers[at] = number;
  }
}

function swap(numbers: Float64Array, i: number, j: number): void {
  const number = numbers[i] as number;
  numbers[i] = numbers[j] as number;
  numbers[j] = number;
}
