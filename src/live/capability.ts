import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { capabilityOf } from '../capability/capability-of';
import { checkArray, isFiniteNumber, jsonShape } from '../capability/input';
import { piecewise } from '../capability/piecewise';
import type { CapabilitySource } from '../capability/source';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { anySchema } from '../input/schemas';
import { finishing } from './evidence';
import { bendOf, bins } from './incidence';
import { bestOf } from './memories';
import type { Draft } from './quote';
import type { State } from './state';
import { unitLengths, unitOf } from './units';

/**
 * What the next order may take, as of now: straight lines between the least, the mean and the greatest duration seen
 * within each bin.
 */
export function liveCapability(state: State, draft: Draft, n: number): Capability {
  const { settings } = state;
  const memory = bestOf(state.memories, settings.numbers);
  const { incidence, finishes, least, greatest } = memory.grid;
  const {
    logEstimate,
    drift,
    groupOffset,
    hourOffset,
    dayOffset,
    busyOffset,
    slopeShift,
    stretch,
  } = draft;
  const location =
    logEstimate +
    (memory.drifts ? drift : 0) +
    groupOffset +
    hourOffset +
    dayOffset +
    busyOffset +
    slopeShift;
  const whole = finishing(state, memory);
  const ps: number[] = [];
  const values: number[] = [];
  const add = (logAge: number, p: number) => {
    ps.push(Math.min(1, p));
    values.push(Math.exp(location + stretch * logAge) / unitLengths[settings.unit]);
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

const jsonSchema = z.strictObject({
  ...jsonShape,
  unit: z.enum([...Object.keys(unitLengths), 'open-minutes', 'open-hours']),
  better: z.literal('lower'),
  n: z.int().check(z.gte(1, 'a number of at least 1')),
  p: anySchema,
  value: anySchema,
});

/** Revives what a live promiser's `capability` made, for `reviveCapability`. */
export const liveSource: CapabilitySource = {
  kind: 'live',
  revive(json, _, path) {
    const { unit, n, p, value } = read(jsonSchema, json, path);
    const ps = ascending(`${path}.p`, p, undefined, 1);
    return fromPoints(unit, n, ps, ascending(`${path}.value`, value, ps.length, Infinity));
  },
};

function ascending(
  path: string,
  column: unknown,
  length: number | undefined,
  most: number,
): readonly number[] {
  checkArray(path, column, length);
  const numbers = reading(path, column, () => Array.from(column as ArrayLike<number>));
  if (numbers.length < 2) refuse(path, column, 'at least 2 numbers', 'out-of-range');
  numbers.forEach((number, i) => {
    const least = numbers[i - 1] ?? 0;
    if (isFiniteNumber(number) && number >= least && number <= most) return;
    refuse(`${path}[${i}]`, number, `a number from ${least} to ${most}`);
  });
  return numbers;
}
