import {
  capabilityFromSamples,
  livePromiser,
  planPromise,
  planWindow,
  reviewPromise,
  toMultipleOf,
} from 'overdeliver';
import { englishPhrases } from '../../src/english/customer-phrases';
import type * as room from '../../src/english/index';
import type { Random } from '../random';
import { date, zone } from './pieces';
import type { Recipes } from './recipe';

const able = (r: Random) =>
  capabilityFromSamples(
    r.list(9, () => r.real(1, 60)),
    { unit: r.pick(['minutes', 'euro']) },
  );
const quote = (r: Random) =>
  livePromiser({ unit: 'minutes', keepRate: r.pick([0.5, 0.9]), typical: r.real(5, 60) }).quote({
    at: date(r),
  });

export const english: Recipes<typeof room> = {
  inEnglish: (r) => [
    r.pick([
      'reverse',
      { code: 'rounded', detail: { from: r.real(0, 99), to: r.int(0, 99) } },
      { code: 'rising', change: r.real(0, 9), p: r.real(0, 1) },
      { code: 'few-observations', detail: { observations: r.int(0, 9), priorSize: r.real(1, 20) } },
      { code: 'chance-at-least', detail: {} },
      { code: 'unheard-of', detail: { a: 1, b: 'two' } },
    ]),
  ],
  promiseInEnglish: (r) => {
    const options = {
      keepRate: r.real(0.1, 0.5),
      bestEffort: true,
      ...r.some({ round: toMultipleOf(5) }),
    };
    const plan = r.pick([planPromise, planWindow]);
    return [r.flip(0.3) ? quote(r) : plan(able(r), options)];
  },
  reviewInEnglish: (r) => {
    const plan = { promise: r.real(1, 60), keepRate: 0.6 };
    const given = { plan, elapsed: r.real(0, 60), revised: r.flip() };
    return [reviewPromise(able(r), given), { unit: 'minutes' }];
  },
  customerWording: (r) => [
    {
      locale: r.pick(['en-GB', 'en-US', 'de-DE', 'fr', 'ja-JP', 'ar-EG', 'fa-IR']),
      ...r.some({
        zone: zone(r),
        currency: r.pick(['EUR', 'JPY', 'KWD', 'USD']),
        phrases: {
          ...(r.flip(0.8) && englishPhrases),
          ...r.some({ by: (when: string) => `bis ${when}`, atMost: (x: string) => x }),
        },
      }),
    },
  ],
};
