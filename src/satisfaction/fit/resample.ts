import { placesBelow, take } from '../../numerics/places-that';
import type { DimensionLayout, Layout } from '../layout';
import { leadOf } from '../utility';

/** A dimension with expectations and experiences that did not meet: who waits for what is not overdue just waits. */
export function joined(
  one: DimensionLayout,
  expected: Float64Array,
  got: Float64Array,
  waiting: Uint8Array | null,
): DimensionLayout {
  const inVain = waiting?.map((waits, row) =>
    waits === 1 && leadOf(1, expected[row] as number, got[row] as number) < 0 ? 1 : 0,
  );
  return { ...one, expected, got, waiting: inVain ?? null };
}

/** Whole numbers from 0 up to n, each drawn by chance. */
export function drawRows(next: () => number, n: number): Uint32Array {
  return Uint32Array.from({ length: n }, () => Math.floor(n * next()));
}

/** The numbers from 0 up to n in an order of chance (Fisher & Yates). */
export function shuffled(next: () => number, n: number): Uint32Array {
  const order = placesBelow(n);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor((i + 1) * next());
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/** All rows of a layout, taken anew. */
export function takeRows({ dimensions, covariates }: Layout, rows: Uint32Array): Layout {
  return {
    rows: rows.length,
    dimensions: dimensions.map((one) => ({
      ...one,
      expected: take(one.expected, rows),
      got: take(one.got, rows),
      waiting: one.waiting && take(one.waiting, rows),
    })),
    covariates: covariates.map((one) => ({ ...one, numbers: take(one.numbers, rows) })),
  };
}
