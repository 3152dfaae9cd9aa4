import type { Instrument } from './instrument';

/**
 * Eight things that customers expect (D38).
 *
 * @example
 * ```ts
 * import { eightExpectations } from 'overdeliver';
 *
 * Object.keys(eightExpectations).length; // => 8
 * eightExpectations.flexibility; // => 'a way that suits the case, never "that is our procedure"'
 * ```
 */
export const eightExpectations = Object.freeze({
  information: 'accurate information, fast and efficient, by any channel',
  options: 'a choice between options',
  engagement: 'an open channel for dialogue: an engaged customer stays in good times and bad',
  complaintHandling: 'complaints that are heard and settled',
  flexibility: 'a way that suits the case, never "that is our procedure"',
  creativity: 'new ideas, from elsewhere too',
  fairness: 'to be treated as well as anyone else',
  trust: 'a company that can be trusted',
} as const);

/** One of the {@link eightExpectations}. */
export type EightExpectation = keyof typeof eightExpectations;

/** The eight in their order. */
export const eightNames: readonly EightExpectation[] = Object.freeze(
  Object.keys(eightExpectations) as EightExpectation[],
);

const texts: Readonly<Record<EightExpectation, string>> = {
  information: 'I was informed correctly and quickly.',
  options: 'I was given options.',
  engagement: 'I could talk with them, and they listened.',
  complaintHandling: 'When something was wrong, it was put right.',
  flexibility: 'They adapted to my case.',
  creativity: 'They came up with ideas.',
  fairness: 'I was treated as well as anyone else.',
  trust: 'I can trust them.',
};

/** A questionnaire with one item for each of the eight, on 1 (not at all) to 5 (fully). */
export const eightInstrument: Instrument = Object.freeze({
  id: 'eight-expectations',
  items: Object.freeze(
    eightNames.map((id) =>
      Object.freeze({
        kind: 'scale' as const,
        id,
        text: texts[id],
        scale: Object.freeze({ min: 1, max: 5 }),
        dimension: id,
      }),
    ),
  ),
});
