import { readFileSync } from 'node:fs';

/** One flight of the package vega-datasets: minutes late on arrival, early ones below 0. */
export interface Flight {
  readonly date: string;
  readonly delay: number;
  readonly origin: string;
}

/** 20,000 flights in the United States, January to March 2001, in order of time. */
export function readFlights(): readonly Flight[] {
  const file = new URL('../data/flights-20k.json', import.meta.resolve('vega-datasets'));
  const flights: Flight[] = JSON.parse(readFileSync(file, 'utf8'));
  return flights.slice().sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The airports with the most departures, greatest first. */
export function busiest(flights: readonly Flight[], count: number): readonly string[] {
  const departures = new Map<string, number>();
  for (const { origin } of flights) departures.set(origin, (departures.get(origin) ?? 0) + 1);
  return [...departures]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([origin]) => origin);
}
