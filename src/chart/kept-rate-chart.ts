import * as z from 'zod/mini';
import { dateSchema } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { shareSchema } from '../input/share';
import type { DriftAlarms } from '../ledger/drift-alarms';
import type { KeptRateRow } from '../ledger/kept-rate';
import { alarmLayers } from './alarm-layers';
import { type ChartOptions, chartShape, maybeRatio, ratioIntervalShape, rowsOf } from './input';
import { layerOf, lowToHigh, shares, upToAll } from './marks';
import { periodsOf } from './periods';
import { paletteOf, plotOf } from './plot';
import type { VegaLiteSpec } from './spec';
import { between, dayOf, listed, percent } from './words';

/** How kept rates are drawn. */
export interface KeptRateChartOptions extends ChartOptions {
  /**
   * The share of promises meant to be kept, above 0 and below 1: a dashed line. That of `driftAlarms` is the one that
   * is kept while all is well.
   */
  readonly keepRate?: number | undefined;
  /** What `driftAlarms` found in the same ledger. */
  readonly alarms?: DriftAlarms | undefined;
}

const rowsSchema = once(() =>
  rowsOf(
    z.object({ key: z.string(), due: z.number(), rate: maybeRatio, ...ratioIntervalShape }),
    'kept rates',
  ),
);
const alarmsSchema = z.object(
  {
    alarms: z.array(
      z.object({
        key: z.string(),
        at: dateSchema,
        since: dateSchema,
        due: z.number(),
        broken: z.number(),
        again: z.boolean(),
      }),
    ),
  },
  'alarms, as driftAlarms finds them',
);
const optionsSchema = once(() =>
  z.strictObject({
    ...chartShape,
    keepRate: z.optional(shareSchema),
    alarms: z.optional(alarmsSchema),
  }),
);

/**
 * Draws how many promises were kept over time, each rate with its interval, and when an alarm of drift was raised: its band
 * runs from when things seem to have gone wrong to when that was noticed.
 *
 * Rates grouped by `byMonth`, `byWeek` or `byDay` stand on a time axis, weeks labelled by ISO year and week; a week is named by
 * its Monday, so days that are all Mondays are drawn as weeks. A period without one is left open, and breaks the line.
 * Other groups, such as segments, stand side by side. Alarms stand at their dates in UTC.
 *
 * @param rates what `keptRates` returns
 * @param options `keepRate` and `alarms`; `title`, `width` and `height` of the plot in pixels, `theme`
 * @throws InvalidInputError `ambiguous` for alarms beside rates of other groups than days, weeks or months,
 *   `duplicate-id` for two rates of a group
 * @example
 * ```ts
 * import { byMonth, keptRates, type LedgerEvent, openLedger, recordEvent } from 'overdeliver';
 * import { keptRateChart } from 'overdeliver/chart';
 *
 * const on = (day: number) => new Date(Date.UTC(2026, 0, day, 12));
 * const events = Array.from({ length: 90 }, (_, i): LedgerEvent[] => [
 *   { kind: 'promise', id: `o-${i}`, at: on(i), due: on(i + 2) },
 *   { kind: 'delivery', id: `o-${i}`, at: on(i % 9 === 0 ? i + 3 : i + 1) },
 * ]);
 * const ledger = events.flat().reduce(recordEvent, openLedger());
 * const rates = keptRates(ledger, { asOf: on(100), from: on(1), by: byMonth('Europe/Berlin') });
 * const spec = keptRateChart(rates, { keepRate: 0.9 });
 * spec.title.text; // => '88.9% of promises were kept'
 * ```
 */
export function keptRateChart(
  rates: readonly KeptRateRow[],
  options: KeptRateChartOptions = {},
): VegaLiteSpec {
  return door('keptRateChart', () => {
    const rows = read(rowsSchema, rates, 'rates');
    const given = read(optionsSchema, options, 'options');
    const { keepRate, alarms: found } = given;
    const palette = paletteOf(given);
    const [main] = palette.series;
    const { dated, x, keys, placeOf } = periodsOf(
      rows.map(({ key }) => key),
      'Group',
    );
    const alarms = found?.alarms ?? [];
    if (alarms.length > 0 && !dated) {
      const expected = 'left out, or beside rates by byMonth, byWeek or byDay, which have dates';
      refuse('options.alarms', options.alarms, expected, 'ambiguous');
    }
    const byKey = new Map<string, (typeof rows)[number]>();
    rows.forEach((row, i) => {
      if (byKey.has(row.key))
        refuse(`rates[${i}].key`, row.key, 'a group that no other row has', 'duplicate-id');
      byKey.set(row.key, row);
    });
    const values = keys.map((key) => {
      const { rate = null, low = null, high = null, due = 0 } = byKey.get(key) ?? {};
      return { period: placeOf(key), rate, low, high, due };
    });
    const drawn = values.map(({ low, rate }) => low ?? rate);
    const aimed = keepRate ?? null;
    const y = shares('rate', 'Share of promises kept', upToAll([aimed, ...drawn]));
    const layer = [
      ...alarmLayers(alarms, { x, y }, palette),
      layerOf([{ rate: aimed }], { type: 'rule', color: palette.muted, strokeDash: [4, 3] }, { y }),
      layerOf(
        values,
        { type: 'rule', color: main, opacity: 0.55, strokeWidth: 2 },
        { x, ...lowToHigh(y) },
      ),
      ...(dated ? [layerOf(values, { type: 'line', color: main }, { x, y })] : []),
      layerOf(
        values,
        { type: 'point', color: main, filled: true, size: 60, opacity: 1, tooltip: true },
        { x, y },
      ),
    ];
    const due = rows.reduce((sum, row) => sum + row.due, 0);
    const kept = rows.reduce((sum, row) => sum + row.due * (row.rate ?? 0), 0);
    const fell = due === 0 ? 'No promise fell due' : `${percent(kept / due)} of promises were kept`;
    const aim =
      keepRate === undefined ? '' : ` Dashed: ${percent(keepRate)}, the share meant to be kept.`;
    const toldRows = rows.map((row) =>
      row.rate === null
        ? `${row.key} none due`
        : `${row.key} ${percent(row.rate)}${between(row, percent)} of ${row.due}`,
    );
    const toldAlarms = alarms.map(
      ({ at, since, broken, due: counted }) =>
        `on ${dayOf(at)} after ${broken} of ${counted} were broken since ${dayOf(since)}`,
    );
    const alarmed = alarms.length === 0 ? '' : ` Alarms: ${listed(toldAlarms)}.`;
    return plotOf(
      {
        title: fell,
        ...((aim || alarmed) && {
          subtitle: `${aim}${alarmed && ' Bands: from when it went wrong to the alarm.'}`.trim(),
        }),
        description: `The share of promises kept by ${dated ? 'time' : 'group'}, with intervals. ${fell}, of ${due} that fell due.${aim} ${toldRows.join('; ')}.${alarmed}`,
        layer,
      },
      given,
    );
  });
}
