import {
  backtestChart,
  calibrationChart,
  frontierChart,
  journeyGapsChart,
  kanoChart,
  keptRateChart,
  trajectoryChart,
  type VegaLiteSpec,
} from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { toSvg } from '../../docs/.vitepress/pictures/to-svg';
import { refusal } from '../core/refusal';
import { layersOf } from './marks-of';
import { pictureOf } from './picture';
import { path } from './results';

const none = { share: null, low: null, high: null };
const rate = (key: string, rate: number | null, low: number | null = null) => ({
  key,
  due: rate === null ? 0 : 10,
  rate,
  low,
  high: low === null ? null : 1,
});
const rates = (...rows: ReturnType<typeof rate>[]) => rows as never;
const point = (share: number | null, low: number | null = null) => ({
  keepRate: 0.5,
  kept: { share, low, high: low === null ? null : 1 },
  quote: { mean: share === null ? null : 4 },
});
const report = (keepRate: number, share: number | null, low: number | null = null) => {
  const { kept, quote } = point(share, low);
  const worst = null;
  const periods = [{ period: '2026-01', kept, quote }];
  return { unit: 'days', keepRate, policies: { a: { kept, quote, worst, periods } } } as never;
};
const gap = { id: 'a', expected: 70, perceived: 70, gap: 0, low: null, high: null, worth: 0 };

/** The least end of the axis of shares. */
const leastOf = (spec: VegaLiteSpec) =>
  layersOf(spec).flatMap(({ encoding: { y } }) => y?.scale?.domain?.[0] ?? [])[0];

describe('a chart', () => {
  it.each<[string, VegaLiteSpec]>([
    ['of rates of which none fell due', keptRateChart(rates(rate('2026-01', null)))],
    [
      'of that with a keep rate',
      keptRateChart(rates(rate('2026-01', null), rate('2026-03', null)), { keepRate: 0.9 }),
    ],
    ['of a rate without an interval', keptRateChart(rates(rate('2026-01', 0.2)))],
    [
      'of a frontier without a promise',
      frontierChart({ a: [point(null)] as never }, { unit: 'days' }),
    ],
    [
      'of a point without an interval',
      frontierChart({ a: [point(0.3)] as never }, { unit: 'days' }),
    ],
    ['of a backtest without a promise', backtestChart(report(0.9, null))],
    ['of a period without an interval', backtestChart(report(0.9, 0.3))],
    [
      'of gaps without intervals',
      journeyGapsChart({ gaps: [{ ...gap, verdict: 'unclear' }], askMore: ['a'] } as never),
    ],
    [
      'of a feature without answers',
      kanoChart({
        respondents: 0,
        features: [{ feature: 'a', category: 'undetermined', better: none, worse: none }],
      } as never),
    ],
  ])('%s is drawn without a warning', async (_, spec) => {
    expect(await toSvg(spec as never)).not.toMatch(/NaN|Infinity/);
  });

  it('has an axis of shares that holds all that is drawn', () => {
    expect(leastOf(keptRateChart(rates(rate('2026-01', 0.2))))).toBe(0.2);
    expect(leastOf(frontierChart({ a: [point(0.3)] as never }, { unit: 'days' }))).toBe(0.3);
    expect(leastOf(backtestChart(report(0.4, 0.8, 0.7)))).toBe(0.4);
    expect(leastOf(keptRateChart(rates(rate('2026-01', 1, 0.97))))).toBe(0.9);
  });

  it('of a path holds what was promised and predicted', () => {
    const steps = path.steps.map((step) => ({ ...step, after: { ...step.after, promised: 12 } }));
    expect(leastOf(trajectoryChart({ ...path, steps } as never))).toBe(10);
  });

  it('tells twelve series apart by colour and shape', () => {
    const frontiers = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`p${i}`, [point(0.5, 0.4)]]),
    );
    const spec = frontierChart(frontiers as never, { unit: 'days' });
    const { color, shape } = layersOf(spec).find(({ encoding }) => encoding.shape)?.encoding ?? {};
    const looks = color?.scale?.range?.map((one, i) => `${one} ${shape?.scale?.range?.[i]}`);
    expect(new Set(looks).size).toBe(12);
    // Five lines in a row differ by their dashes as well.
    const dashes = layersOf(spec).flatMap(({ mark }) =>
      mark.type === 'line' ? [`${mark.strokeDash}`] : [],
    );
    expect([...new Set(dashes.slice(0, 5))]).toHaveLength(5);
    expect(dashes.slice(5, 7)).toEqual(dashes.slice(0, 2));
  });

  it.each<[string, () => unknown, string]>([
    ['a rate above all', () => keptRateChart(rates(rate('2026-01', 2))), 'rates[0].rate'],
    ['a share in percent', () => backtestChart(report(0.9, 90)), 'report.policies.a.kept.share'],
    [
      'a share below none',
      () => frontierChart({ a: [point(-1)] as never }, { unit: 'days' }),
      'frontiers.a[0].kept.share',
    ],
    [
      'a chance above all',
      () => calibrationChart([{ n: 5, predicted: 1.2, observed: 1, low: 0.5, high: 1 }] as never),
      'curve[0].predicted',
    ],
  ])('refuses %s', (_, draw, path) => {
    expect(refusal(draw)).toMatchObject({ path, code: 'out-of-range' });
  });

  it('refuses a second rate of a group, of which one would not be drawn', () => {
    const twice = rates(rate('2026-01', 0.9), rate('2026-02', 0.9), rate('2026-01', 0.1));
    expect(refusal(() => keptRateChart(twice))).toMatchObject({
      path: 'rates[2].key',
      code: 'duplicate-id',
    });
  });

  it('of nothing has no row', async () => {
    const spec = keptRateChart(rates(rate('2026-01', null)));
    expect(layersOf(spec).map(({ data }) => data.values)).toEqual([[]]);
    expect((await pictureOf(spec)).marks).toEqual([]);
  });

  it('breaks its title where a line would be longer than the picture', () => {
    // At a width of 80 lines have up to 20 letters, at most: (80 + 60) / 7.
    const titled = (title: string) =>
      keptRateChart(rates(rate('2026-01', 1)), { title, width: 80 });
    expect(titled('ten of ten another 9').title.text).toBe('ten of ten another 9');
    expect(titled('ten of ten another 10 of these').title.text).toEqual([
      'ten of ten another',
      '10 of these',
    ]);
    expect(titled('unbreakablebutlongerthanthat').title.text).toBe('unbreakablebutlongerthanthat');
  });
});
