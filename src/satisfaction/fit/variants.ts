import type { SatisfactionDimension, SatisfactionForm, SatisfactionTerm } from '../model';
import type { FormScore } from './form-score';

/** Ways in which a gap may count, from the simplest to the richest. */
type GapForm = Exclude<FormScore['form'], 'given'>;

const gapTerms: Readonly<Record<GapForm, readonly SatisfactionTerm[]>> = {
  'no-gap': [],
  linear: ['gap'],
  asymmetric: ['gain', 'loss'],
  step: ['gain', 'loss', 'broken'],
};

/** A form with its gaps counted in each way, all else alike; one that is given under none of these names is `given`. */
export function variantsOf(
  form: SatisfactionForm,
): readonly { readonly name: FormScore['form']; readonly form: SatisfactionForm }[] {
  const variants = (Object.keys(gapTerms) as GapForm[]).map((name) => ({
    name,
    form: {
      ...form,
      dimensions: Object.fromEntries(
        Object.entries(form.dimensions).map(([dimension, entry]) => {
          const others = entry.terms.filter(
            (term) => !gapTerms.step.includes(term) && term !== 'gap',
          );
          return [dimension, { ...entry, terms: [...others, ...gapTerms[name]] }];
        }),
      ),
    },
  }));
  const isGiven = (other: SatisfactionForm) =>
    Object.entries(form.dimensions).every(([name, { terms }]) => {
      const { terms: theirs } = other.dimensions[name] as SatisfactionDimension;
      return theirs.length === terms.length && terms.every((term) => theirs.includes(term));
    });
  const known = variants.find((variant) => isGiven(variant.form));
  return known === undefined ? [...variants, { name: 'given', form }] : variants;
}
