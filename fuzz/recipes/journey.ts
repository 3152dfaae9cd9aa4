import { outcomeDefaults } from 'overdeliver/satisfaction';
import type * as room from '../../src/journey/index';
import type { Random } from '../random';
import { named } from '../show';
import { date, later, level, parameters, share } from './pieces';
import type { Recipes } from './recipe';

const parameterOptions = (r: Random) =>
  r.some({ parameters: parameters(r, 'outcomeDefaults', outcomeDefaults) });
const options = (r: Random) => ({ ...r.some({ confidence: share(r) }), ...parameterOptions(r) });

function touchpoints(r: Random) {
  const people = r.int(2, 6);
  const column = () => r.list(people, () => level(r));
  const summary = () => ({ mean: level(r), sd: r.real(0, 20), n: r.int(2, 40) });
  return r.list(r.int(1, 5), (i) => ({
    id: `t${i}`,
    ...r.pick([
      { expected: level(r), received: level(r) },
      { expected: column(), received: column() },
      { expected: summary(), received: summary() },
    ]),
    ...r.some({ importance: r.real(0.1, 5), mayGoWrong: ['queue'] }),
  }));
}

function series(r: Random) {
  let at = date(r, 0, 30);
  const counted = r.flip(0.5);
  return r.list(r.int(5, 24), () => {
    at = later(at, r.real(1, 900));
    return { at, value: r.pick([level(r), r.int(60, 70)]), ...(counted && { n: r.int(1, 50) }) };
  });
}

const seasons = named('(at, place) => String(place % 3)', (_: Date, place: number) =>
  String(place % 3),
);
const trend = (r: Random) => r.some({ confidence: share(r), season: seasons });

export const journey: Recipes<typeof room> = {
  breakOf: (r) => [series(r), { ...trend(r), ...r.some({ seed: r.int(0, 9) }) }],
  journeyScore: (r) => [touchpoints(r), options(r)],
  reviewTrend: (r) => [
    series(r),
    {
      ...trend(r),
      ...r.some({ seed: 1, lag: r.int(0, 90), events: [{ at: date(r), what: 'new sign' }] }),
    },
  ],
  touchpointGaps: (r) => [
    touchpoints(r),
    {
      ...options(r),
      ...r.some({
        feeling: named(
          '(x) => x.perceived - x.expected',
          (x: { expected: number; perceived: number }) => x.perceived - x.expected,
        ),
      }),
    },
  ],
  trendOf: (r) => [series(r), trend(r)],
};
