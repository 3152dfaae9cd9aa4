import { uniforms } from '../../../src/numerics/uniforms';
import type { Answer } from './engine';

/** How many rows a parity test holds; fewer where mutants are judged, by each of them anew. */
export const rows = process.env.MUTATION_RUN ? 2_000 : 100_000;

/** A column of numbers off the wide road: the usual ones, one in ten of those given, NaN and null alike. */
export function hostileColumn(
  random: () => number,
  usual: () => number,
  others: readonly number[],
  share = 0.1,
): Float64Array {
  return Float64Array.from({ length: rows }, () =>
    random() < share ? (others[Math.floor(random() * others.length)] as number) : usual(),
  );
}

/** Levels of all kinds, inside 0 to 100 or not. */
export const hostileLevels = (seed: number, share = 0.1): Float64Array => {
  const random = uniforms(seed);
  const usual = () =>
    random() < 0.3 ? Math.round(random() * 20) * 5 : random() * 100 + random() * 1e-9;
  return hostileColumn(random, usual, levelsOff, share);
};

const levelsOff = [
  ...[Number.NaN, Number.NaN, Number.NaN, Infinity, -Infinity, -1, -0, 0, 100, 100.00000000000001],
  ...[1e300, -1e300, 1e-40, 99.99999999999999, 1e308, Number.MAX_VALUE],
];

/** Times and money of all kinds. */
export const hostileAmounts = (seed: number, share = 0.1): Float64Array => {
  const random = uniforms(seed);
  const usual = () => (random() < 0.5 ? Math.ceil(random() * 20) : 0.05 + random() * 30);
  return hostileColumn(random, usual, amountsOff, share);
};

const amountsOff = [
  ...[Number.NaN, Number.NaN, Number.NaN, Infinity, -Infinity, -1, -0, 0, 1e6, 1e-6, 1e40, 1e-40],
  ...[-1e300, Number.MAX_VALUE, -Number.MAX_VALUE],
];

/** Flags, 0 or 1. */
export const flags = (seed: number): Float64Array => {
  const random = uniforms(seed);
  return Float64Array.from({ length: rows }, () => (random() < 0.2 ? 1 : 0));
};

/** Names, none and ones that are none of them. */
export function hostileNames(seed: number, names: readonly string[]): readonly (string | null)[] {
  const random = uniforms(seed);
  const all = [...names, ...names, ...names, ...names, ...names, ...names, null, "it's", ''];
  return Array.from({ length: rows }, () => all[Math.floor(random() * all.length)] ?? null);
}

/** The rows of an answer in the order of their ids, as columns by name. */
export function byId(answer: Answer): (name: string) => readonly (number | string | null)[] {
  const ids = answer.id ?? [];
  const order = new Int32Array(ids.length);
  ids.forEach((id, at) => {
    order[Number(id)] = at;
  });
  return (name) => {
    const column = answer[name];
    if (column === undefined) throw new RangeError(`no column ${name}`);
    return Array.from(order, (at) => column[at] ?? null);
  };
}

/** The rows at some places. */
export const rowsOf = (column: Float64Array, places: readonly number[]): Float64Array =>
  Float64Array.from(places, (place) => column[place] as number);

/** The places of rows that TypeScript answers, with or without a number, and of those that it refuses. */
export function apart(status: readonly (number | string | null)[], answered: readonly string[]) {
  const places = Array.from(status.keys());
  const isAnswered = (place: number) => answered.includes(String(status[place]));
  const judged = places.filter(isAnswered);
  const refused = places.filter((place) => !isAnswered(place));
  if (judged.length < 100 || refused.length < 100) throw new RangeError('rows of one kind');
  return { judged, refused };
}

/**
 * How far an answer is off at worst: relative to the number, or absolutely below `floor`; infinite where one has a number and
 * the other has none.
 */
export function worst(
  theirs: readonly (number | string | null)[],
  places: readonly number[],
  ours: Float64Array,
  floor = 0,
): number {
  let most = 0;
  places.forEach((place, i) => {
    const given = theirs[place] ?? null;
    const own = ours[i] as number;
    if (given === null && Number.isNaN(own)) return;
    const off = Math.abs(Number(given) - own);
    if (given === null || Number.isNaN(off)) most = Infinity;
    else if (off > 0) most = Math.max(most, off / Math.max(Math.abs(own), floor));
  });
  return most;
}

/** The places of names among those that there are; 255 for one that is none of them. */
export const placesOf = (
  column: readonly (string | null)[],
  names: readonly string[],
  places: readonly number[],
): Uint8Array => Uint8Array.from(places, (place) => names.indexOf(column[place] ?? ''));
