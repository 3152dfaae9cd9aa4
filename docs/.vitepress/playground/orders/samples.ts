import { pizzeriaCsv } from './pizzeria';
import { type OrdersSettings, ordersDefaults } from './settings';

/** Orders that are a click away. */
export interface Sample {
  readonly title: string;
  readonly about: string;
  readonly csv: () => Promise<string>;
  readonly settings: Partial<OrdersSettings>;
}

export const samples: Readonly<Record<string, Sample>> = {
  pizzeria: {
    title: 'A made-up pizzeria',
    about:
      'Made up: 8 months, three areas, a slower summer. It tells everybody 40 minutes, and 50 on the hill.',
    csv: async () => pizzeriaCsv(),
    settings: {
      id: 'order',
      started: 'ordered',
      finished: 'delivered',
      cancelled: 'cancelled',
      due: 'promised',
      group: 'area',
      features: '["km"]',
      decimals: 'point',
      zone: 'Europe/Berlin',
    },
  },
  flights: {
    title: 'Real flights',
    about:
      'Real: flights from the five busiest airports in the United States, January to March 2001, on-time statistics of the U.S. Bureau of Transportation Statistics (collected under 14 CFR 234; licence terms not stated by the source), by way of the package vega-datasets. Minutes are counted from an hour before the timetable says it arrives, so 60 is the timetable’s own promise.',
    csv: async () => (await import('./flights.data')).data,
    settings: {
      id: 'flight',
      started: 'started',
      finished: 'arrived',
      promise: 'promised',
      group: 'origin',
      features: '["miles"]',
      keepRate: 0.8,
      days: 90,
    },
  },
};

/** The settings of a sample, and the defaults for all else. */
export function sampleSettings(name: string): OrdersSettings {
  const sample = Object.hasOwn(samples, name) ? samples[name] : undefined;
  return sample ? { ...ordersDefaults, ...sample.settings, sample: name } : ordersDefaults;
}
