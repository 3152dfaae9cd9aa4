import { fitEstimator } from 'overdeliver';
import type * as room from '../../src/capability/index';
import type { Random } from '../random';
import { family } from './capabilities';
import { amounts } from './pieces';
import type { Recipes } from './recipe';

const unit = 'minutes';
const options = (r: Random) => ({
  unit,
  ...r.some({ better: r.pick(['lower', 'higher'] as const) }),
});

function history(r: Random) {
  const rows = r.int(6, 30);
  return {
    actuals: amounts(r, rows).map((x) => x + 1e-3),
    columns: {
      km: Float64Array.from(r.list(rows, () => r.real(0.1, 9))),
      ...r.some({ weekday: r.list(rows, () => r.pick(['mon', 'tue', 'fri'])) }),
    },
  };
}

/** The same with two columns that are crossed, and rows enough for lines that bend. */
function crossedHistory(r: Random) {
  const rows = r.int(6, 140);
  const km = Float64Array.from(r.list(rows, () => r.real(0, 9)));
  return {
    actuals: Array.from(km, (x) => 1 + Math.abs(x - 4) + r.real(0, 1)),
    columns: {
      km,
      store: r.list(rows, () => r.pick(['a', 'b'])),
      weekday: r.list(rows, () => r.pick(['mon', 'tue', 'fri'])),
    },
  };
}

const split = (r: Random) =>
  r.flip() ? { holdOut: 'last' as const } : { holdOut: 'random' as const, seed: r.int(0, 99) };

/** A model as it comes back from storage, and the columns it knows. */
function model(r: Random) {
  const past = history(r);
  const fitted = fitEstimator(past, { unit, fitShare: 1 }).model;
  return { model: structuredClone(fitted), hasDay: 'weekday' in past.columns };
}

export const models = {
  capabilityFromFamily: (r) => [
    family(r),
    { mean: r.real(0.1, 90), sd: r.real(0.1, 40) },
    options(r),
  ],
  estimateColumns: (r) => {
    const { model: known, hasDay } = model(r);
    const rows = r.int(1, 4);
    const km = r.list(rows, () => r.real(0, 12));
    return [known, hasDay ? { km, weekday: r.list(rows, () => r.pick(['mon', 'new'])) } : { km }];
  },
  estimateWith: (r) => {
    const { model: known, hasDay } = model(r);
    return [known, { km: r.real(0, 12), ...(hasDay ? { weekday: r.pick(['mon', 'new']) } : {}) }];
  },
  familySource: (r) => [family(r)],
  fitCapability: (r) => {
    const samples = [1, 2, ...amounts(r, r.int(1, 20)).map((x) => x + 0.1)];
    const known = {
      finished: samples.map((_, i) => i < 2 || r.flip(0.7)),
      weights: samples.map(() => r.real(0.01, 2)),
      entered: samples.map((x, i) => (i % 3 === 2 ? x * r.real(0, 0.9) : 0)),
    };
    return [family(r), samples, r.flip() ? options(r) : { unit, ...r.some(known) }];
  },
  fitEstimator: (r) => {
    const given = {
      ...r.some({ fitShare: r.real(0.5, 1), shrinkage: r.real(0, 20) }),
      ...split(r),
    };
    if (r.flip()) return [history(r), { unit, ...given, ...r.some({ curves: r.flip() }) }];
    return [crossedHistory(r), { unit, ...given, interactions: { visit: ['store', 'weekday'] } }];
  },
} satisfies Partial<Recipes<typeof room>>;
