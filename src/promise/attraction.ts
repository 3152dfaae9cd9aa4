import * as z from 'zod/mini';
import { freezeSet, type Parameter, type ParameterSet } from '../core/parameters';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';

/**
 * What share of those who are told a quote order at it: a share of all who ask, or the sales relative to those
 * at some reference, which may exceed 1. Only ratios matter to where the balance lies.
 */
export interface Attraction {
  /** @param quote what is promised, in the unit of the capability */
  (quote: number): number;
  /** The unit of the quotes it takes; a capability in another one is refused. Any unless given. */
  readonly unit?: string | undefined;
}

/** A study's attraction, for quotes in its own unit. */
function studied(name: string, unit: string, sales: (days: number) => number): Attraction {
  const attraction = (days: number) => door(name, () => sales(read(daysSchema, days, 'quote')));
  return Object.freeze(Object.assign(attraction, { unit }));
}

const daysText = 'a finite number of days, from -10,000 on';
const daysSchema = once(() => z.number(daysText).check(z.gte(-10_000, daysText)));

const referenceText = 'a number of days from 0 to 10,000';
const referenceSchema = once(() =>
  z.number(referenceText).check(z.gte(0, referenceText), z.lte(10_000, referenceText)),
);

const share = (value: number, source: string, day = 'day'): Parameter => ({
  value,
  unit: `share of sales per ${day}`,
  range: [0, 0.5],
  status: 'published',
  source,
});

const cui = 'Cui, Lu, Sun & Golden 2024, M&SOM 26(1): 212,340 transactions of Collage.com';
const fisher = 'Fisher, Gallino & Xu 2019, JMR 56(5): online sales of a US fashion retailer';

/** Two studies of what a promised day does to sales. They speak of their own settings: neither is a default. */
export const attractionStudies: ParameterSet<
  'cuiFaster' | 'cuiSlower' | 'fisherFaster' | 'fisherBase'
> = freezeSet({
  id: 'attraction/published-2',
  setting: 'promised delivery of goods in days; two studies, each of its own retailer',
  parameters: {
    cuiFaster: share(0.0073, `gain, ${cui}`),
    cuiSlower: share(0.0051, `loss, ${cui}`),
    fisherFaster: share(0.015, `gain, ${fisher}`, 'business day'),
    fisherBase: {
      value: 7,
      unit: 'business days',
      range: [0, 365],
      status: 'published',
      source: fisher,
    },
  },
});

const studies = attractionStudies.parameters;

/**
 * Sales at a quote in days relative to those at the one that customers are used to, where a day faster gains
 * .73% and a day slower loses .51%, compounded (Cui, Lu, Sun & Golden 2024). A plan for a capability in another unit than
 * `days` is refused.
 *
 * @param reference the quote in days that customers are used to, 0 to 10,000
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
    const usual = read(referenceSchema, reference, 'reference');
    return studied('cuiAttraction', 'days', (days) =>
      days < usual
        ? (1 + studies.cuiFaster.value) ** (usual - days)
        : (1 - studies.cuiSlower.value) ** (days - usual),
    );
  });
}

/**
 * Sales at a quote in business days relative to those at 7, where each day faster gains 1.5% (Fisher, Gallino & Xu
 * 2019); beyond 7, where they observed nothing, the line goes on. A plan for a capability in another unit than
 * `business-days` is refused: a week has five of these.
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
  'business-days',
  (days) => (1 + studies.fisherFaster.value) ** (studies.fisherBase.value - days),
);
