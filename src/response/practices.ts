/** A habit to keep or a fault to avoid. */
export interface Practice {
  /** All is well when a `habit` is kept and a `fault` is absent. */
  readonly kind: 'habit' | 'fault';
  /** What it means, in a sentence. */
  readonly meaning: string;
}

const habit = (meaning: string): Practice => Object.freeze({ kind: 'habit', meaning });
const fault = (meaning: string): Practice => Object.freeze({ kind: 'fault', meaning });

/**
 * The ten habits of good service, and the four faults of selling where one should let people buy, from practice.
 * What was seen of them goes into {@link auditPractices}.
 *
 * @example
 * ```ts
 * import { practices } from 'overdeliver/response';
 *
 * practices.listen.meaning; // => 'do not interrupt, listen'
 * Object.values(practices).filter(({ kind }) => kind === 'habit').length; // => 10
 * ```
 */
export const practices = Object.freeze({
  satisfyEverybody: habit('satisfy every customer'),
  privateLifeAtHome: habit('leave private life at home'),
  noHuddles: habit('no staff huddles on the floor'),
  greetEverybody: habit('greet everyone'),
  neverJudgeByLooks: habit('never judge by looks'),
  personalSpace: habit('respect personal space'),
  listen: habit('do not interrupt, listen'),
  adaptToStyle: habit("adapt to the customer's style"),
  lookProfessional: habit('look professional and keep the place so'),
  showWhatTheyLike: habit(
    'show what this customer may like, not what the seller likes, and ask first',
  ),
  pressure: fault('pressure to decide'),
  doubtfulClaims: fault('improvised or doubtful claims'),
  disturbing: fault('a feeling of disturbing someone'),
  obstructedReturns: fault('obstructed returns'),
} as const);

/** One of {@link practices}. */
export type PracticeName = keyof typeof practices;
