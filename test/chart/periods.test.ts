import { keptRateChart, trajectoryChart } from 'overdeliver/chart';
import { afterEach, describe, expect, it } from 'vitest';
import { rowsOf } from './marks-of';
import { itemsUnder, pictureOf, sceneOf, under } from './picture';
import { path } from './results';

const ratesOf = (...keys: readonly string[]) =>
  keys.map((key) => ({ key, due: 10, rate: 0.9, low: 0.8, high: 0.95 })) as never;
const placesOf = (...keys: readonly string[]) =>
  rowsOf(keptRateChart(ratesOf(...keys)), 'point')[0]?.map(({ period }) => period);

describe('periods', () => {
  it('stand in the middle of their time, filled in between', () => {
    expect(placesOf('2025-12', '2026-02')).toEqual([
      '2025-12-16T12:00:00.000Z',
      '2026-01-16T12:00:00.000Z',
      '2026-02-15T00:00:00.000Z',
    ]);
    // Mondays are weeks, unless a day is none.
    expect(placesOf('2026-03-02', '2026-03-16')).toEqual([
      '2026-03-05T12:00:00.000Z',
      '2026-03-12T12:00:00.000Z',
      '2026-03-19T12:00:00.000Z',
    ]);
    expect(placesOf('2026-03-02', '2026-03-04')).toEqual([
      '2026-03-02T12:00:00.000Z',
      '2026-03-03T12:00:00.000Z',
      '2026-03-04T12:00:00.000Z',
    ]);
  });

  it.each([
    [['2026-01', '2026-01-05']],
    [['2026-01', '2026-13']],
    [['2026-01-05', '2026-01-32']],
    [['2026-01', 'others']],
    [['2026', '2027']],
    [['-000001', '-000002']],
    [['-002026-01', '-002026-02']],
  ])('are names where one of them is no date: %o', async (keys) => {
    expect(placesOf(...keys)).toEqual([...keys].sort());
    const { x } = await pictureOf(keptRateChart(ratesOf(...keys)));
    expect([x.title, x.labels, x.isNamed]).toEqual(['Group', [...keys].sort(), true]);
  });

  it('are filled in where they are less than five thousand', () => {
    const day = (n: number) => new Date(Date.UTC(2010, 0, 1 + n)).toISOString().slice(0, 10);
    expect(placesOf(day(0), day(4998))).toHaveLength(4999);
    expect(placesOf(day(0), day(4999))).toHaveLength(2);
  });

  it('keep their marks off the edges', async () => {
    const { items } = await sceneOf(keptRateChart(ratesOf('2026-01', '2026-02'), { width: 400 }));
    const symbols = under(items[0]?.items ?? [], 'mark').filter(
      (mark) => mark.marktype === 'symbol',
    );
    expect(symbols.flatMap((mark) => mark.items.map(({ x }) => Math.round(x)))).toEqual([12, 388]);
  });
});

describe.each(['Pacific/Kiritimati', 'America/Los_Angeles'])('on a host in %s', (zone) => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  it('dates are labelled in UTC all the same', async () => {
    process.env.TZ = zone;
    const { x } = await pictureOf(trajectoryChart(path));
    expect(x.labels).toEqual(['2026-03-02', '2026-03-09']);
    const days = await sceneOf(keptRateChart(ratesOf('2026-03-03', '2026-03-04')));
    const labels = itemsUnder(days.items[0]?.items ?? [], 'axis-label');
    expect(labels.slice(0, 2).map(({ text }) => text)).toEqual(['2026-03-03', '2026-03-04']);
  });
});
