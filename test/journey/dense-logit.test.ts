import {
  predictJourney,
  type TouchpointImportance,
  type TouchpointRow,
  touchpointImportance,
} from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numerics/normal';
import { denseLogit } from './dense-logit';
import { fewGuests, names } from './few-guests';

const levels = { desk: [0, 50, 100], room: [0, 25, 100] } as Record<string, readonly number[]>;
const quick = { ...names, folds: 3 };
const stage = (row: { stage: string }) => row.stage;

/** Holds everything that is said of effects, worths and errors against the second computation. */
function hold(
  fit: TouchpointImportance,
  rows: readonly TouchpointRow[],
  stageOf: readonly string[],
  clusterOf: readonly unknown[],
  confidence = 0.95,
) {
  const dense = denseLogit(rows, stageOf, (id) => levels[id] ?? [], fit.spreads);
  for (const [kind, spread] of Object.entries(fit.spreads)) {
    if (!spread) continue;
    // The search ends where a step would be small, of numbers that are near their summit.
    expect(dense.nextSpread(kind as 'lines') / spread).toBeCloseTo(1, 2);
  }
  rows.forEach(({ ratings }, i) => {
    const { satisfied } = predictJourney(
      { stage: stageOf[i] as string, ratings },
      { model: fit.model },
    );
    expect(satisfied).toBeCloseTo(dense.chance[i] as number, 6);
  });
  const z = normalQuantile((1 + confidence) / 2);
  for (const one of fit.worths) {
    const { stage: at, touchpoint, worth, standardError, interval } = one;
    const own = (b: readonly number[]) => dense.worth(b, at, touchpoint);
    expect(worth).toBeCloseTo(own(dense.at), 6);
    const error = dense.errorOf(own, clusterOf);
    expect(standardError).toBeCloseTo(error, 6);
    expect(interval?.low).toBeCloseTo(own(dense.at) - z * error, 5);
    expect(interval?.high).toBeCloseTo(own(dense.at) + z * error, 5);
    const counted = fit.worths
      .filter((other) => other.stage === at && (other.worth as number) > 0)
      .map((other) => other.touchpoint);
    const part = (b: readonly number[]) =>
      (100 * own(b)) / counted.reduce((total, id) => total + dense.worth(b, at, id), 0);
    if (counted.length < 2) continue;
    expect(one.importance).toBeCloseTo(part(dense.at), 5);
    const partError = dense.errorOf(part, clusterOf);
    expect(one.importanceError).toBeCloseTo(partError, 5);
    const { low, high } = one.importanceInterval ?? {};
    expect(low).toBeCloseTo(Math.max(0, part(dense.at) - z * partError), 4);
    expect(high).toBeCloseTo(Math.min(100, part(dense.at) + z * partError), 4);
    expect(fit.importance[at]?.parameters[touchpoint]).toMatchObject({
      value: one.importance,
      standardError: one.importanceError,
      source: 'fitted on made up (none)',
    });
    expect(one.rows).toBe(
      rows.filter(({ ratings }, i) => stageOf[i] === at && ratings[touchpoint] !== null).length,
    );
  }
}

describe('a second computation with dense matrices agrees', () => {
  it('of one stage, which all stages together are', () => {
    const rows = fewGuests(25, 36).map(({ respondent: _, ...row }) => row);
    const fit = touchpointImportance(rows, quick);
    const stageOf = rows.map(() => 'all');
    hold(fit, rows, stageOf, [...rows.keys()]);
    expect(fit.respondents).toBeNull();
    expect(fit.pooled.parameters).toEqual(fit.importance.all?.parameters);
  });

  it('of levels of satisfaction', () => {
    const rows = fewGuests(1, 24).map(({ ratings, satisfied }, i) => ({
      ratings,
      satisfied: (satisfied ? 60 : 10) + i,
    }));
    const fit = touchpointImportance(rows, quick);
    hold(
      fit,
      rows,
      rows.map(() => 'all'),
      [...rows.keys()],
    );
  });

  it('of two stages, with respondents who answered twice', () => {
    const rows = fewGuests(124, 42);
    const fit = touchpointImportance(rows, { ...quick, stage, confidence: 0.8 });
    for (const spread of Object.values(fit.spreads)) expect(spread).toBeGreaterThan(0.1);
    const clusterOf = rows.map(({ respondent }) => respondent);
    hold(fit, rows, rows.map(stage), clusterOf, 0.8);
    expect(fit.respondents).toBe(34);
  });
});
