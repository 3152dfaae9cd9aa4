import { livePromiser, promiserDefaults } from 'overdeliver';
import type * as room from '../../src/live/index';
import type { Random } from '../random';
import { date, later, parameters } from './pieces';
import type { Recipes } from './recipe';

const promiserOptions = (r: Random) => ({
  unit: r.pick(['minutes', 'hours', 'days'] as const),
  keepRate: r.real(0.5, 0.97),
  typical: r.real(0.5, 60),
  ...r.some({ parameters: parameters(r, 'promiserDefaults', promiserDefaults) }),
});

export const live: Recipes<typeof room> = {
  livePromiser: (r) => [promiserOptions(r)],
  reviveLivePromiser: (r) => {
    const promiser = livePromiser(promiserOptions(r));
    let at = date(r);
    for (let i = 0; i < r.pick([0, 3, 120]); i++) {
      at = later(at, r.real(0.01, 1));
      promiser.start({ id: `o-${i}`, at, ...r.some({ group: r.pick(['a', 'b']) }) });
      if (i > 2 && r.flip(0.9)) promiser.finish({ id: `o-${i - 3}`, at: later(at, 0.01) });
      at = later(at, 0.02);
    }
    return [JSON.parse(JSON.stringify(promiser))];
  },
};
