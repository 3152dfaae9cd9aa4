import type { ExpectationEvent, UpdatingHistory } from 'overdeliver/expectation';
import { fitUpdating } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { once } from '../../../src/input/once';
import { deepFreeze } from '../../core/deep-freeze';
import { logLikelihoodOf, numbersOf } from './plain-filter';
import { names, panel } from './world';

const day = 86_400_000;

/** What lifts a desired level: a need, or an offer that is believed in part or whole. */
const lifts: readonly ExpectationEvent[] = [
  { kind: 'need', need: 'safety', level: 80 },
  { kind: 'competitorOffer', level: 76, reliability: 0.6 },
  { kind: 'competitorOffer', level: 76 },
];

/** So close to where the search begins that few steps lead there. */
const stray = { reportSd: 4, startSd: 10, unseenVariancePerDay: 0.5 };
const numbers = {
  experienceSd: 15,
  informationSd: 15,
  driftVariancePerDay: 0.75,
  desiredRise: 0.4,
  desiredHalfLifeDays: 120,
  predicted: stray,
  desired: stray,
};

/** Six customers, of whom is known how sure they take what they meet to be, so that it is not to be learnt. */
const histories: readonly UpdatingHistory[] = deepFreeze(
  panel(34, 6, { steps: 2, numbers }).map(({ start, from, path }, i) => {
    const { at = 0, reported } = path.at(-1) ?? {};
    const { predicted = 0, desired = 0 } = reported ?? {};
    const last = {
      predicted: predicted + ((i * 7) % 9) - 4,
      desired: Math.min(90, Math.max(desired, 79)) + ((i * 5) % 11) - 5,
    };
    const variance = [20, 90, 300][i % 3] as number;
    return {
      start: { ...start, predicted: { mean: start.predicted.mean, variance } },
      from,
      path: [
        ...path.map(({ event, ...step }) => {
          const seen = { perceived: 0, level: 0, ...event };
          const perceived = Math.max(seen.perceived, seen.level);
          return { ...step, event: { kind: 'experience', perceived, sd: 15 } as const };
        }),
        { at: Number(at) + (9 + 4 * i) * day, event: lifts[i % 3], reported: last },
      ],
    };
  }),
);
const told = once(() => fitUpdating(histories, names));
const total = (of: 'predicted' | 'desired', more = {}) =>
  histories.reduce(
    (sum, one) => sum + logLikelihoodOf(one, { ...numbersOf(told()), ...more }, of),
    0,
  );

describe('of desired levels that are lifted', () => {
  it('the likelihood is that of a plain filter', () => {
    const { fit } = told().parameters;
    expect(fit?.logLikelihood).toBeCloseTo(total('predicted') + total('desired'), 3);
  });

  it('all numbers are the likeliest ones', () => {
    const { flags, strays, numbers } = told();
    expect(flags.map(({ code, detail }) => [code, detail.register, detail.parameter])).toEqual([
      ['unseen-events', 'predicted', 'experienceSd'],
      ['unseen-events', 'predicted', 'informationSd'],
      ['few-customers', 'predicted', undefined],
      ['few-customers', 'desired', undefined],
    ]);
    const highest = total('desired');
    const moving = numbers.filter(({ name }) => name.startsWith('desired'));
    const straying = strays.desired.map(({ name, value }) => ({ name: `desired.${name}`, value }));
    for (const { name, value } of [...moving, ...straying])
      for (const by of [0.8, 1.2])
        expect(total('desired', { [name]: value * by }), name).toBeLessThan(highest);
  });
});
