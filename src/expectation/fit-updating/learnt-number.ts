import { normalQuantile } from '../../numerics/normal';
import { type Axis, slopeAt, valueAt } from './axes';
import type { UpdatingNumber } from './updating-types';

/** A number at its place, with an interval that is even on its own scale and within its range. */
export function learntNumber<Name extends string>(
  axis: Axis<Name>,
  place: number,
  error: number,
  confidence: number,
): UpdatingNumber<Name> {
  const { name } = axis;
  const value = valueAt(axis, place);
  if (Number.isNaN(error)) return { name, value, standardError: null, interval: null };
  const half = normalQuantile((1 + confidence) / 2) * error;
  return {
    name,
    value,
    standardError: error * slopeAt(axis, place),
    interval: {
      low: place - half <= -1 ? axis.lowest : valueAt(axis, place - half),
      high: valueAt(axis, Math.min(1, place + half)),
    },
  };
}
