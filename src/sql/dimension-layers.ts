import { slack } from '../numerics/nearly';
import type { DimensionUtility } from '../satisfaction/utility';
import type { Dialect } from './dialects';
import type { DimensionRead } from './input-satisfaction';
import { type Fault, type Layer, v } from './nested';
import { aLevel, anAmount, fromNothing, lacking, type NumberRead, offRange } from './numbers-read';

/** A dimension's part of a query. */
export interface DimensionPart {
  readonly numbers: readonly NumberRead[];
  /** What is read beside the numbers, then the gap, its two sides. */
  readonly layers: readonly [read: Layer, gap: Layer, inUnits: Layer, sides: Layer];
  /** What is added up to the utility. */
  readonly terms: readonly string[];
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
  const names = namesAt(at, expected === null);
  const waits = v(`${at}_waits`);
  const flag = { code: 'out-of-range', input: waiting, when: `${waits} = -1` };
  const early = `${waits} = 1 AND ${names.apart} >= ${dialect.number(0)}`;
  return {
    numbers,
    layers: [
      waiting === null ? {} : { [`${at}_waits`]: dialect.flag(dialect.quote(waiting)) },
      ...gapLayers(at, of, names, dialect),
    ],
    terms: [...termsOf(of, names, dialect), ...waitingTerm(of, waiting && waits, names, dialect)],
    offRange: [...numbers.map(offRange), ...(waiting === null ? [] : [flag])],
    lacking: [
      ...numbers.map(lacking),
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
function namesAt(at: string, isMet: boolean) {
  const names = { x: v(`${at}_x`), apart: v(`${at}_apart`), g: v(`${at}_g`) };
  return {
    ...names,
    e: isMet ? names.x : v(`${at}_e`),
    gained: v(`${at}_gained`),
    lost: v(`${at}_lost`),
  };
}
type Names = ReturnType<typeof namesAt>;

function gapLayers(
  at: string,
  of: DimensionUtility,
  { e, x, apart, g }: Names,
  dialect: Dialect,
): [Layer, Layer, Layer] {
  const { number } = dialect;
  const zero = number(0);
  // What is as expected up to rounding breaks no promise.
  const lead = `CASE WHEN abs(${apart}) <= ${number(slack)} * ${e} THEN ${zero} ELSE ${apart} END`;
  const share = `${number(of.percent)} * (${lead}) / ${e}`;
  const side = (counts: boolean, gap: string) => (counts ? worth(gap, of, dialect) : zero);
  return [
    { [`${at}_apart`]: of.sign > 0 ? `${e} - ${x}` : `${x} - ${e}` },
    { [`${at}_g`]: of.percent === 0 ? lead : share },
    {
      [`${at}_gained`]: side(of.side >= 0, g),
      [`${at}_lost`]: side(of.side <= 0, `-${g}`),
    },
  ];
}

/** v of a gap above 0, else 0. Cases, since engines take more time for `least` and `greatest` than for a comparison. */
function worth(gap: string, of: DimensionUtility, dialect: Dialect): string {
  const { number } = dialect;
  const cases = of.exponent === 1 ? upToKnee(gap, of, dialect) : ofPower(gap, of.exponent, dialect);
  return `CASE ${cases.join(' ')} ELSE ${number(0)} END`;
}

function upToKnee(gap: string, { knee, beyond }: DimensionUtility, { number }: Dialect): string[] {
  const rest = beyond === 0 ? '' : ` + ${number(beyond)} * (${gap} - ${number(knee)})`;
  return [
    ...(knee === Infinity ? [] : [`WHEN ${gap} > ${number(knee)} THEN ${number(knee)}${rest}`]),
    `WHEN ${gap} > ${number(0)} THEN ${gap}`,
  ];
}

/** A power that ends no query: null where it is not finite. */
function ofPower(gap: string, exponent: number, { number }: Dialect): string[] {
  const far = 1e100 ** (1 / Math.max(1, Math.abs(exponent)));
  const [near, beyond] =
    exponent < 0 ? ['NULL', number(0)] : [number(exponent === 0 ? 1 : 0), 'NULL'];
  return [
    `WHEN ${gap} > ${number(far)} THEN ${beyond}`,
    `WHEN ${gap} >= ${number(1 / far)} THEN power(${gap}, ${number(exponent)})`,
    `WHEN ${gap} > ${number(0)} THEN ${near}`,
  ];
}

function termsOf(of: DimensionUtility, names: Names, dialect: Dialect): string[] {
  const { number } = dialect;
  const { e, x, g, gained, lost } = names;
  const term = (weight: number, expression: string) =>
    weight === 0 ? [] : [`${number(weight)} * ${expression}`];
  const better = of.side > 0 ? `${g} > ${number(0)}` : `${g} < ${number(0)}`;
  const beyond = of.sign > 0 ? `ln(${x} / ${e})` : `(${x} - ${e})`;
  const good = of.sign > 0 ? `ln(${x})` : `(${x} - ${number(of.reference)})`;
  return [
    ...term(
      of.performance,
      of.side === 0 ? good : `CASE WHEN ${better} THEN ${beyond} ELSE ${number(0)} END`,
    ),
    ...term(of.gap, `(${gained} - ${lost})`),
    ...term(of.gain, gained),
    ...term(-of.loss, lost),
    ...(of.broken === 0
      ? []
      : [`CASE WHEN ${lost} > ${number(0)} THEN ${number(-of.broken)} ELSE ${number(0)} END`]),
  ];
}

/** What a wait beyond the promise takes away. */
function waitingTerm(
  { side, stillWaiting }: DimensionUtility,
  waits: string | null,
  { apart }: Names,
  { number }: Dialect,
): string[] {
  if (waits === null || side > 0 || stillWaiting === 0) return [];
  const overdue = `${waits} = 1 AND ${apart} < ${number(0)}`;
  return [`CASE WHEN ${overdue} THEN ${number(-stillWaiting)} ELSE ${number(0)} END`];
}
