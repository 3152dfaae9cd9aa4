import { breakOf, type Observation, reviewTrend, trendOf } from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import type { DateInput } from '../../src/input/date';
import { normalQuantile } from '../../src/numerics/normal';
import { uniforms } from '../../src/numerics/uniforms';
import { refusal } from '../core/refusal';
import { nile, seriesOf } from './given';

const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n));
const fallen = [78, 80, 79, 77, 79, 78, 79, 71, 73, 70, 72, 72, 71, 70];
const series = seriesOf(fallen, 10);

describe('reviewTrend', () => {
  it('keeps what rises, reverses what falls, watches the rest', () => {
    expect(reviewTrend(series).advice).toBe('reverse');
    expect(reviewTrend(seriesOf([...fallen].reverse())).advice).toBe('keep');
    const calm = reviewTrend(seriesOf([70, 71, 70, 69, 70, 71, 69, 70]));
    expect(calm.advice).toBe('watch');
    expect(calm.because).toEqual([
      { code: 'unclear', detail: { change: calm.trend.change, p: calm.trend.p } },
    ]);
  });

  it('shows what it rests on, as trendOf and breakOf have it', () => {
    const options = {
      season: (_: Date, i: number) => String(i % 2),
      confidence: 0.9,
      seed: 7,
    };
    const found = reviewTrend(series, options);
    expect(found.trend).toEqual(trendOf(series, { season: options.season, confidence: 0.9 }));
    expect(found.break).toEqual(breakOf(series, options));
  });

  it('gives its reasons with their numbers', () => {
    const { because, trend, break: found } = reviewTrend(series);
    expect(because).toEqual([
      { code: 'falling', detail: { change: trend.change, p: trend.p } },
      { code: 'stepped-down', detail: { at: day(70), shift: found.shift, p: found.p } },
    ]);
    const up = reviewTrend(seriesOf([...fallen].reverse())).because;
    expect(up.map(({ code }) => code)).toEqual(['rising', 'stepped-up']);
    expect(reviewTrend(seriesOf(nile)).because.map(({ code }) => code)).toEqual([
      'falling',
      'stepped-down',
    ]);
  });

  it('warns of autocorrelated values, unless a step explains it', () => {
    const next = uniforms(2);
    let last = 0;
    const linked = Array.from({ length: 60 }, (_, i) => {
      last = 0.7 * last + normalQuantile(next());
      return last + 0.3 * i;
    });
    const { because, trend } = reviewTrend(seriesOf(linked));
    expect(because).toEqual([
      { code: 'rising', detail: { change: trend.change, p: trend.p } },
      { code: 'autocorrelated', detail: { autocorrelation: trend.autocorrelation } },
    ]);
    expect(reviewTrend(seriesOf([70, 70, 70, 70])).because).toHaveLength(1);
  });

  it('names a direction that most pairs of equal values leave without a slope', () => {
    const tied = Array.from({ length: 39 }, (_, i) => (i > 26 && i % 3 > 0 ? 2 : 1));
    const { advice, because, trend } = reviewTrend(seriesOf(tied));
    expect([trend.direction, trend.slope, trend.change]).toEqual(['rising', 0, 0]);
    expect(trend.p).toBeLessThan(0.001);
    expect([advice, because[0]]).toEqual([
      'keep',
      { code: 'rising-in-part', detail: { change: 0, p: trend.p } },
    ]);
    const back = reviewTrend(seriesOf([...tied].reverse()));
    expect([back.advice, back.because[0]?.code]).toEqual(['reverse', 'falling-in-part']);
    expect(reviewTrend(seriesOf([70, 70, 70, 70])).because[0]?.code).toBe('unclear');
  });

  // p is then too large, not too small, and a step would not leave it behind.
  it('warns of no values that swing to and fro', () => {
    const next = uniforms(4);
    const swinging = Array.from({ length: 24 }, (_, i) => (i % 2 ? 5 : -5) + 0.5 * i + next());
    const { because, trend } = reviewTrend(seriesOf(swinging));
    expect(trend.autocorrelation).toBeLessThan(-2 / Math.sqrt(24));
    expect(because.map(({ code }) => code)).toEqual(['rising']);
  });

  it('lists what happened while the level changed, nearest first', () => {
    const { from, to, at } = breakOf(series);
    expect([from, at, to]).toEqual([day(50), day(70), day(80)]);
    const events = [80, 81, 49, 50, 68, 71].map((n) => ({ at: day(n), what: `day ${n}` }));
    const near = (options: object) =>
      reviewTrend(series, { events, ...options }).events.map(({ daysBefore }) => daysBefore);
    expect(near({})).toEqual([-1, 2, -10, 20]);
    expect(near({ lag: 1 })).toEqual([-1, 2, -10, 20, 21]);
    expect(near({ lag: 0.5 })).toEqual(near({ lag: undefined }));
    expect(reviewTrend(series, { events }).events[0]).toEqual({
      at: day(71),
      what: 'day 71',
      daysBefore: -1,
    });
    expect(reviewTrend(series).events).toEqual([]);
  });

  it('lists nothing where no break was found', () => {
    const calm = seriesOf([70, 71, 70, 69, 70, 71, 69, 70]);
    expect(reviewTrend(calm, { events: [{ at: day(3), what: 'new sign' }] }).events).toEqual([]);
  });

  it.each([1e9, 1, 1e-200, 5e-324])('holds no NaN at the scale of %d', (unit) => {
    const scaled = [0, 1, 1, 0, 1, 0, 0, 1, 1].map((x) => unit * x);
    const found = reviewTrend(seriesOf(scaled));
    const { low, high, autocorrelation, ...trend } = found.trend;
    // JSON has null for NaN, infinities and invalid dates.
    const sent = JSON.parse(JSON.stringify([trend, found.break]));
    expect(sent.flatMap(Object.values)).not.toContain(null);
    for (const value of [low, high, autocorrelation]) expect(value).not.toBeNaN();
  });

  it('takes dates in four forms, in the series and among the events', () => {
    const forms: readonly ((at: Date) => DateInput)[] = [
      (at) => at,
      (at) => +at,
      (at) => at.toISOString().replace('Z', '+00:00'),
      (at) => ({ epochMilliseconds: +at }),
    ];
    const events = [{ at: day(68), what: 'new staff' }];
    const found = reviewTrend(series, { events });
    for (const [i, form] of forms.entries()) {
      const given = series.map(({ at, value }, place) => ({
        at: (forms[(i + place) % 4] ?? form)(at as Date),
        value,
      }));
      const told = events.map(({ at, what }) => ({ at: form(at), what }));
      expect(reviewTrend(given, { events: told })).toEqual(found);
      expect(trendOf(given)).toEqual(found.trend);
      expect(breakOf(given)).toEqual(found.break);
    }
    expect(found.events[0]?.at).toEqual(day(68));
    // Two forms of one date.
    const [first, ...rest] = series;
    const twice = [first, { at: +(first?.at as Date), value: 1 }, ...rest] as Observation[];
    expect(refusal(() => trendOf(twice))).toMatchObject({
      code: 'ambiguous',
      path: 'series[1].at',
    });
  });

  it('sends JSON whole', () => {
    const found = reviewTrend(series, { events: [{ at: day(68), what: 'new staff' }] });
    const sent = JSON.parse(JSON.stringify(found), (key, value) =>
      ['at', 'from', 'to'].includes(key) ? new Date(value) : value,
    );
    expect(sent).toEqual(found);
  });
});
