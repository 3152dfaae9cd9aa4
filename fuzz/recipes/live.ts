import { businessCalendar, livePromiser, toMultipleOf } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import type * as room from '../../src/live/index';
import type { Random } from '../random';
import { made } from '../show';
import { calendar, date, later, parameters } from './pieces';
import type { Recipes } from './recipe';

const rounding = (r: Random) => made(toMultipleOf, r.pick([1, 5, 0.5]));

/** Opening hours that fit together, or none. */
function anyCalendar(r: Random) {
  const hours = calendar(r);
  try {
    businessCalendar(hours);
    return { calendar: hours, unit: r.pick(['minutes', 'hours'] as const) };
  } catch {
    return {};
  }
}

const promiserOptions = (r: Random) => ({
  unit: r.pick(['minutes', 'hours', 'days'] as const),
  keepRate: r.real(0.5, 0.97),
  typical: r.real(0.5, 60),
  ...r.some({
    round: rounding(r),
    lateness: r.pick([0, 1, 60]),
  }),
  ...(r.flip() ? anyCalendar(r) : {}),
  ...r.some({ parameters: parameters(r, 'promiserDefaults', promiserDefaults) }),
});

const end = (r: Random) => ({ id: `o-${r.int(0, 9)}`, at: anyDate(r) });
const start = (r: Random) => ({
  ...end(r),
  ...r.some({
    group: r.pick(['', 'a', 'b']),
    estimate: r.real(0.1, 90),
    keepRate: r.real(0.1, 0.9),
    features: { items: r.int(0, 9) },
  }),
});
/** A date in one of its forms. */
const anyDate = (r: Random) => {
  const at = date(r);
  return r.pick([at, at.getTime(), at.toISOString(), { epochMilliseconds: at.getTime() }]);
};

export const live: Recipes<typeof room> = {
  livePromiser: (r) => [promiserOptions(r)],
  livePromiserSchema: (r) => [JSON.parse(JSON.stringify(livePromiser(promiserOptions(r))))],
  liveStartSchema: (r) => [start(r)],
  liveEndSchema: (r) => [end(r)],
  quoteRequestSchema: (r) => [start(r)],
  reviveLivePromiser: (r) => {
    const options = promiserOptions(r);
    const promiser = livePromiser(options);
    let at = date(r);
    for (let i = 0; i < r.pick([0, 3, 120]); i++) {
      at = later(at, r.real(0.01, 1));
      promiser.start({ id: `o-${i}`, at, ...r.some({ group: r.pick(['a', 'b']) }) });
      if (i > 2 && r.flip(0.9)) promiser.finish({ id: `o-${i - 3}`, at: later(at, 0.01) });
      at = later(at, 0.02);
    }
    const json = JSON.parse(JSON.stringify(promiser));
    return options.round ? [json, { round: options.round }] : [json];
  },
};
