import * as z from 'zod/mini';
import { assumed, freezeSet, type Parameter, type ParameterSet } from '../core/parameters';
import { door } from '../input/door';
import { read } from '../input/read';

/**
 * What share of those who are told a quote order at it: a share of all who ask, or the sales relative to those
 * at some reference, which may exceed 1. Only ratios matter to where the balance lies.
 */
export interface Attraction {
  (quote: number): number;
  /** The units of the quotes it takes; a capability in another one is refused. Any unless given. */
  readonly units?: readonly string[] | undefined;
}

/** A study's attraction, for quotes in its own units. */
function studied(
  name: string,
  units: readonly string[],
  sales: (days: number) => number,
): Attraction {
  const attraction = (days: number) => door(name, () => sales(read(daysSchema, days, 'quote')));
  return Object.freeze(Object.assign(attraction, { units }));
}

const daysText = 'a finite number of days, from -10,000 on';
const daysSchema = z.number(daysText).check(z.gte(-10_000, daysText));

/** What a promised day does to sales, by study. */
export type AttractionParameter =
  | 'cuiFaster'
  | 'cuiSlower'
  | 'fisherFaster'
  | 'fisherBase'
  | 'b2bFaster'
  | 'b2bFlat';

const rangeOf = (unit: string) => (unit === 'days' ? ([0, 365] as const) : ([0, 0.5] as const));

function published(value: number, unit: string, source: string): Parameter {
  return { value, unit, range: rangeOf(unit), status: 'published', source };
}

/** Told of a paper that we cannot name, so that nobody can look it up. */
function hearsay(value: number, unit: string, source: string): Parameter {
  return assumed(value, unit, rangeOf(unit), source);
}

const share = 'share of sales per day';
const cui = 'Cui, Lu, Sun & Golden 2024, M&SOM 26(1): 212,340 transactions of Collage.com';
const fisher = 'Fisher, Gallino & Xu 2019, JMR 56(5): online sales of a US fashion retailer';
const b2b = 'told of B2B orders in M&SOM 2025, authors not known to us';

/**
 * Three studies of what a promised day does to sales, two of them published, one known by hearsay. They speak of
 * their own settings: none is a default.
 */
export const attractionStudies: ParameterSet<AttractionParameter> = freezeSet({
  id: 'attraction/published-1',
  setting: 'promised delivery of goods in days; three studies, each of its own retailer or trade',
  parameters: {
    cuiFaster: published(0.0073, share, `gain, ${cui}`),
    cuiSlower: published(0.0051, share, `loss, ${cui}`),
    fisherFaster: published(0.015, share, `gain, ${fisher}`),
    fisherBase: published(7, 'days', fisher),
    b2bFaster: hearsay(0.0182, share, `gain, ${b2b}`),
    b2bFlat: hearsay(7, 'days', `no gain below, ${b2b}`),
  },
});

const studies = attractionStudies.parameters;

/**
 * Sales at a quote in days relative to those at the one that customers are used to, where a day faster gains
 * .73% and a day slower loses .51%, compounded (Cui, Lu, Sun & Golden 2024).
 *
 * @param reference the quote in days that customers are used to
 * @throws InvalidInputError for a reference that is no number of days from 0 to 10,000, or a quote that is no finite number
 * @example
 * ```ts
 * import { cuiAttraction } from 'overdeliver/promise';
 *
 * cuiAttraction(7)(6); // => 1.0073
 * cuiAttraction(7)(8); // => 0.9949
 * ```
 */
export function cuiAttraction(reference: number): Attraction {
  return door('cuiAttraction', () => {
    const text = 'a number of days from 0 to 10,000';
    read(z.number(text).check(z.gte(0, text), z.lte(10_000, text)), reference, 'reference');
    return studied('cuiAttraction', ['days'], (days) =>
      days < reference
        ? (1 + studies.cuiFaster.value) ** (reference - days)
        : (1 - studies.cuiSlower.value) ** (days - reference),
    );
  });
}

/**
 * Sales at a quote in business days relative to those at 7, where each day faster gains 1.5% (Fisher, Gallino & Xu
 * 2019);
 * beyond 7, where they observed nothing, the line goes on.
 *
 * @example
 * ```ts
 * import { fisherAttraction } from 'overdeliver/promise';
 *
 * fisherAttraction(5); // => 1.030225
 * ```
 */
export const fisherAttraction: Attraction = /* @__PURE__ */ studied(
  'fisherAttraction',
  ['business-days', 'days'],
  (days) => (1 + studies.fisherFaster.value) ** (studies.fisherBase.value - days),
);

/**
 * Sales at a quote in days relative to those at a week or less, where below a week nothing is gained and each
 * day above it costs what 1.82% would win back: told of B2B orders, by a paper that we cannot name, so assumed.
 *
 * @example
 * ```ts
 * import { b2bAttraction } from 'overdeliver/promise';
 *
 * b2bAttraction(3); // => 1
 * b2bAttraction(8); // => 0.9821
 * ```
 */
export const b2bAttraction: Attraction = /* @__PURE__ */ studied(
  'b2bAttraction',
  ['days'],
  (days) => (1 + studies.b2bFaster.value) ** Math.min(0, studies.b2bFlat.value - days),
);
