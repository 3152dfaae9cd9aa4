import {
  breakOf,
  journeyScore,
  type LearntImportance,
  reviewTrend,
  touchpointGaps,
  trendOf,
} from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { seriesOf } from './given';

const shop = { id: 'shop', expected: 70, perceived: 60 };

describe('touchpoints', () => {
  it('that are alike stand in the order of their names', () => {
    const rows = ['b', 'd', 'a', 'c'].map((id) => ({ ...shop, id }));
    expect(touchpointGaps(rows).gaps.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(journeyScore(rows).weakest.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('as far from what was expected, and perceived alike, have their peak in the first', () => {
    expect(journeyScore(['b', 'a'].map((id) => ({ ...shop, id }))).peak.id).toBe('b');
  });

  it('are asked about by what may be at stake, not by what is', () => {
    const { gaps, askMore } = touchpointGaps([
      { id: 'advert', expected: 70, perceived: [66, 62, 66, 66] },
      { id: 'shop', expected: 70, perceived: [20, 95, 90, 71] },
      { id: 'staff', expected: 70, perceived: [69] },
    ]);
    expect(gaps.map(({ id }) => id)).toEqual(['advert', 'shop', 'staff']);
    expect(askMore).toEqual(['staff', 'shop', 'advert']);
  });

  it('may go wrong in no way, unless said', () => {
    expect(touchpointGaps([shop]).gaps[0]?.mayGoWrong).toEqual([]);
  });

  // Six shares of odd importances make somewhat less than the level they share.
  it('that do not count do not widen what the average may be', () => {
    const uncounted = { id: 'sign', expected: 50, perceived: 100, importance: 0 };
    const counted = [1, 2, 3, 4, 5, 6].map((importance) => ({
      id: `${importance}`,
      expected: 90,
      perceived: 66.7,
      importance,
    }));
    expect(journeyScore([uncounted, ...counted]).average).toBe(66.7);
    expect(journeyScore([{ ...uncounted, perceived: 0 }, ...counted]).average).toBe(66.7);
  });

  it('are refused below the scale, and with an importance off it', () => {
    const below = refusal(() => touchpointGaps([{ ...shop, perceived: [50, -1] }]));
    expect(below).toMatchObject({ code: 'out-of-range', path: 'touchpoints[0].perceived[1]' });
    const set = (value: unknown) =>
      ({ id: 'a', setting: 'b', parameters: { shop: { value } } }) as unknown as LearntImportance;
    const path = 'options.importance.parameters.shop.value';
    for (const value of [101, -1])
      expect(refusal(() => touchpointGaps([shop], { importance: set(value) }))).toMatchObject({
        code: 'out-of-range',
        path,
      });
    expect(refusal(() => touchpointGaps([shop], { importance: set(undefined) }))).toMatchObject({
      code: 'missing',
      path,
    });
  });
});

describe('series', () => {
  const series = seriesOf([1, 2, 3, 4, 5]);

  it('and events in seconds are refused', () => {
    const seconds = series.map(({ at, value }) => ({ at: +(at as Date) / 1000, value }));
    expect(refusal(() => trendOf(seconds))).toMatchObject({
      code: 'wrong-type',
      path: 'series[0].at',
    });
    const events = [
      { at: Date.UTC(2024, 0, 2), what: 'new sign' },
      { at: Date.UTC(2024, 0, 2) / 1000, what: 'new staff' },
    ];
    expect(refusal(() => reviewTrend(series, { events }))).toMatchObject({
      code: 'wrong-type',
      path: 'options.events[1].at',
    });
    expect(refusal(() => reviewTrend([], { events: events.slice(0, 1) }))).toMatchObject({
      code: 'not-enough-data',
      path: 'series',
    });
  });

  it('without a break have no event near it', () => {
    const calm = seriesOf([70, 71, 70, 69, 70]);
    const found = reviewTrend(calm, { events: [{ at: Date.UTC(2024, 0, 3), what: 'new sign' }] });
    expect(found.break.found).toBe(false);
    expect(found.events).toEqual([]);
  });

  it('have values that are equal up to rounding, beside 0, too', () => {
    expect(trendOf(seriesOf([0, 0.1 + 0.2, 0.3, 1])).s).toBe(5);
  });

  it('leave nothing but rounding around a straight line', () => {
    for (const level of [0, 1e8 / 3]) {
      const line = Array.from({ length: 9 }, (_, i) => level + i / 7);
      expect(trendOf(seriesOf(line)).autocorrelation).toBeNull();
    }
  });

  it('of one value have no step, whatever its digits', () => {
    for (let n = 4; n < 7; n++)
      for (const value of [0.1, 0.7, -0.1, 33.3]) {
        const same = seriesOf(Array.from({ length: n }, () => value));
        expect(breakOf(same)).toMatchObject({ shift: 0, p: 1 });
      }
  });

  it('of seasons that lie at one end each have no step, whatever their digits', () => {
    const season = (_: Date, place: number) => (place < 3 ? 'a' : 'b');
    const ends = seriesOf([0.1, 0.7, 0.2, 8.3, 9.1, 9.9]).map((row, i) => ({ ...row, n: 0.1 + i }));
    const { at, shift } = breakOf(ends, { season });
    expect(Math.abs(shift)).toBeLessThan(2);
    expect(+at).not.toBe(Date.UTC(2024, 0, 4));
  });
});
