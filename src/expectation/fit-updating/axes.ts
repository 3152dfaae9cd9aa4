import { expectationDefaults } from '../parameters';
import type { StrayName, UpdatingName } from './updating-types';

/** A number that is sought within a range, on an even or a logarithmic scale. */
export interface Axis<Name extends string = string> {
  readonly name: Name;
  readonly low: number;
  readonly high: number;
  readonly isLog: boolean;
  /** What the low end stands for: as good as nothing, where it is 0. */
  readonly lowest: number;
  /** Where the search begins, and what stays where nothing tells. */
  readonly start: number;
}

/** The place of a value on its axis: -1 at the low end, 1 at the high one. */
export function placeOf({ low, high, isLog }: Axis, value: number): number {
  const share = isLog ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return 2 * share - 1;
}

/** The value at a place. */
export function valueAt({ low, high, isLog }: Axis, place: number): number {
  const share = (place + 1) / 2;
  return isLog ? low * (high / low) ** share : low + (high - low) * share;
}

/** By how much the value changes along its axis, there. */
export function slopeAt(axis: Axis, place: number): number {
  const { low, high, isLog } = axis;
  return isLog ? (valueAt(axis, place) * Math.log(high / low)) / 2 : (high - low) / 2;
}

/** Squared points a day below this are none: a fifth of a point in a year. */
const leastPerDay = 1e-4;

/** An axis of a number of the model, over its whole range. */
export function modelAxis<Name extends UpdatingName>(name: Name, start: number): Axis<Name> {
  const [low, high] = expectationDefaults.parameters[name].range;
  const isLog = name !== 'desiredRise';
  return { name, low: isLog ? low || leastPerDay : low, high, isLog, lowest: low, start };
}

/** The axes of how answers stray, in points from .1 to 100, and in squared points a day. */
export function strayAxes(): readonly Axis<StrayName>[] {
  // Where the search goes and starts; what ends there is on a bound, and held.
  const points = { low: 0.1, high: 100, isLog: true, start: 10 };
  const perDay = { low: leastPerDay, high: 1000, isLog: true, start: 0.1 };
  return [
    { name: 'reportSd', ...points, lowest: points.low },
    { name: 'startSd', ...points, lowest: 0 },
    { name: 'unseenVariancePerDay', ...perDay, lowest: 0 },
  ];
}
