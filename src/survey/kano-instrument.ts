import { door } from '../input/door';
import { read } from '../input/read';
import { featuresSchema } from './input-instrument';
import type { Instrument } from './instrument';
import { type KanoAnswer, kanoAnswers } from './kano-table';

/** A feature that customers are asked about. */
export interface KanoFeature {
  /** The feature's id. */
  readonly id: string;
  /** The question about having it. */
  readonly functional: string;
  /** The question about being without it. */
  readonly dysfunctional: string;
}

/**
 * The Kano questionnaire: every feature as `<id>.functional` and `<id>.dysfunctional`, answered with one of
 * {@link kanoAnswers}. It is data: put the questions and the wording of the answers in any language.
 *
 * @throws InvalidInputError `duplicate-id` for a feature that comes twice; what bad features call for
 * @example
 * ```ts
 * import { kanoInstrument } from 'overdeliver/survey';
 *
 * const features = [
 *   { id: 'track', functional: 'If you can follow the parcel?', dysfunctional: 'If you cannot?' },
 * ];
 * kanoInstrument(features).items.map(({ id }) => id); // => ['track.functional', 'track.dysfunctional']
 * ```
 */
export function kanoInstrument(features: readonly KanoFeature[]): Instrument {
  return door('kanoInstrument', () => kanoItems(read(featuresSchema, features, 'features')));
}

const english: Readonly<Record<KanoAnswer, string>> = Object.freeze({
  like: 'I like it',
  'must-be': 'I expect it',
  neutral: 'I do not mind',
  'live-with': 'I can live with it',
  dislike: 'I dislike it',
});

export function kanoItems(features: readonly KanoFeature[]): Instrument {
  const choices = kanoAnswers.map((value) => ({ value, text: english[value] }));
  const items = features.flatMap((feature) =>
    (['functional', 'dysfunctional'] as const).map((side) => {
      return { kind: 'choice', id: `${feature.id}.${side}`, text: feature[side], choices } as const;
    }),
  );
  return { id: 'kano', items };
}
