import { fieldsOf, hasGap } from './dimensions';
import type { Judged, ReadExperience } from './input-experience';
import type { SatisfactionModel } from './model';

/** The same, kept just so: what was promised, or expected, came, and nobody waits. */
export function keptOf({ judged, covariates }: ReadExperience): ReadExperience {
  const kept = (one: Judged) => ({ ...one, got: one.expected ?? one.got, waits: false });
  return { judged: judged.map(kept), covariates };
}

/** What the typical customer of a model's data went through; null where it does not say. */
export function typicalOf(
  { judged, covariates }: ReadExperience,
  { dimensions, typical = {} }: SatisfactionModel,
): ReadExperience | null {
  const isOnly = Object.keys(dimensions).length === 1;
  const known = (name: string) => typical[name] ?? Number.NaN;
  const typicalPart = (one: Judged) => {
    const [before, after] = fieldsOf(one.dimension.kind).map((field) =>
      known(isOnly ? field : `${one.name}.${field}`),
    ) as [number, number];
    // Where no gap counts it need not be known.
    const expected = Number.isNaN(before) && !hasGap(one.dimension) ? undefined : before;
    return { ...one, expected, got: after, waits: false };
  };
  const parts = judged.map(typicalPart);
  const others = Object.keys(covariates).map(
    (name) => [name, known(`covariates.${name}`)] as const,
  );
  const numbers = [
    ...parts.flatMap(({ expected, got }) => [expected, got]),
    ...others.map(([, x]) => x),
  ];
  if (numbers.some(Number.isNaN)) return null;
  return { judged: parts, covariates: Object.fromEntries(others) };
}
