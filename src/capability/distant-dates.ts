import { dayMs } from '../core/time-units';
import type { CapabilityWarning } from './capability';
import type { ReadOrder } from './input-orders';
import { capabilityDefaults } from './parameters';

const fields = { started: 'start', finished: 'finish', cancelled: 'cancel', lost: 'lose' } as const;

/** Dates by the year that they fall in, each with the first of them. */
interface Years {
  readonly see: (order: ReadOrder, row: number) => void;
  readonly seen: ReadonlyMap<
    number,
    { count: number; readonly path: string; readonly time: number }
  >;
}

const yearMs = 365.25 * dayMs;

/** Counts dates by year, in one pass, since they may be millions. */
export function yearsOf(): Years {
  const seen = new Map<number, { count: number; path: string; time: number }>();
  return {
    seen,
    see(order, row) {
      for (const name of ['started', 'finished', 'cancelled', 'lost'] as const) {
        const time = order[fields[name]];
        if (time === Infinity) continue;
        const year = Math.floor(time / yearMs);
        const known = seen.get(year);
        if (known) known.count++;
        else seen.set(year, { count: 1, path: `orders[${row}].${name}`, time });
      }
    },
  };
}

/** Says where a few dates lie years from all others, and which is the first of them. */
export function distantDates({ seen }: Years): readonly CapabilityWarning[] {
  const apart = capabilityDefaults.parameters.distantYears.value;
  const years = [...seen.keys()].sort((a, b) => a - b);
  // Years that follow each other, or nearly, belong together.
  const groups: number[][] = [];
  years.forEach((year, i) => {
    if (year - (years[i - 1] as number) <= apart) groups.at(-1)?.push(year);
    else groups.push([year]);
  });
  const countIn = (group: readonly number[]) =>
    group.reduce((sum, year) => sum + (seen.get(year)?.count ?? 0), 0);
  const [most = [], ...others] = groups.sort((a, b) => countIn(b) - countIn(a));
  const first = seen.get(others[0]?.[0] ?? Number.NaN);
  const dates = others.reduce((sum, group) => sum + countIn(group), 0);
  if (first === undefined || dates >= countIn(most)) return [];
  const { path, time } = first;
  return [{ code: 'distant-date', detail: { dates, path, date: new Date(time).toISOString() } }];
}
