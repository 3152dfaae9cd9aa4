import { backtestChart } from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { toSvg } from '../../docs/.vitepress/pictures/to-svg';
import { rowsOf } from './marks-of';
import { pictureOf } from './picture';
import * as results from './results';

describe('a backtest', () => {
  const spec = () => backtestChart(results.report);

  it('has a month without promises as null, not as none kept', () => {
    const [yours = []] = rowsOf(spec(), 'line');
    const march = yours.find(({ period }) => String(period).startsWith('2026-03'));
    expect(march).toMatchObject({ kept: null, low: null, high: null, quote: null });
    expect(yours.map(({ kept }) => kept === null)).toEqual([false, false, true, false]);
  });

  it('draws nothing there', async () => {
    const svg = await toSvg(spec());
    // January and February, then April: a line that breaks begins anew.
    expect(
      svg.match(/mark-line role-mark[^"]*"[^>]*><path d="M[^"]*M[^"]*"/g)?.length,
    ).toBeGreaterThan(0);
  });

  it('is told policy by policy', () => {
    const { kept, quote } = results.report.policies.yours;
    const percent = Number((100 * Number(kept.share)).toPrecision(3));
    expect(spec().description).toContain(
      `Policy yours kept ${percent}%, with promises of ${quote.mean} days on average`,
    );
  });

  it('says so where no promise fell due', () => {
    const { yours } = results.report.policies;
    const none = { ...yours, kept: { share: null, low: null, high: null, n: 0 }, worst: null };
    expect(
      backtestChart({ ...results.report, policies: { yours: none, rolling: none } }).description,
    ).toContain('Of policy yours no promise fell due.');
  });

  const row = (period: string, share: number, mean: number, low: number | null = share - 0.1) => ({
    period,
    kept: { share, low, high: low === null ? null : share + 0.05 },
    quote: { mean },
  });
  const two = {
    unit: 'days',
    keepRate: 0.8,
    policies: {
      ours: {
        ...row('', 0.75, 4),
        worst: { period: '2026-02', share: 0.6 },
        periods: [row('2026-01', 0.9, 4.5), row('2026-02', 0.6, 3.5)],
      },
      // Nothing of theirs fell due in February.
      theirs: { ...row('', 0.85, 6), worst: null, periods: [row('2026-01', 0.85, 6, null)] },
    },
  } as never;

  it('is read off two pictures, policies side by side about the middle of the month', async () => {
    const { plots, legend } = await pictureOf(backtestChart(two));
    const [kept, promised] = plots;
    // The middle of January is its 16th at noon, that of February its 15th: .025 of a month are 18.6 and 16.8 hours.
    expect(kept?.marks).toEqual([
      'dashed grey rule at y 0.8',
      'faint blue rule at x 2026-01-15T17:24, y 0.8 to 0.95',
      'faint blue rule at x 2026-02-14T07:12, y 0.5 to 0.65',
      'blue line: 2026-01-15T17:24 0.9; 2026-02-14T07:12 0.6',
      expect.stringMatching(/^dashed orange line: 2026-01-17T06:36 0.85/),
      'blue circle at x 2026-01-15T17:24, y 0.9',
      'blue circle at x 2026-02-14T07:12, y 0.6',
      'orange square at x 2026-01-17T06:36, y 0.85',
    ]);
    expect(promised?.marks).toEqual([
      'blue line: 2026-01-15T17:24 4.5; 2026-02-14T07:12 3.5',
      expect.stringMatching(/^dashed orange line: 2026-01-17T06:36 6/),
      'blue circle at x 2026-01-15T17:24, y 4.5',
      'blue circle at x 2026-02-14T07:12, y 3.5',
      'orange square at x 2026-01-17T06:36, y 6',
    ]);
    expect(plots.map(({ width, height }) => [width, height])).toEqual([
      [480, 160],
      [480, 160],
    ]);
    expect(plots.map(({ x, y }) => [x.title, y.title])).toEqual([
      [undefined, 'Share kept'],
      ['Month', 'Mean promise (days)'],
    ]);
    expect([kept?.y.labels[0], kept?.y.labels.at(-1)]).toEqual(['50%', '100%']);
    expect(legend).toEqual(['blue circle: ours', 'orange square: theirs']);
  });

  it('of a policy that quoted nothing tells nothing of it', () => {
    const none = { ...row('', 0.75, 4), quote: { mean: null }, worst: null };
    const policies = { ours: { ...none, periods: [row('2026-01', 0.75, 4)] } };
    const spec = backtestChart({ unit: 'days', keepRate: 0.8, policies } as never);
    expect(spec.description).toMatch(/Of policy ours no promise fell due\.$/);
  });

  it('is told with its worst month, where it has one', () => {
    expect(backtestChart(two).description).toBe(
      'Two plots by period: the share of promises kept, beside the 80% asked for, and the mean promise in days. Policy ours kept 75%, with promises of 4 days on average, and least in 2026-02, 60%. Policy theirs kept 85%, with promises of 6 days on average.',
    );
  });
});
