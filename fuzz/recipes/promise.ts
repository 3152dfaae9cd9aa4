import { capabilityFromSamples, toMultipleOf, toPriceEnding } from 'overdeliver';
import { cuiAttraction, narrowest, promiseDefaults } from 'overdeliver/promise';
import type * as room from '../../src/promise/index';
import type { Random } from '../random';
import { made, named } from '../show';
import { capability } from './capabilities';
import { parameters, share } from './pieces';
import type { Recipes, ReturnedRecipes } from './recipe';

const better = (r: Random) => r.pick(['lower', 'lower', 'higher'] as const);
const any = (r: Random) => capability(r, better(r), 2);
/** Around a time that was agreed: below 0 is early. */
const around = (r: Random) => {
  const deviations = r.list(r.int(12, 40), () => r.real(-60, 90));
  return made(capabilityFromSamples, deviations, { unit: 'minutes', deviations: true });
};
const rounding = (r: Random) =>
  r.pick([made(toMultipleOf, r.pick([1, 5, 0.5])), made(toPriceEnding, 9, 10)]);
const quoting = (r: Random) => r.some({ bestEffort: true, round: rounding(r) });
const numbers = (r: Random) =>
  r.some({ parameters: parameters(r, 'promiseDefaults', promiseDefaults) });
const asked: ReturnedRecipes<typeof room>['toMultipleOf'] = (r) => [
  r.real(0, 200),
  r.pick(['up', 'down'] as const),
];

export const promise: Recipes<typeof room> = {
  cuiAttraction: (r) => [r.real(0.1, 20)],
  fisherAttraction: (r) => [r.real(0, 20)],
  planByBalance: (r) => [
    any(r),
    {
      attraction: r.pick([
        named('(t) => Math.exp(-t / 50)', (t: number) => Math.exp(-t / 50)),
        made(cuiAttraction, 7),
      ]),
      revenue: r.real(1, 90),
      goodwillLost: named('(t) => t / 9', (t: number) => t / 9),
      ...r.some({ round: rounding(r) }),
    },
  ],
  impliedCostRatio: (r) => [any(r), r.real(0, 90)],
  planByCost: (r) => [
    any(r),
    {
      late: r.real(0.1, 30),
      ...r.pick([{ early: r.real(0.1, 9) }, { perUnitQuoted: r.real(0.01, 0.1) }]),
      ...quoting(r),
    },
  ],
  chooseDimension: (r) => [
    ['time', 'cost', 'service']
      .slice(0, r.int(1, 3))
      .map((dimension) => ({ dimension, gain: r.real(0, 9), cost: r.real(0, 9), kept: share(r) })),
    numbers(r),
  ],
  requiredImprovement: (r) => [
    any(r),
    { promise: r.real(0, 90), keepRate: share(r), ...r.some({ bestEffort: true }) },
  ],
  planOptionsSchema: (r) => [{ keepRate: share(r), ...quoting(r) }],
  planPromise: (r) => [any(r), { keepRate: share(r), ...quoting(r) }],
  toPriceEnding: (r) => (r.flip() ? [r.real(0, 0.99)] : [r.int(0, 9), 10]),
  reviewPromise: (r) => [
    any(r),
    {
      plan: { promise: r.real(1, 90), keepRate: share(r), ...r.some({ unit: 'minutes' }) },
      elapsed: r.real(0, 90),
      revised: r.flip(),
      ...quoting(r),
      ...numbers(r),
    },
  ],
  toMultipleOf: (r) => [r.pick([1, 5, 0.1, r.real(0.1, 30)])],
  planSurprise: (r) => [any(r), { by: r.real(0.1, 20), probability: share(r), ...quoting(r) }],
  planByTolerance: (r) => [any(r), { keepRate: share(r), confidence: share(r), ...quoting(r) }],
  narrowest: (r) => [
    {
      from: r.real(0, 0.1),
      to: r.real(0.1, 0.2),
      step: r.pick([0, 0.01]),
      width: named('(share) => (share - 0.1) ** 2', (share: number) => (share - 0.1) ** 2),
    },
  ],
  planWindow: (r) => [
    r.flip(0.3) ? around(r) : any(r),
    {
      ...r.pick([
        { keepRate: share(r) },
        { keepRate: share(r), shape: named('narrowest', narrowest) },
        { late: r.real(0.01, 0.3), early: r.real(0.01, 0.5) },
      ]),
      ...quoting(r),
    },
  ],
};

export const promiseReturned: ReturnedRecipes<typeof room> = {
  cuiAttraction: (r) => [r.real(0, 90)],
  toMultipleOf: asked,
  toPriceEnding: asked,
};
