import { capabilityFromSamples } from 'overdeliver';
import {
  censoredSource,
  familySource,
  gamma,
  lognormal,
  mixtureSource,
  normal,
  pipelineSource,
  poweredSource,
  quantilesSource,
  samplesSource,
  scaledSource,
  weibull,
} from 'overdeliver/capability';
import { liveSource } from 'overdeliver/live';
import type * as room from '../../src/capability/index';
import type { Random } from '../random';
import { made, named } from '../show';
import { capability as anyCapability, points } from './capabilities';
import { models } from './models';
import { amounts, date, later } from './pieces';
import type { Recipes, ReturnedRecipes } from './recipe';

const unit = 'minutes';
const better = (r: Random) => r.pick(['lower', 'lower', 'higher'] as const);
const quantity = (r: Random) => ({ unit, ...r.some({ better: better(r), deviations: r.flip() }) });
const column = (r: Random, numbers: readonly number[]) =>
  r.flip() ? numbers : Float64Array.from(numbers);

/** Every source there is. */
export const allSources = named('allSources', [
  samplesSource,
  censoredSource,
  familySource(normal),
  familySource(lognormal),
  familySource(gamma),
  familySource(weibull),
  quantilesSource,
  mixtureSource,
  scaledSource,
  pipelineSource,
  poweredSource,
  liveSource,
]);

function datedOrders(r: Random): Parameters<typeof room.capabilityAsOf> {
  const orders = r.list(r.int(1, 12), () => {
    const started = date(r, 0, 60);
    const end = later(started, r.real(1, 400));
    return {
      started,
      ...r.pick([{ finished: end }, { finished: end }, {}, { cancelled: end }, { lost: end }]),
    };
  });
  return [
    orders,
    {
      asOf: date(r, 50, 90),
      unit: r.pick(['minutes', 'hours', 'days']),
      ...r.some({ halfLifeDays: r.real(1, 60), lostAfter: r.real(1, 400) }),
    },
  ];
}

export const capability: Recipes<typeof room> = {
  ...models,
  calibrateEstimates: (r) => {
    const actuals = amounts(r, r.int(1, 20));
    const estimates = column(
      r,
      actuals.map((x) => x * r.real(0.5, 2) + 0.1),
    );
    const known = {
      finished: actuals.map((_, i) => i === 0 || r.flip()),
      weights: actuals.map(() => r.real(0.1, 2)),
    };
    const more = r.some({
      spreads: column(
        r,
        r.list(actuals.length, () => r.real(0.1, 2)),
      ),
      groups: r.list(actuals.length, () => r.pick(['north', 'south'])),
    });
    const learns = !('spreads' in more) && r.flip() ? { learnSpread: true } : {};
    return [
      { estimates, actuals: column(r, actuals), ...more },
      { unit, ...r.some({ ...known, shrinkage: r.real(0, 20) }), ...learns },
    ];
  },
  datedOrderSchema: (r) => [
    {
      started: date(r, 0, 60),
      ...r.some({ finished: null, cancelled: null, lost: null, shop: 'north' }),
    },
  ],
  capabilityAsOf: datedOrders,
  durationsAsOf: datedOrders,
  capabilityByGroup: (r) => [
    amounts(r, r.int(1, 12)).map((value, i) => ({ value, path: [`s${i % 3}`, `r${i % 2}`] })),
    {
      unit,
      levels: ['state', 'region'],
      ...r.some({ better: better(r), shrinkage: r.real(0, 9) }),
    },
  ],
  capabilityFromCensored: (r) => {
    const samples = amounts(r, r.int(1, 20));
    const known = {
      finished: samples.map((_, i) => i === 0 || r.flip(0.7)),
      weights: samples.map(() => r.real(0.01, 2)),
    };
    const more = r.pick([
      known,
      { ...known, lost: known.finished.map((is) => !is && r.flip()) },
      { ...known, entered: samples.map((x, i) => (i % 3 === 0 ? x * r.real(0, 0.9) : 0)) },
    ]);
    return [column(r, samples), { unit, ...r.some(more) }];
  },
  capabilityFromGuess: (r) => [
    anyCapability(r),
    {
      priorSize: r.real(0.1, 50),
      samples: column(r, amounts(r, r.int(0, 9))),
      ...r.some({ deviations: r.flip() }),
    },
  ],
  capabilityFromQuantiles: (r) => {
    const way = better(r);
    return [points(r, way), { ...quantity(r), better: way }];
  },
  capabilityFromSamples: (r) => [column(r, amounts(r, r.int(1, 30))), quantity(r)],
  mixCapabilities: (r) => [
    r.list(r.int(1, 3), () => ({ capability: anyCapability(r), weight: r.real(0.1, 5) })),
  ],
  pipelineCapability: (r) => [
    r.list(r.int(1, 3), () => made(capabilityFromSamples, amounts(r, r.int(1, 9)), { unit })),
    r.some({ resolution: r.int(2, 64) }),
  ],
  recencyWeights: (r) => [
    r.list(r.int(1, 9), () => date(r, 0, 60)),
    { asOf: date(r, 60, 90), halfLifeDays: r.real(0.5, 90) },
  ],
  reviveCapability: (r) => {
    const way = better(r);
    return [JSON.parse(JSON.stringify(anyCapability(r, way, 2))), allSources];
  },
  rollEstimates: (r) => {
    const has = { spreads: r.flip(), groups: r.flip() };
    const history = () => {
      const actuals = amounts(r, r.int(0, 9));
      return {
        estimates: actuals.map((x) => x + 0.1),
        actuals,
        ...(has.spreads && { spreads: actuals.map(() => r.real(0.1, 2)) }),
        ...(has.groups && { groups: actuals.map(() => r.pick(['north', 'south'])) }),
      };
    };
    return [r.pick([null, history()]), history(), { last: r.int(1, 9) }];
  },
  scaleCapability: (r) => [anyCapability(r, better(r)), r.real(0.1, 5)],
};

export const capabilityReturned: ReturnedRecipes<typeof room> = {
  calibrateEstimates: (r) => [
    r.flip()
      ? r.real(0.1, 90)
      : {
          estimate: r.real(0.1, 90),
          spread: r.real(0.1, 2),
          group: r.pick(['north', 'south', 'noth']),
        },
  ],
  capabilityByGroup: (r) => [[r.pick(['s0', 's1', 'new']), r.pick(['r0', 'r1', 'new'])]],
};
