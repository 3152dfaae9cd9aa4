/** The rows of some columns that differ in any number. */
export interface DistinctRows {
  /** The first row of each kind, in the order in which they come. */
  readonly first: Int32Array;
  /** How many rows there are of each kind. */
  readonly counts: Float64Array;
  /** The kind of every row, as its place among these. */
  readonly groups: Int32Array;
}

/** Finds rows that are alike, by a hash table of their bits with open addressing. */
export function distinctRows(columns: readonly Float64Array[]): DistinctRows {
  const rows = columns[0]?.length ?? 0;
  const hashes = hashesOf(columns, rows);
  const mask = 2 ** Math.ceil(Math.log2(2 * rows)) - 1;
  // The places hold the number of a kind and 1; 0 is empty.
  const table = new Int32Array(mask + 1);
  const first = new Int32Array(rows);
  const counts = new Float64Array(rows);
  const groups = new Int32Array(rows);
  let kinds = 0;
  for (let row = 0; row < rows; row++) {
    let at = (hashes[row] as number) & mask;
    let kind = (table[at] as number) - 1;
    while (kind !== -1 && !areAlike(columns, row, first[kind] as number)) {
      at = (at + 1) & mask;
      kind = (table[at] as number) - 1;
    }
    if (kind === -1) {
      kind = kinds++;
      table[at] = kinds;
      first[kind] = row;
    }
    counts[kind] = (counts[kind] as number) + 1;
    groups[row] = kind;
  }
  return { first: first.subarray(0, kinds), counts: counts.subarray(0, kinds), groups };
}

function areAlike(columns: readonly Float64Array[], row: number, other: number): boolean {
  for (let c = 0; c < columns.length; c++) {
    const column = columns[c] as Float64Array;
    if (column[row] !== column[other]) return false;
  }
  return true;
}

/**
 * Mixes the two halves of every number into the hash of its row, by the prime nearest to 2^32 over the golden ratio (Knuth 1998,
 * The Art of Computer Programming 3, 6.4) and a multiplier of MurmurHash3.
 */
function hashesOf(columns: readonly Float64Array[], rows: number): Int32Array {
  const hashes = new Int32Array(rows);
  for (const column of columns) {
    const halves = new Int32Array(column.buffer, column.byteOffset, 2 * rows);
    for (let row = 0; row < rows; row++) {
      const mixed = Math.imul((hashes[row] as number) ^ (halves[2 * row] as number), 0x9e3779b1);
      const both = Math.imul(mixed ^ (mixed >>> 15) ^ (halves[2 * row + 1] as number), 0x85ebca6b);
      hashes[row] = both ^ (both >>> 13);
    }
  }
  return hashes;
}
