import type { Outcome } from '../core/outcome';
import type { Cases, DimensionCases } from './cases';
import { differs, type outcomeDefaults } from './noticeable';

type Noticed = Readonly<Record<keyof typeof outcomeDefaults.parameters, number>>;

/** The chance of each outcome of all dimensions together. */
export function outcomeChances(
  { count, dimensions }: Cases,
  noticed: Noticed,
): Readonly<Record<Outcome, number>> {
  const counts = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    // The worst one decides where something failed, the best one where nothing did.
    let together = 0;
    for (let d = 0; d < dimensions.length && together >= 0; d++) {
      const one = outcomeOf(dimensions[d] as DimensionCases, i, noticed);
      together = one < 0 ? one : Math.max(together, one);
    }
    counts[together + 1] = (counts[together + 1] as number) + 1;
  }
  const [below, met, exceeded] = counts.map((n) => n / count) as [number, number, number];
  return { below, met, exceeded };
}

/** -1 below, 0 met, 1 exceeded: a must-be quality is never exceeded, an attractive one is never missed. */
export function outcomeOf(
  { of, expected, got }: Pick<DimensionCases, 'of' | 'expected' | 'got'>,
  row: number,
  { noticeableShare, noticeablePoints }: Noticed,
): number {
  const e = expected[row] as number;
  const x = got[row] as number;
  const isLevel = of.sign < 0;
  const noticeable = isLevel ? noticeablePoints : noticeableShare * e;
  const lead = of.sign * (e - x);
  const scale = isLevel ? 100 : e;
  // A promise is broken by any shortfall, an expectation only by a noticeable one.
  if (differs(-lead, isLevel ? noticeable : 0, scale)) return of.side > 0 ? 0 : -1;
  return of.side >= 0 && differs(lead, noticeable, scale) ? 1 : 0;
}
