import type { CompiledModel } from '../satisfaction/compile';
import { checkCountable } from './countable';
import type { Dialect } from './dialects';
import { dimensionPart } from './dimension-layers';
import { farthestUtility } from './farthest-utility';
import type { ExperienceRead } from './input-satisfaction';
import { expWithin, farthestLog } from './limits';
import { doubleColumn, type Fault, type Layer, type Plan, v } from './nested';
import {
  anAmount,
  anyNumber,
  lacking,
  type NumberRead,
  offRange,
  outOfRange,
  readLayers,
} from './numbers-read';

/** A prediction in layers: what is read, gaps, the utility, one exponential, the score. */
export function satisfactionPlan(
  { dimensions, covariates }: ExperienceRead,
  { numbers, thresholds }: CompiledModel,
  dialect: Dialect,
): Plan {
  for (const [name, value] of Object.entries(numbers)) {
    // Thresholds lie so near to 0 that `farthestLog` leaves room for utilities beyond them.
    const most = name.startsWith('threshold.') ? 300 : undefined;
    checkCountable(`model.parameters.${name}`, value, most);
  }
  const { number } = dialect;
  const parts = dimensions.map((one, d) => dimensionPart(`d${d}`, one, dialect));
  const others = covariates.map(({ column, isLog }, c): NumberRead => {
    return { as: `c${c}`, column, range: isLog ? anAmount : anyNumber };
  });
  const effects = covariates.map(({ isLog, weight }, c) => {
    const x = isLog ? `ln(${v(`c${c}`)})` : v(`c${c}`);
    return `${number(weight)} * ${x}`;
  });
  const read = [...parts.flatMap((part) => part.numbers), ...others];
  const [raw, fit] = readLayers(read, dialect);
  const [first, ...gaps] = [0, 1, 2].map((k) =>
    Object.assign({}, ...parts.map(({ layers }) => layers[k])),
  ) as [Layer, ...Layer[]];
  const terms = [...parts.flatMap((part) => part.terms), ...effects];
  const power = withoutEffect(dimensions);
  const isNull = parts.every((part) => part.isNull);
  const odds = oddsAgainst(thresholds, farthestUtility({ dimensions, covariates }), dialect);
  return {
    layers: [
      { ...raw, ...first },
      fit,
      ...gaps,
      { utility: terms.length > 0 ? terms.join(' + ') : number(0) },
      { odds: odds.made },
    ],
    faults: [
      ...parts.flatMap((part) => part.offRange),
      ...others.map((other) => offRange(other, dialect)),
      // The last one that lacks something says so, as in the columns of TypeScript.
      ...others.map((other) => lacking(other, dialect)).reverse(),
      ...parts.flatMap((part) => part.lacking).reverse(),
      ...power,
    ],
    columns: [
      {
        ...doubleColumn('score', 'the expected answer on 0 to 100', scoreOf(thresholds, dialect)),
        isNull: isNull && odds.isNull,
      },
      {
        ...doubleColumn(
          'utility',
          'on the scale of log odds, on which the thresholds of the model lie',
          v('utility'),
        ),
        isNull,
      },
    ],
    reads: [
      ...dimensions.flatMap(({ expected, got, waiting }) =>
        [expected, got, waiting].filter((column) => column !== null),
      ),
      ...covariates.map(({ column }) => column),
    ],
  };
}

/** A power of a gap may not be finite, and no other term. */
function withoutEffect(dimensions: ExperienceRead['dimensions']): Fault[] {
  const power = dimensions.find(({ of }) => of.exponent !== 1);
  if (power === undefined) return [];
  return [outOfRange(power.got, `${v('utility')} IS NULL`)];
}

const finite = (thresholds: Float64Array) => thresholds.filter((cut) => Math.abs(cut) < Infinity);

/**
 * e to the -utility, one exponential for all thresholds, and whether the score is null where the utility is. It is held where
 * neither it nor its products leave the doubles, unless no row can get there; engines hold a null at an end.
 */
function oddsAgainst(
  thresholds: Float64Array,
  farthest: number,
  dialect: Dialect,
): { readonly made: string; readonly isNull: boolean } {
  const cuts = finite(thresholds);
  const low = -farthestLog - Math.min(0, ...cuts);
  const high = farthestLog - Math.max(0, ...cuts);
  const log = `-${v('utility')}`;
  const isHeld = farthest > Math.min(-low, high);
  return {
    made: isHeld ? expWithin(log, dialect, low, high) : `exp(${log})`,
    isNull: !isHeld,
  };
}

/** The mean chance of an answer above each threshold, 1 / (1 + e^threshold e^-utility); those of pooled answers are sure. */
function scoreOf(thresholds: Float64Array, { number }: Dialect): string {
  const sure = thresholds.filter((cut) => cut === -Infinity).length;
  const chances = Array.from(
    finite(thresholds),
    (cut) => `${number(1)} / (${number(1)} + ${number(Math.exp(cut))} * ${v('odds')})`,
  );
  // A sum with 0 is one more pass over all rows.
  const above = [...(sure === 0 && chances.length > 0 ? [] : [number(sure)]), ...chances].join(
    ' + ',
  );
  return `${number(100 / thresholds.length)} * (${above})`;
}
