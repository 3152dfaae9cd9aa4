import { predictSatisfaction } from 'overdeliver';
import {
  breakOf,
  type GapOptions,
  type JourneyScore,
  journeyScore,
  type LevelBreak,
  type MeasuredTouchpoint,
  type Observation,
  retailTouchpoints,
  reviewTrend,
  type Touchpoint,
  type TouchpointGaps,
  type Trend,
  type TrendReview,
  touchpointGaps,
  trendOf,
} from 'overdeliver/journey';
import { expectTypeOf, it } from 'vitest';

declare const touchpoints: readonly MeasuredTouchpoint[];
declare const series: readonly Observation[];

it('takes both sides of each touchpoint in any of three forms', () => {
  touchpointGaps([{ id: 'shop', expected: 70, perceived: [60, 70], importance: undefined }]);
  touchpointGaps([
    { id: 'shop', expected: { mean: 70, sd: 9, n: 30 }, perceived: new Float64Array(3) },
  ]);
  // @ts-expect-error what was perceived is missing
  touchpointGaps([{ id: 'shop', expected: 70 }]);
  // @ts-expect-error a summary says how many were asked
  journeyScore([{ id: 'shop', expected: 70, perceived: { mean: 60, sd: 9 } }]);
  // @ts-expect-error a template is yet to be measured
  journeyScore(retailTouchpoints);
  expectTypeOf(retailTouchpoints).toEqualTypeOf<readonly Touchpoint[]>();
});

it('takes the satisfaction model as a function', () => {
  const feeling: GapOptions['feeling'] = (levels) => predictSatisfaction(levels).score;
  touchpointGaps(touchpoints, { feeling });
  // @ts-expect-error a feeling is a number
  touchpointGaps(touchpoints, { feeling: predictSatisfaction });
});

it('answers with readonly data', () => {
  expectTypeOf(touchpointGaps(touchpoints)).toEqualTypeOf<TouchpointGaps>();
  expectTypeOf(journeyScore(touchpoints)).toEqualTypeOf<JourneyScore>();
  expectTypeOf(trendOf(series)).toEqualTypeOf<Trend>();
  expectTypeOf(breakOf(series)).toEqualTypeOf<LevelBreak>();
  expectTypeOf(reviewTrend(series)).toEqualTypeOf<TrendReview>();
  expectTypeOf<JourneyScore>().toEqualTypeOf<Readonly<JourneyScore>>();
});

it('takes dates in four forms, and gives a Date back', () => {
  const instant = { epochMilliseconds: 0 };
  trendOf([
    { at: new Date(0), value: 70 },
    { at: 0, value: 70 },
    { at: '2026-03-01T00:00:00Z', value: 70 },
    { at: instant, value: 70 },
  ]);
  reviewTrend(series, { events: [{ at: instant, what: 'new sign' }] });
  expectTypeOf<TrendReview['events'][number]['at']>().toEqualTypeOf<Date>();
  expectTypeOf<LevelBreak['at']>().toEqualTypeOf<Date>();
  // @ts-expect-error no date
  trendOf([{ at: true, value: 70 }]);
});
