import { type GrowthCase, nameOf } from '../speed/growth/case';
import { growthCases } from '../speed/growth/cases';

export interface MemoryCase {
  readonly kind: 'prediction' | 'fit' | 'known';
  readonly rows: number;
  readonly make: (rows: number) => () => unknown;
}

/** Arrays and objects whose size is known, by which the measurement itself is held. */
const known: Readonly<Record<string, MemoryCase>> = {
  'an array of numbers as large as its input': {
    kind: 'known',
    rows: 1_000_000,
    make: (rows) => {
      const column = new Float64Array(rows).fill(1);
      return () => column.map((x) => x + 1);
    },
  },
  'three such arrays': {
    kind: 'known',
    rows: 1_000_000,
    make: (rows) => {
      const column = new Float64Array(rows).fill(1);
      return () => [1, 2, 3].map((add) => column.map((x) => x + add));
    },
  },
  'a list of objects like those of its input': {
    kind: 'known',
    rows: 1_000_000,
    make: (rows) => {
      const objectOf = (_: unknown, i: number) => ({ id: i, level: i + 0.5 });
      const list = Array.from({ length: rows }, objectOf);
      return () => [list.length, Array.from({ length: rows }, objectOf)];
    },
  },
};

const caseOf = (kind: MemoryCase['kind'], { make, ofObjects }: GrowthCase): MemoryCase => ({
  kind,
  rows: ofObjects ? 100_000 : 1_000_000,
  make,
});

/** What takes columns or rows, by its name. */
export const memoryCases: Readonly<Record<string, MemoryCase>> = {
  ...known,
  ...Object.fromEntries(
    Object.values(growthCases)
      .flat()
      .flatMap((one) =>
        one.rows === undefined ? [] : [[nameOf(one), caseOf(one.rows, one)] as const],
      ),
  ),
};
