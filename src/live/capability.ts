import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { capabilityOf } from '../capability/capability-of';
import { checkArray, isFiniteNumber, jsonShape } from '../capability/input';
import { piecewise } from '../capability/piecewise';
import type { CapabilitySource } from '../capability/source';
import { unitMs } from '../core/time-units';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { expectedAt, stretched } from './ages';
import type { Draft } from './draft';
import { finishing } from './evidence';
import { bendOf, bins } from './incidence';
import { bestOf } from './memories';
import { column } from './orders';
import { centreOf, type State } from './state';
import { unitOf } from './units';

/**
 * What the next order may take, as of now: straight lines between the least, the mean and the greatest duration seen
 * within each bin.
 */
export function liveCapability(state: State, draft: Draft, n: number): Capability {
  const { settings } = state;
  const memory = bestOf(state.memories, settings.numbers);
  const { incidence, finishes, least, greatest } = memory.grid;
  const { numbers } = draft;
  const drift = memory.drifts ? (numbers[column.drift] as number) : 0;
  const location = expectedAt(numbers, 0) + drift;
  const stretch = numbers[column.stretch] as number;
  const centre = centreOf(state);
  const whole = finishing(state, memory);
  const ps: number[] = [];
  const values: number[] = [];
  const add = (logAge: number, p: number) => {
    ps.push(Math.min(1, p));
    values.push(Math.exp(location + stretched(logAge, stretch, centre)) / unitMs[settings.unit]);
  };
  for (let i = 0; i < bins; i++) {
    if (!((finishes[i] as number) > 0)) continue;
    add(least[i] as number, (incidence[i] as number) / whole);
    const [mean, half] = bendOf(memory.grid, i);
    const [before, after] = [incidence[i] as number, incidence[i + 1] as number];
    add(mean, (before + half * (after - before)) / whole);
    add(greatest[i] as number, after / whole);
  }
  // Less than half an order is left: the longest ones were seen to finish.
  const last = ps.length - 1;
  if (1 - (ps[last] as number) < 0.5 / n) ps[last] = 1;
  return fromPoints(unitOf(settings), Math.floor(n), ps, values);
}

function fromPoints(
  unit: string,
  n: number,
  ps: readonly number[],
  values: readonly number[],
): Capability {
  return capabilityOf({
    kind: 'live',
    unit,
    better: 'lower',
    n,
    distribution: piecewise(Float64Array.from(ps), Float64Array.from(values)),
    data: () => ({ n, p: [...ps], value: [...values] }),
  });
}

/** A column that never falls, from 0 to `most`; a copy. */
const ascending = (most: number) =>
  readWith((column: ArrayLike<number>): readonly number[] => {
    checkArray('', column);
    const numbers = reading('', column, () => Array.from(column));
    if (numbers.length < 2) refuse('', column, 'at least 2 numbers', 'out-of-range');
    numbers.forEach((number, i) => {
      const least = numbers[i - 1] ?? 0;
      if (isFiniteNumber(number) && number >= least && number <= most) return;
      refuse(`[${i}]`, number, `a number from ${least} to ${most}`);
    });
    return numbers;
  });

const jsonSchema = once(() =>
  z.strictObject({
    ...jsonShape,
    unit: z.enum([...Object.keys(unitMs), 'open-minutes', 'open-hours']),
    better: z.literal('lower'),
    n: z.int().check(z.gte(1, 'a number of at least 1')),
    p: ascending(1),
    value: ascending(Infinity),
  }),
);

/** Revives what a live promiser's `capability` made, for `reviveCapability`. */
export const liveSource = Object.freeze<CapabilitySource>({
  kind: 'live',
  revive: (json, _, path) =>
    door('reviveCapability', () => {
      const { unit, n, p, value } = read(jsonSchema, json, path);
      if (value.length !== p.length) {
        refuse(`${path}.value`, value, `a length of ${p.length}`, 'length-mismatch');
      }
      return fromPoints(unit, n, p, value);
    }),
});
