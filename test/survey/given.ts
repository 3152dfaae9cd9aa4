import fc from 'fast-check';
import type { Answers, Instrument, SurveyResponse } from 'overdeliver/survey';

const scale = { min: 1, max: 5 };

/** A questionnaire with every kind of item, a reversed one and a branch of two steps. */
export const visit: Instrument = {
  id: 'visit',
  items: [
    { kind: 'scale', id: 'kind', text: 'Kind?', scale, dimension: 'people', required: true },
    { kind: 'scale', id: 'rushed', text: 'Rushed?', scale, dimension: 'people', reversed: true },
    {
      kind: 'choice',
      id: 'came',
      text: 'How did you come?',
      choices: [
        { value: 'car', text: 'By car' },
        { value: 'foot', text: 'On foot' },
      ],
    },
    {
      kind: 'scale',
      id: 'parking',
      text: 'Parking?',
      scale: { min: 0, max: 10 },
      continuous: true,
      onlyIf: { item: 'came', is: 'car' },
    },
    {
      kind: 'text',
      id: 'why',
      text: 'Why?',
      required: true,
      onlyIf: { item: 'parking', atLeast: 1, atMost: 4 },
    },
  ],
};

/** One response for each set of answers. */
export const from = (all: readonly Answers[]): readonly SurveyResponse[] =>
  all.map((answers, i) => ({ respondent: `r${i}`, answers }));

/** The same answers given by `times` as many people. */
export const repeated = (
  responses: readonly SurveyResponse[],
  times: number,
): readonly SurveyResponse[] =>
  Array.from({ length: times }, (_, t) =>
    responses.map((one) => ({ ...one, respondent: `${one.respondent} ${t}` })),
  ).flat();

/** An answer from 1 to 5, or none. */
export const answer = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 5 });

/** Any answers to the visit, many of them wrong. */
export const anyAnswers = fc.dictionary(
  fc.constantFrom('kind', 'rushed', 'came', 'parking', 'why', 'other'),
  fc.oneof(
    fc.integer({ min: -1, max: 11 }),
    fc.constantFrom(2.5, Number.NaN, 'car', 'foot', 'late', null, undefined),
  ),
  { maxKeys: 5, noNullPrototype: true },
);

/** Every number anywhere in a value. */
export function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
