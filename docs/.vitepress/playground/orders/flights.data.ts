import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Flight {
  readonly date: string;
  readonly delay: number;
  readonly distance: number;
  readonly origin: string;
}

declare const data: string;

export { data };

const airports = 5;
/** A duration cannot be below 0, and some flights arrive early: time is counted from so long before the timetable's arrival. */
const hour = 60;

/**
 * Flights from the five busiest airports, as a CSV, made when the site is built: January to March 2001, from the on-time
 * statistics of the U.S. Bureau of Transportation Statistics, as the package vega-datasets passes them on.
 */
export default {
  load(): string {
    const home = dirname(createRequire(import.meta.url).resolve('vega-datasets'));
    const text = readFileSync(join(home, '../data/flights-20k.json'), 'utf8');
    const flights = JSON.parse(text) as readonly Flight[];
    const counts = new Map<string, number>();
    for (const { origin } of flights) counts.set(origin, (counts.get(origin) ?? 0) + 1);
    const busiest = [...counts].sort(([, a], [, b]) => b - a).slice(0, airports);
    const wanted = new Set(busiest.map(([origin]) => origin));
    const rows = flights
      .filter(({ origin, delay }) => wanted.has(origin) && delay > -hour)
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
      .map(({ date, delay, distance, origin }, i) => {
        const started = Date.parse(`${date.replaceAll('/', '-').replace(' ', 'T')}Z`);
        const landed = new Date(started + (hour + delay) * 60_000);
        return [
          `F${i + 1}`,
          origin,
          isoMinute(new Date(started)),
          isoMinute(landed),
          hour,
          distance,
        ].join(',');
      });
    return `flight,origin,started,arrived,promised,miles\n${rows.join('\n')}\n`;
  },
};

const isoMinute = (date: Date) => `${date.toISOString().slice(0, 16)}Z`;
