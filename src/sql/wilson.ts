import { normalQuantile } from '../numerics/normal';
import type { Dialect } from './dialects';
import { doubleColumn, type Given } from './nested';

/** The columns of a share of counts and of its Wilson interval, in the form of the library's own, to the bit. */
export function shareColumns(
  name: string,
  {
    count,
    of,
    confidence = 0.95,
  }: { readonly count: string; readonly of: string; readonly confidence?: number | undefined },
  { number }: Dialect,
): readonly Given[] {
  const z = -normalQuantile((1 - confidence) / 2);
  const n = `(${of} * ${number(1)})`;
  const low = (x: string) => {
    // Wilson 1927.
    const root = `${number(z)} * sqrt(${number(z * z)} + ${number(4)} * ${x} * (${n} - ${x}) / ${n})`;
    return `CASE WHEN ${x} = ${number(0)} THEN ${number(0)} ELSE ${number(2)} * ${x} * ${x} / ${n} / (${number(2)} * ${x} + ${number(z * z)} + ${root}) END`;
  };
  const given = (name: string, meaning: string, from: string) =>
    doubleColumn(name, meaning, `CASE WHEN ${of} > 0 THEN ${from} END`);
  const kept = `(${count} * ${number(1)})`;
  return [
    given(
      name,
      'the share kept of those that fell due, 0 to 1; null where none did',
      `${kept} / ${n}`,
    ),
    given(
      'low',
      `the lower end of its interval, 0 to 1, of a confidence of ${confidence}`,
      low(kept),
    ),
    given('high', 'the upper end of that, 0 to 1', `${number(1)} - ${low(`(${n} - ${kept})`)}`),
  ];
}
