/** Orders that every engine makes by itself, to the bit: whole numbers modulo a prime, and quotients of them. */

const prime = 2147483647;

/** Columns of an order by its number `i`, as arithmetic that SQL and TypeScript do alike; all doubles but `g`. */
export interface Orders {
  /** One of 1,000 groups. */
  readonly g: Int32Array;
  /** Days, with a long tail. */
  readonly x: Float64Array;
  /** Whether it has finished: nine in ten. */
  readonly f: Float64Array;
  /** How much it counts. */
  readonly w: Float64Array;
  /** Days promised, and a level of 0 to 100. */
  readonly p: Float64Array;
  readonly l: Float64Array;
}

export const groups = 1000;

export function ordersOf(rows: number): Orders {
  const random = (i: number, by: number, plus: number) => (i * by + plus) % prime;
  const column = (made: (i: number) => number) =>
    Float64Array.from({ length: rows }, (_, i) => made(i));
  return {
    g: Int32Array.from({ length: rows }, (_, i) => random(i, 69621, 11) % groups),
    x: column((i) => (3 * (random(i, 48271, 5) + 1)) / (prime + 21474836 - random(i, 48271, 5))),
    f: column((i) => (random(i, 16807, 7) % 10 > 0 ? 1 : 0)),
    w: column((i) => (1 + (random(i, 39373, 3) % 4)) / 4),
    p: column((i) => 1 + (9 * random(i, 40014, 9)) / prime),
    l: column((i) => (100 * random(i, 40692, 1)) / prime),
  };
}

/** The same as a SELECT of columns over a table of numbers, in the words of an engine. */
export function ordersSql(
  i: string,
  words: { readonly double: string; readonly whole: string },
): string {
  const random = (by: number, plus: number) => `((${i} * ${by} + ${plus}) % ${prime})`;
  const double = (whole: string) => `CAST(${whole} AS ${words.double})`;
  return [
    `CAST(${random(69621, 11)} % ${groups} AS ${words.whole}) AS g`,
    `${double(`3 * (${random(48271, 5)} + 1)`)} / ${double(`${prime + 21474836} - ${random(48271, 5)}`)} AS x`,
    `${double(`CASE WHEN ${random(16807, 7)} % 10 > 0 THEN 1 ELSE 0 END`)} AS f`,
    `${double(`1 + ${random(39373, 3)} % 4`)} / ${double('4')} AS w`,
    `${double('1')} + ${double(`9 * ${random(40014, 9)}`)} / ${double(`${prime}`)} AS p`,
    `${double(`100 * ${random(40692, 1)}`)} / ${double(`${prime}`)} AS l`,
  ].join(', ');
}
