import { notEnough } from '../../input/refusal';
import type { CompiledModel } from '../compile';
import type { SatisfactionForm } from '../model';
import { coefficientNames, thresholdNames } from '../parameter-names';
import { toldApart } from '../pooled';
import type { SatisfactionFitOptions } from './fit-options';
import { bareModel } from './input-form';
import { countsOf, type Observations } from './observations';

/**
 * What to fit, and rows whose answers are numbered among those that are told apart. An answer that nobody gave is pooled
 * with its neighbour where that is asked for, else refused, since nothing says where it begins.
 */
export function pooled(
  seen: Observations,
  options: Pick<SatisfactionFitOptions, 'form' | 'id' | 'setting' | 'pool'>,
): { readonly seen: Observations; readonly form: CompiledModel } {
  const { form, pool = false } = options;
  const { min, max } = form.answers;
  const counts = countsOf(seen.answer, max - min + 1);
  const unchosen = toldApart(form).filter((place) => counts[place] === 0);
  const given = counts.filter((count) => count > 0).length;
  if (pool && given < 2)
    notEnough('answers', { needed: 2, available: given }, 'answers that differ');
  const others = pool ? unchosen.map((place) => min + place) : [];
  const all = [...(form.pooled ?? []), ...others].sort((one, other) => one - other);
  const fitted = all.length === 0 ? form : { ...form, pooled: all };
  const numbers = thresholdNames(fitted).length + coefficientNames(form).length;
  if (seen.layout.rows <= numbers) {
    const rows = { needed: numbers + 1, available: seen.layout.rows };
    notEnough('columns', rows, `${numbers} numbers, and far more to know them well`);
  }
  const [first] = unchosen;
  if (!pool && first !== undefined) {
    const text = `the answer ${min + first}, which nobody gave; pool it with its neighbour (pool: true)`;
    notEnough('answers', { needed: 1, available: 0 }, text);
  }
  const answer = categoriesOf(seen.answer, fitted);
  return { seen: { ...seen, answer }, form: bareModel({ ...options, form: fitted }) };
}

/** The number of each answer among those that are told apart, from the places that answers count as. */
export function categoriesOf(
  places: Uint16Array,
  form: Pick<SatisfactionForm, 'answers' | 'pooled'>,
): Uint16Array {
  const apart = toldApart(form);
  return places.map((place) => apart.indexOf(place));
}
