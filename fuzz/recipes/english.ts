import { capabilityFromSamples, planPromise, toMultipleOf } from 'overdeliver';
import type * as room from '../../src/english/index';
import type { Recipes } from './recipe';

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
  promiseInEnglish: (r) => [
    planPromise(
      capabilityFromSamples(
        r.list(9, () => r.real(1, 60)),
        { unit: r.pick(['minutes', 'euro']) },
      ),
      {
        keepRate: r.real(0.1, 0.5),
        bestEffort: true,
        ...r.some({ round: toMultipleOf(5) }),
      },
    ),
  ],
};
