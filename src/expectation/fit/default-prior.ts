import { dot } from '../../numerics/dot';
import type { FitLayout, WeightGroup } from './layout';
import { noSquares, type Squares } from './least-squares';

/**
 * Adds in place what the default says: as many rows as its size says, whose signals vary each by itself as they do in the data,
 * and which answer in its ratios. It says nothing of a base, so neither the base's level nor its weight is drawn anywhere.
 */
export function addPrior(
  to: Squares,
  strength: number,
  at: Float64Array,
  { size, groups }: FitLayout,
): Squares {
  const { bend, curving } = to;
  const slope = new Float64Array(size);
  let value = 0;
  for (const group of groups) {
    const { off, whole } = offDefault(at, group);
    const first = group.at;
    // The derivative of off[f] is (1 at f, less drawn[f] at every factor, less off[f] at the base) / whole.
    const drawn = off.map((x, f) => (group.ranked[f] as number) + x);
    const [squares, cross] = [dot(off, off), dot(off, drawn)];
    const each = dot(drawn, drawn);
    const scale = strength / whole ** 2;
    value += (strength * squares) / 2;
    slope[first] = (slope[first] as number) - (strength * squares) / whole;
    add(bend, first * size + first, scale * squares);
    for (let j = 0; j < off.length; j++) {
      const row = first + 1 + j;
      slope[row] = (strength * ((off[j] as number) - cross)) / whole;
      const withBase = scale * (cross - (off[j] as number));
      add(bend, row * size + first, withBase);
      add(bend, first * size + row, withBase);
      for (let k = 0; k < off.length; k++) {
        const same = j === k ? 1 : 0;
        const both = same - (drawn[j] as number) - (drawn[k] as number) + each;
        add(bend, row * size + first + 1 + k, scale * both);
      }
    }
    const end = first + 1 + off.length;
    for (let p = first; p < end; p++) {
      for (let q = first; q < end; q++) {
        add(curving, p * size + q, -((slope[p] as number) + (slope[q] as number)) / whole);
      }
    }
  }
  for (let p = 0; p < size; p++) add(to.slope, p, slope[p] as number);
  to.value += value;
  return to;
}

/** That alone. */
export const priorOf = (strength: number, at: Float64Array, layout: FitLayout): Squares =>
  addPrior(noSquares(layout.size), strength, at, layout);

function add(to: Float64Array, place: number, some: number): void {
  to[place] = (to[place] as number) + some;
}

/** Its value alone. */
export function priorValue(strength: number, at: Float64Array, { groups }: FitLayout): number {
  let value = 0;
  for (const group of groups) {
    const { off } = offDefault(at, group);
    value += (strength * dot(off, off)) / 2;
  }
  return value;
}

/** How far a group's factors are off the default's ratios, as shares of the whole weight. */
function offDefault(at: Float64Array, { at: first, ranked }: WeightGroup) {
  const factors = at.subarray(first + 1, first + 1 + ranked.length);
  let sum = 0;
  for (let f = 0; f < factors.length; f++) sum += factors[f] as number;
  const whole = sum + (at[first] as number);
  const off = new Float64Array(factors.length);
  for (let f = 0; f < off.length; f++) {
    off[f] = ((factors[f] as number) - (ranked[f] as number) * sum) / whole;
  }
  return { off, whole };
}
