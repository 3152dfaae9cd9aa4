import type { Instrument } from './instrument';

/**
 * Eight things that customers expect of a company, each in a sentence; from practice, not from a study.
 *
 * @example
 * ```ts
 * import { eightExpectations } from 'overdeliver/survey';
 *
 * Object.keys(eightExpectations).length; // => 8
 * eightExpectations.flexibility; // => 'The company finds a way that suits the case, whatever its procedures say.'
 * ```
 */
export const eightExpectations = Object.freeze({
  information: 'The company gives accurate information, fast and by any channel.',
  options: 'The company offers several options to choose from.',
  engagement: 'The company is open to dialogue with its customers.',
  complaintHandling: 'The company hears complaints and settles them.',
  flexibility: 'The company finds a way that suits the case, whatever its procedures say.',
  creativity: 'The company brings ideas, also from other fields.',
  fairness: 'The company treats each customer as well as any other.',
  trust: 'The company can be trusted.',
} as const);

/** One of the {@link eightExpectations}. */
export type EightExpectation = keyof typeof eightExpectations;

/** The eight in their order. */
export const eightNames: readonly EightExpectation[] = Object.freeze(
  Object.keys(eightExpectations) as EightExpectation[],
);

/** A questionnaire with one item for each of the eight: how far it holds, on 1 (not at all) to 5 (fully). */
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
