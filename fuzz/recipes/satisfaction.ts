import { outcomeDefaults } from 'overdeliver/satisfaction';
import type * as room from '../../src/satisfaction/index';
import type { Random } from '../random';
import { expectation, experience } from './expectations';
import { parameters } from './pieces';
import type { Recipes } from './recipe';
import { satisfactionFit } from './satisfaction-fit';
import { columnsFor, cost, mixed, model, modelName, service, time } from './satisfactions';

const numbers = (r: Random) =>
  r.some({ parameters: parameters(r, 'outcomeDefaults', outcomeDefaults) });

/** An experience, without a model or with one that speaks of it. */
function felt(r: Random) {
  return r.pick([
    () =>
      [
        { ...time(r), unit: 'days' as const },
        r.some({ model: model('marketplaceSatisfaction') }),
      ] as const,
    () => [service(r), r.some({ model: model('surveySatisfaction') })] as const,
    () => [cost(r), {}] as const,
    () => [{ ...time(r), unit: 'minutes' as const }, {}] as const,
    () =>
      [
        mixed(r),
        r.some({ model: model(r.pick(['mixedSatisfaction', 'tk92Satisfaction'])) }),
      ] as const,
  ])();
}

export const satisfaction: Recipes<typeof room> = {
  ...satisfactionFit,
  predictSatisfactions: (r) => {
    const name = modelName(r);
    return [columnsFor(r, name, r.int(1, 5)), r.some({ model: model(name) })];
  },
  costExperienceSchema: (r) => [cost(r)],
  levelExperienceSchema: (r) => [service(r)],
  promiseExperienceSchema: (r) => [time(r)],
  satisfactionModelSchema: (r) => [model(modelName(r))],
  judgeOutcome: (r) => [expectation(r), experience(r), numbers(r)],
  judgePromise: (r) => [
    {
      promised: r.real(1, 60),
      actual: r.real(0, 90),
      ...r.pick([{}, { unit: 'minutes', stillWaiting: r.flip() }, { currency: 'EUR' }]),
    },
    numbers(r),
  ],
  explainSatisfaction: (r) => {
    const [given, options] = felt(r);
    const reference = r.pick(['kept' as const, given]);
    return [given, { ...options, ...numbers(r), ...r.some({ reference }) }];
  },
  predictSatisfaction: (r) => {
    const [given, options] = felt(r);
    return [given, { ...options, ...numbers(r) }];
  },
};
