import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { capabilityOf } from '../capability/capability-of';
import { checkArray, isFiniteNumber } from '../capability/checks';
import { piecewise } from '../capability/piecewise';
import { jsonShape } from '../capability/quantity';
import type { CapabilitySource } from '../capability/source';
import { check } from '../core/check';
import { refuse } from '../core/refuse';
import { anySchema } from '../core/schemas';
import { bins, logAgeAt } from './kernel-decayed-grid';
import type { Draft } from './quote';
import type { State } from './state';
import { type LiveUnit, unitLengths } from './units';

/** What the next order may take, as of now: straight lines between the edges of the evidence's bins. */
export function liveCapability(
  { grid, ends, settings }: State,
  { location, stretch }: Draft,
  n: number,
): Capability {
  const { incidence } = grid;
  const share = ends.sum / ends.weight;
  const ps: number[] = [];
  const values: number[] = [];
  const add = (edge: number, p: number) => {
    ps.push(p);
    values.push(Math.exp(location + stretch * logAgeAt(edge)) / unitLengths[settings.unit]);
  };
  let added = -1;
  for (let i = 1; i <= bins && (ps.at(-1) ?? 0) < 1; i++) {
    const [before, after] = [incidence[i - 1] as number, incidence[i] as number];
    if (after === before) continue;
    // Bins without a finish are a level line.
    if (added !== i - 1) add(i - 1, before / share);
    add(i, Math.min(1, after / share));
    added = i;
  }
  // Less than half an order is left: the longest ones were seen to finish.
  const last = ps.length - 1;
  if (1 - (ps[last] as number) < 0.5 / n) ps[last] = 1;
  return fromPoints(settings.unit, Math.floor(n), ps, values);
}

function fromPoints(
  unit: LiveUnit,
  n: number,
  ps: readonly number[],
  values: readonly number[],
): Capability {
  return capabilityOf({
    kind: 'live',
    unit,
    better: 'lower',
    n,
    outcomes: piecewise(Float64Array.from(ps), Float64Array.from(values)),
    data: () => ({ n, p: [...ps], value: [...values] }),
  });
}

const jsonSchema = z.strictObject({
  ...jsonShape,
  unit: z.enum(Object.keys(unitLengths) as LiveUnit[]),
  better: z.literal('lower'),
  n: z.int().check(z.gte(1, 'a number of at least 1')),
  p: anySchema,
  value: anySchema,
});

/** Revives what a live promiser's `capability` made, for `reviveCapability`. */
export const liveSource: CapabilitySource = {
  kind: 'live',
  revive(json, _, path) {
    const fn = 'reviveCapability';
    const { unit, n, p, value } = check(fn, jsonSchema, json, path);
    const ps = ascending(fn, `${path}.p`, p, undefined, 1);
    return fromPoints(unit, n, ps, ascending(fn, `${path}.value`, value, ps.length, Infinity));
  },
};

function ascending(
  fn: string,
  path: string,
  column: unknown,
  length: number | undefined,
  most: number,
): readonly number[] {
  checkArray(fn, path, column, length);
  const numbers = column as readonly number[];
  if (numbers.length < 2) refuse(fn, path, column, 'at least 2 numbers', 'out-of-range');
  numbers.forEach((number, i) => {
    const least = numbers[i - 1] ?? 0;
    if (isFiniteNumber(number) && number >= least && number <= most) return;
    refuse(fn, `${path}[${i}]`, number, `a number from ${least} to ${most}`);
  });
  return numbers;
}
