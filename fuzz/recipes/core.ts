import { outcomeDefaults } from 'overdeliver/satisfaction';
import type * as room from '../../src/core/index';
import { hostileValues } from '../hostile';
import type { Random } from '../random';
import { level, parameters, scale } from './pieces';
import type { Recipes } from './recipe';

/** What an error may be made of: any value at all was found, everything else is ours. */
const at = (r: Random) => ({
  function: 'planPromise',
  path: r.pick(['', 'options.keepRate']),
  value: r.pick(hostileValues)(),
});

export const core: Recipes<typeof room> = {
  adjustParameters: (r) => [
    parameters(r, 'outcomeDefaults', outcomeDefaults),
    'ours/fuzz-2',
    r.some({ noticeablePoints: r.real(0, 20), noticeableShare: r.real(0, 0.5) }),
    { status: r.pick(['published', 'fitted', 'assumed'] as const), source: 'ours' },
  ],
  answerFromLevel: (r) => [level(r), scale(r)],
  levelFromAnswer: (r) => {
    const on = scale(r);
    return [r.int(on.min, on.max), on];
  },
  isOverdeliverError: (r) => [r.pick([new Error('other'), null, 3, { code: 'missing' }])],
  InvalidInputError: (r) => ['out-of-range', at(r), 'something else'],
  NotEnoughDataError: (r) => [at(r), { needed: 9, available: r.int(0, 8) }, 'a plan'],
  NotIdentifiedError: (r) => [at(r), r.real(0.5, 1), r.real(0, 0.5)],
  PolicyFailedError: (r) => [at(r), 'live', r.pick(['o-1', null]), new Error('its own')],
  OverdeliverError: (r) => ['no-signal', at(r), 'a signal', 'a message'],
};
