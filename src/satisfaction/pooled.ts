import type { SatisfactionForm } from './model';

/** Answers that count as another one, which leaves fewer thresholds; places are 0 for the worst answer. */

type Scaled = Pick<SatisfactionForm, 'answers' | 'pooled'>;

/** The places of the answers that are told apart, from worst to best. */
export function toldApart({ answers: { min, max }, pooled = [] }: Scaled): readonly number[] {
  const places = Array.from({ length: max - min + 1 }, (_, place) => place);
  return places.filter((place) => !pooled.includes(min + place));
}

/** The place that each answer counts as: the next lower one that is told apart, the least ones as the next higher. */
export function placesCountedAs(form: Scaled): readonly number[] {
  const { min, max } = form.answers;
  const apart = toldApart(form);
  return Array.from(
    { length: max - min + 1 },
    (_, place) => apart.filter((other) => other <= place).at(-1) ?? (apart[0] as number),
  );
}

/** Thresholds below every answer but the worst: below one that is pooled there lies none, so that it has no chance. */
export function withPooled(cuts: Float64Array, form: Scaled): Float64Array {
  const [worst = 0, ...begin] = toldApart(form);
  const { min, max } = form.answers;
  return Float64Array.from({ length: max - min }, (_, k) => {
    if (k + 1 <= worst) return -Infinity;
    return cuts[begin.findIndex((place) => place >= k + 1)] ?? Infinity;
  });
}
