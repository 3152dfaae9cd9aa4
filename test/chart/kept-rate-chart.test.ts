import { keptRateChart } from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { toSvg } from '../../docs/.vitepress/pictures/to-svg';
import { rowsOf } from './marks-of';
import { pictureOf } from './picture';
import * as results from './results';

const { rates, months, bySegment, alarms } = results.ledger();

describe('kept rates', () => {
  const spec = () => keptRateChart(rates, { alarms, keepRate: 0.9 });

  it('leave a week without promises open', () => {
    const [points = []] = rowsOf(spec(), 'point');
    expect(rates).toHaveLength(9);
    expect(points).toHaveLength(10);
    expect(points[3]).toEqual({
      period: '2026-01-15T12:00:00.000Z',
      rate: null,
      low: null,
      high: null,
      due: 0,
    });
  });

  it('are labelled by ISO year and week', async () => {
    const svg = await toSvg(keptRateChart(rates, { width: 2000 }));
    // 2025 has 52 weeks; that of Monday 29 December is the first one of 2026.
    const labels = [...svg.matchAll(/>(\d{4}-W\d\d)</g)].map(([, label]) => label);
    expect(labels.slice(0, 3)).toEqual(['2025-W52', '2026-W01', '2026-W02']);
  });

  it('carry their alarms, from when it went wrong', () => {
    const [first] = alarms.alarms;
    if (!first) throw new Error('an alarm');
    const [bands = []] = rowsOf(spec(), 'rect');
    expect(bands).toHaveLength(alarms.alarms.length);
    expect(bands[0]).toMatchObject({
      since: first.since.toISOString(),
      period: first.at.toISOString(),
    });
    expect(spec().description).toContain(
      `on ${first.at.toISOString().slice(0, 10)} after ${first.broken} of ${first.due}`,
    );
  });

  it('of one group name it at their alarms', () => {
    const named = { ...alarms, alarms: alarms.alarms.map((alarm) => ({ ...alarm, key: 'north' })) };
    const [texts = []] = rowsOf(keptRateChart(rates, { alarms: named }), 'text');
    expect(texts[0]?.text).toMatch(/^north: alarm 2026-/);
  });

  it('by day, month and segment stand in their order', () => {
    const days = ['2026-03-02', '2026-02-28'].map((key) => ({
      ...(rates[0] as (typeof rates)[0]),
      key,
    }));
    expect(rowsOf(keptRateChart(days), 'point')[0]).toHaveLength(3);
    expect(
      rowsOf(keptRateChart(months), 'point')[0]?.map(({ period }) => String(period).slice(0, 7)),
    ).toEqual(['2025-12', '2026-01', '2026-02', '2026-03']);
    expect(rowsOf(keptRateChart(bySegment), 'point')[0]?.map(({ period }) => period)).toEqual([
      'even',
      'odd',
    ]);
    expect(rowsOf(keptRateChart(bySegment), 'line')).toEqual([]);
  });

  it('are not filled in from a date that lies far from all others', () => {
    const far = ['1000-01-06', '2026-03-04'].map((key) => ({
      ...(rates[0] as (typeof rates)[0]),
      key,
    }));
    expect(rowsOf(keptRateChart(far), 'point')[0]).toHaveLength(2);
  });

  it('of which none fell due are told as such', () => {
    const none = { ...(rates[0] as (typeof rates)[0]), due: 0, rate: null, low: null, high: null };
    const spec = keptRateChart([none]);
    expect(spec.title.text).toBe('No promise fell due');
    expect(spec.description).toContain('2025-12-22 none due');
  });

  it('take a day that is none for a name', () => {
    const odd = { ...(rates[0] as (typeof rates)[0]), key: '2026-02-30' };
    expect(rowsOf(keptRateChart([odd]), 'point')[0]?.[0]?.period).toBe('2026-02-30');
  });

  const rate = (key: string, due: number, share: number | null, low = share) => ({
    key,
    due,
    rate: share,
    low: low === null ? null : low - 0.1,
    high: share === null ? null : share + 0.05,
  });
  const three = [
    rate('2026-01', 10, 0.5),
    rate('2026-03', 0, null),
    rate('2026-04', 30, 0.9),
  ] as never;
  const alarm = (at: string, again: boolean, key = '') => ({
    key,
    at: new Date(at),
    since: new Date('2026-01-20'),
    broken: 3,
    due: 7,
    again,
  });
  const twice = { ...alarms, alarms: [alarm('2026-03-01', false), alarm('2026-04-02', true)] };

  it('are read off the picture, with a gap where none fell due', async () => {
    const { marks, x, y, legend } = await pictureOf(keptRateChart(three));
    // The middles of months of 31, 28, 31 and 30 days.
    expect(marks).toEqual([
      'faint blue rule at x 2026-01-16T12:00, y 0.4 to 0.55',
      'faint blue rule at x 2026-04-16, y 0.8 to 0.95',
      'blue line: 2026-01-16T12:00 0.5; gap; gap; 2026-04-16 0.9',
      'blue circle at x 2026-01-16T12:00, y 0.5',
      'blue circle at x 2026-04-16, y 0.9',
    ]);
    expect(x.labels).toEqual(['2026-01', '2026-02', '2026-03', '2026-04']);
    expect([x.title, y.title, x.hasGrid]).toEqual(['Month', 'Share of promises kept', false]);
    expect([y.labels[0], y.labels.at(-1)]).toEqual(['40%', '100%']);
    expect(legend).toEqual([]);
  });

  it('come with what was meant, and with alarms, the first of which has its date', async () => {
    const { marks, y } = await pictureOf(keptRateChart(three, { alarms: twice, keepRate: 0.35 }));
    expect(marks.slice(0, 6)).toEqual([
      'faint orange rect at x 2026-01-20 to 2026-03-01',
      'faint orange rect at x 2026-01-20 to 2026-04-02',
      'orange rule at x 2026-03-01',
      'orange rule at x 2026-04-02',
      'orange "alarm 2026-03-01" above left of x 2026-03-01, y 1',
      'dashed grey rule at y 0.35',
    ]);
    expect(y.labels[0]).toBe('30%');
  });

  it('are told, weighed by how many fell due', () => {
    // 5 and 27 of 10 and 30.
    const bare = keptRateChart(three);
    expect(bare.title).toEqual({ text: '80% of promises were kept' });
    const rows =
      '2026-01 50% (40% to 55%) of 10; 2026-03 none due; 2026-04 90% (80% to 95%) of 30.';
    expect(bare.description).toBe(
      `The share of promises kept by time, with intervals. 80% of promises were kept, of 40 that fell due. ${rows}`,
    );
    const full = keptRateChart(three, { alarms: twice, keepRate: 0.95 });
    expect(full.description).toBe(
      `The share of promises kept by time, with intervals. 80% of promises were kept, of 40 that fell due. Dashed: 95%, the share meant to be kept. ${rows} Alarms: on 2026-03-01 after 3 of 7 were broken since 2026-01-20 and on 2026-04-02 after 3 of 7 were broken since 2026-01-20.`,
    );
  });

  it('say below the title what is dashed, and what the bands are', () => {
    const [dashed, bands] = [
      'Dashed: 95%, the share meant to be kept.',
      'Bands: from when it went wrong to the alarm.',
    ];
    const below = (options: Parameters<typeof keptRateChart>[1]) =>
      keptRateChart(three, { ...options, width: 1000 }).title.subtitle;
    expect(below({ keepRate: 0.95 })).toBe(dashed);
    expect(below({ alarms: twice })).toBe(bands);
    expect(below({ alarms: twice, keepRate: 0.95 })).toBe(`${dashed} ${bands}`);
  });

  it('by group stand side by side', async () => {
    const { marks, x } = await pictureOf(
      keptRateChart([rate('south', 10, 0.9), rate('north', 10, 0.8)] as never),
    );
    expect(marks).toEqual([
      'faint blue rule at x north, y 0.7 to 0.85',
      'faint blue rule at x south, y 0.8 to 0.95',
      'blue circle at x north, y 0.8',
      'blue circle at x south, y 0.9',
    ]);
    expect([x.title, x.labels]).toEqual(['Group', ['north', 'south']]);
  });
});
