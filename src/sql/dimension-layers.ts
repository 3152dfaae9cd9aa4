import { slack } from '../numerics/nearly';
import type { DimensionUtility } from '../satisfaction/utility';
import type { Dialect } from './dialects';
import type { DimensionRead } from './input-satisfaction';
import { type Fault, type Layer, v } from './nested';
import {
  aLevel,
  anAmount,
  fromNothing,
  lacking,
  type NumberRead,
  offRange,
  outOfRange,
} from './numbers-read';

/** A dimension's part of a query. */
export interface DimensionPart {
  readonly numbers: readonly NumberRead[];
  /** What is read beside the numbers, how far apart they lie, the gap. */
  readonly layers: readonly [read: Layer, apart: Layer, gap: Layer];
  /** What is added up to the utility. */
  readonly terms: readonly string[];
  /** Whether a term is null in each row with a fault. */
  readonly isNull: boolean;
  readonly offRange: readonly Fault[];
  readonly lacking: readonly Fault[];
}

/** The arithmetic of `addDimension`, under names that begin with `at`. */
export function dimensionPart(
  at: string,
  { kind, of, expected, got, waiting }: DimensionRead,
  dialect: Dialect,
): DimensionPart {
  const isLevel = kind === 'level';
  const numbers = [
    ...(expected === null
      ? []
      : [{ as: `${at}_e`, column: expected, range: isLevel ? aLevel : anAmount }]),
    {
      as: `${at}_x`,
      column: got,
      range: isLevel ? aLevel : of.leastGot === 0 ? fromNothing : anAmount,
    },
  ];
  const names = namesAt(at, expected === null, of);
  const waits = v(`${at}_waits`);
  const flag = outOfRange(waiting, `${waits} = -1`);
  const early = `${waits} = 1 AND NOT (${isApart(-1, names, dialect)})`;
  const gap = gapTerms(of, names, dialect);
  return {
    numbers,
    layers: [
      waiting === null ? {} : { [`${at}_waits`]: dialect.flag(dialect.quote(waiting)) },
      { [`${at}_apart`]: of.sign > 0 ? `${names.e} - ${names.x}` : `${names.x} - ${names.e}` },
      of.percent === 0
        ? {}
        : { [`${at}_g`]: `${dialect.number(of.percent)} * ${names.apart} / ${names.e}` },
    ],
    terms: [
      ...performanceTerm(of, names, dialect),
      ...gap,
      ...waitingTerm(of, waiting && waits, names, dialect),
    ],
    isNull: gap.length > 0 && waiting === null,
    offRange: [
      ...numbers.map((read) => offRange(read, dialect)),
      ...(waiting === null ? [] : [flag]),
    ],
    lacking: [
      ...numbers.map((read) => lacking(read, dialect)),
      ...(waiting === null
        ? []
        : [
            { code: 'missing', input: waiting, when: `${waits} IS NULL` },
            { code: 'still-waiting', input: got, when: early },
          ]),
    ],
  };
}

/** The names that the layers of a dimension give; what nobody expected is as it came. */
function namesAt(at: string, isMet: boolean, { percent }: DimensionUtility) {
  const [x, apart] = [v(`${at}_x`), v(`${at}_apart`)];
  return { x, apart, e: isMet ? x : v(`${at}_e`), g: percent === 0 ? apart : v(`${at}_g`) };
}
type Names = ReturnType<typeof namesAt>;

/** Whether what came is better than expected (1) or worse (-1); what is as expected up to rounding breaks no promise. */
const isApart = (side: number, { apart, e }: Names, { number }: Dialect) =>
  `${apart} ${side > 0 ? '>' : '<'} ${number(side * slack)} * ${e}`;

function performanceTerm(of: DimensionUtility, names: Names, dialect: Dialect): string[] {
  const { number } = dialect;
  const { e, x } = names;
  if (of.performance === 0) return [];
  const good = of.sign > 0 ? `ln(${x})` : `(${x} - ${number(of.reference)})`;
  if (of.side === 0) return [`${number(of.performance)} * ${good}`];
  const beyond = of.sign > 0 ? `ln(${x} / ${e})` : `(${x} - ${e})`;
  return [
    `CASE WHEN ${isApart(of.side, names, dialect)} THEN ${number(of.performance)} * ${beyond} ELSE ${number(0)} END`,
  ];
}

/**
 * What the gap adds on its better side and takes on its worse one, weighed; null where it is null. Cases, since engines take
 * more time for `least` and `greatest` than for a comparison, and one for both sides, since each takes as long as two products.
 */
function gapTerms(of: DimensionUtility, names: Names, dialect: Dialect): string[] {
  const { number } = dialect;
  const { g } = names;
  const gains = of.side >= 0 ? of.gap + of.gain : 0;
  const losses = of.side <= 0 ? -of.gap - of.loss : 0;
  const broken = of.side <= 0 ? -of.broken : 0;
  const better = gains === 0 ? [] : [worth(gains, g, 1, of, dialect)];
  const worse = [
    ...(losses === 0 ? [] : [worth(losses, g, -1, of, dialect)]),
    ...(broken === 0 ? [] : [number(broken)]),
  ];
  const one = (side: number, terms: readonly string[]) =>
    terms.length > 0 ? [`WHEN ${isApart(side, names, dialect)} THEN ${terms.join(' + ')}`] : [];
  const cases = [...one(1, better), ...one(-1, worse)];
  if (cases.length === 0) return [];
  return [`CASE ${cases.join(' ')} ELSE ${number(0)} * ${names.apart} END`];
}

/**
 * v of a gap on the side of a sign, times a weight. Near 0 the sign goes to the weight, since to turn all gaps is one
 * more pass over them.
 */
function worth(
  weight: number,
  gap: string,
  sign: 1 | -1,
  of: DimensionUtility,
  dialect: Dialect,
): string {
  const { number } = dialect;
  const { knee, beyond, exponent } = of;
  const size = sign > 0 ? gap : `-${gap}`;
  if (exponent !== 1) return `${number(weight)} * ${power(size, exponent, dialect)}`;
  const within = `${number(sign * weight)} * ${gap}`;
  if (knee === Infinity) return within;
  const rest = `${number(beyond)} * (${size} - ${number(knee)})`;
  const above =
    beyond === 0 ? number(weight * knee) : `${number(weight)} * (${number(knee)} + ${rest})`;
  const isFar = `${gap} ${sign > 0 ? '>' : '<'} ${number(sign * knee)}`;
  return `CASE WHEN ${isFar} THEN ${above} ELSE ${within} END`;
}

/** A power that ends no query: null where it is not finite. */
function power(gap: string, exponent: number, { number }: Dialect): string {
  if (exponent === 0) return number(1);
  const far = 1e100 ** (1 / Math.max(1, Math.abs(exponent)));
  const [near, beyond] = exponent < 0 ? ['NULL', number(0)] : [number(0), 'NULL'];
  const within = `WHEN ${gap} >= ${number(1 / far)} THEN power(${gap}, ${number(exponent)})`;
  return `CASE WHEN ${gap} > ${number(far)} THEN ${beyond} ${within} ELSE ${near} END`;
}

/** What a wait beyond the promise takes away. */
function waitingTerm(
  { side, stillWaiting }: DimensionUtility,
  waits: string | null,
  names: Names,
  dialect: Dialect,
): string[] {
  if (waits === null || side > 0 || stillWaiting === 0) return [];
  const { number } = dialect;
  const overdue = `${waits} = 1 AND ${isApart(-1, names, dialect)}`;
  return [`CASE WHEN ${overdue} THEN ${number(-stillWaiting)} ELSE ${number(0)} END`];
}
