import * as z from 'zod/mini';
import { parametersSchema } from '../core/input';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { levelSchema } from '../input/schemas';
import type { TalkingCustomer } from '../loyalty/customer';
import { wordOfMouthSchema } from '../loyalty/input';
import { told } from '../loyalty/told';
import type { wordOfMouthDefaults } from '../loyalty/word-of-mouth-model';
import { type Action, fromPractice } from './action';
import { frictionDefaults } from './parameters';

/** What it takes to complain to the company. */
export interface ComplaintChannel {
  /** Steps until the complaint is made: clicks, forms, calls. */
  readonly steps: number;
  /** Ways to complain, at least 1: by telephone, by e-mail, in person. */
  readonly ways: number;
  /** Hours until somebody answers. */
  readonly hours: number;
  /** How often it has to be told again. */
  readonly repeats: number;
  /** How often it is passed on to somebody else. */
  readonly handOvers: number;
}

/** How hard complaining is, and what that does. */
export interface FrictionScore {
  /** 0 (none) to 100: `100 (1 - exp(-effort))`. */
  readonly friction: number;
  /** What each part adds; they add up to the effort. */
  readonly contributions: readonly {
    readonly term: keyof ComplaintChannel;
    readonly effort: number;
  }[];
  /** How many people a disappointed customer like this one warns, on average. */
  readonly negativeWordOfMouth: {
    readonly now: number;
    /** With a channel without friction. */
    readonly least: number;
    /** Without any channel. */
    readonly most: number;
  };
  /** What to ease, what takes most effort first. */
  readonly actions: readonly Action<'ease-complaining'>[];
  /** The model of word of mouth, and the setting it speaks of. */
  readonly model: { readonly id: string; readonly setting: string };
}

const numberFrom = (least: number) => {
  const text = `a number from ${least} to 1e6`;
  return z.number().check(z.gte(least, text), z.lte(1e6, text));
};
const channelSchema = once(() =>
  z.strictObject({
    steps: numberFrom(0),
    ways: numberFrom(1),
    hours: numberFrom(0),
    repeats: numberFrom(0),
    handOvers: numberFrom(0),
  }),
);
const customerSchema = once(() => z.strictObject({ satisfaction: levelSchema }));
const optionsSchema = once(() =>
  z.strictObject({
    parameters: parametersSchema(frictionDefaults),
    wordOfMouth: wordOfMouthSchema,
  }),
);

const evidence = fromPractice('practice: easy complaining lowers the urge to complain to friends');

/**
 * Scores how hard it is to complain to the company, and what that does to negative word of mouth.
 *
 * The effort is linear in the parts, in one over the number of ways. Of the people whom a disappointed customer tells,
 * as `predictWordOfMouth` has it, a channel without friction spares `relief`: `negative (1 - relief (1 - friction /
 * 100))`. All these numbers are assumed: compare channels by them, and fit your own before you rely on a count.
 *
 * @param customer how satisfied a disappointed customer is, 0 to 100
 * @param options `parameters`, the weights of the effort (`frictionDefaults` unless given), and `wordOfMouth`, the model of
 *   how many are told (`wordOfMouthDefaults` unless given)
 * @throws InvalidInputError `out-of-range` for a number below 0, fewer than 1 way, or a satisfaction off its scale
 * @example
 * ```ts
 * import { scoreComplaintChannel } from 'overdeliver/response';
 *
 * const score = scoreComplaintChannel(
 *   { steps: 4, ways: 1, hours: 24, repeats: 1, handOvers: 1 },
 *   { satisfaction: 40 },
 * );
 * score.friction; // => 81.36
 * score.negativeWordOfMouth; // => { now: 0.962, least: 0.530, most: 1.061 }
 * score.actions[0]?.detail.term; // => 'hours'
 * ```
 */
export function scoreComplaintChannel(
  channel: ComplaintChannel,
  customer: Pick<TalkingCustomer, 'satisfaction'>,
  options: {
    readonly parameters?: typeof frictionDefaults | undefined;
    readonly wordOfMouth?: typeof wordOfMouthDefaults | undefined;
  } = {},
): FrictionScore {
  return door('scoreComplaintChannel', () => {
    const given = read(channelSchema, channel, 'channel');
    const { parameters, wordOfMouth } = read(optionsSchema, options, 'options');
    const { relief, ...weights } = parameters.numbers;
    const { satisfaction } = read(customerSchema, customer, 'customer');
    const { id, setting } = wordOfMouth.set;
    const model = { id, setting };
    const { negative } = told({ satisfaction, outcome: 'below' }, wordOfMouth.numbers);
    const warnedAt = (effort: number) => negative * (1 - relief * Math.exp(-effort));
    const contributions = (Object.keys(given) as (keyof ComplaintChannel)[]).map((term) => ({
      term,
      effort: weights[term] * (term === 'ways' ? 1 / given.ways : given[term]),
    }));
    const effort = contributions.reduce((sum, part) => sum + part.effort, 0);
    const friction = -100 * Math.expm1(-effort);
    const now = warnedAt(effort);
    const actions = contributions
      .filter((part) => part.effort > 0)
      .sort((a, b) => b.effort - a.effort)
      .map(
        ({ term, effort: part }): Action<'ease-complaining'> => ({
          code: 'ease-complaining',
          detail: { term, amount: given[term], averts: now - warnedAt(effort - part) },
          why: [{ code: 'friction', detail: { effort: part, of: effort } }],
          when: null,
          serves: 'complaintHandling',
          evidence,
        }),
      );
    const negativeWordOfMouth = { now, least: warnedAt(0), most: warnedAt(Infinity) };
    return { friction, contributions, negativeWordOfMouth, actions, model };
  });
}
