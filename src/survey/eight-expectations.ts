import type { Instrument } from './instrument';

/**
 * Eight things that customers expect (D38).
 *
 * @example
 * ```ts
 * import { eightExpectations } from 'overdeliver/survey';
 *
 * Object.keys(eightExpectations).length; // => 8
 * eightExpectations.flexibility; // => 'a way that suits the case, not "our procedure"'
 * ```
 */
export const eightExpectations = Object.freeze({
  information: 'accurate information, fast, by any channel',
  options: 'several options',
  engagement: 'an open channel for dialogue',
  complaintHandling: 'complaints heard and settled',
  flexibility: 'a way that suits the case, not "our procedure"',
  creativity: 'ideas, from elsewhere too',
  fairness: 'treatment as good as anyone gets',
  trust: 'a company to be trusted',
} as const);

/** One of the {@link eightExpectations}. */
export type EightExpectation = keyof typeof eightExpectations;

/** The eight in their order. */
export const eightNames: readonly EightExpectation[] = Object.freeze(
  Object.keys(eightExpectations) as EightExpectation[],
);

/** A questionnaire with one item for each of the eight: how far it is met, on 1 (not at all) to 5 (fully). */
export const eightInstrument: Instrument = Object.freeze({
  id: 'eight-expectations',
  items: Object.freeze(
    eightNames.map((id) =>
      Object.freeze({
        kind: 'scale' as const,
        id,
        text: eightExpectations[id],
        scale: Object.freeze({ min: 1, max: 5 }),
        dimension: id,
      }),
    ),
  ),
});
