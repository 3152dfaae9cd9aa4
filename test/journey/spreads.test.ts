import { describe, expect, it } from 'vitest';
import { designOf } from '../../src/journey/fit/design';
import { layoutOf } from '../../src/journey/fit/layout';
import { fitWithSpreads, greatest, least, type Spreads } from '../../src/journey/fit/spreads';
import { denseLogit } from './dense-logit';

const counts = [
  [0, 'a', 1, 4],
  [50, 'a', 5, 1],
  [100, 'a', 4, 2],
  [0, 'b', 2, 3],
  [50, 'b', 2, 3],
  [100, 'b', 6, 1],
] as const;
const rows = counts.flatMap(([desk, stage, yes, no]) =>
  Array.from({ length: yes + no }, (_, i) => ({ ratings: { desk }, stage, satisfied: i < yes })),
);
const all = Uint32Array.from(rows.keys());

function fitOf(stageOf: readonly string[], from?: Spreads) {
  const design = designOf(rows, stageOf);
  const layout = layoutOf(design, stageOf.includes('b') ? 'by-stage' : 'pooled');
  const start = from && { at: new Float64Array(layout.size), spreads: from };
  return { layout, ...fitWithSpreads(design, all, layout, start) };
}
const staged = rows.map(({ stage }) => stage);
const together = rows.map(() => 'all');
const even: Spreads = { lines: 1, levels: 1, stageLines: 1, stageLevels: 1 };

describe('spreads that rows choose', () => {
  it.each([
    ['two stages', staged],
    ['one stage', together],
  ])('of %s are where Fellner and Schall would stay', (_, stageOf) => {
    const fit = fitOf(stageOf);
    expect(fit.converged).toBe(true);
    const reported = Object.fromEntries(
      Object.entries(fit.spreads).map(([kind, spread]) => [kind, spread === least ? 0 : spread]),
    ) as unknown as Spreads;
    const dense = denseLogit(rows, stageOf, () => [0, 50, 100], reported);
    const told = Object.entries(reported).filter(([, spread]) => spread > 0);
    expect(told.length).toBeGreaterThan(0);
    for (const [kind, spread] of told)
      expect(dense.nextSpread(kind as 'lines') / spread).toBeCloseTo(1, 2);
    fit.precision.forEach((pull, j) => {
      const kind = fit.layout.kind[j];
      expect(pull).toBe(kind ? fit.spreads[kind] ** -2 : 0);
    });
    // The same summit, in whatever order its numbers stand.
    expect([...fit.at].map((x) => x.toFixed(6)).sort()).toEqual(
      dense.at.map((x) => x.toFixed(6)).sort(),
    );
  });

  it('are the same wherever the search begins, and stay at the least', () => {
    const [one, other] = [fitOf(together), fitOf(together, { ...even, lines: 4, levels: 0.2 })];
    expect(other.spreads.lines / one.spreads.lines).toBeCloseTo(1, 2);
    expect(other.spreads.levels / one.spreads.levels).toBeCloseTo(1, 2);
    const none = fitOf(together, { ...even, lines: least });
    expect(none.spreads).toMatchObject({ lines: least, stageLines: least, stageLevels: least });
  });

  it('end at the greatest where answers are certain', () => {
    const sure = rows.map((row) => ({ ...row, satisfied: row.ratings.desk > 50 }));
    const design = designOf(sure, together);
    const { spreads, converged } = fitWithSpreads(design, all, layoutOf(design, 'linear'));
    expect(spreads).toEqual({
      lines: greatest,
      levels: least,
      stageLines: least,
      stageLevels: least,
    });
    expect(converged).toBe(true);
  });

  // As the library found them when they agreed with the above.
  it('are pinned', () => {
    const round = ({ spreads }: { readonly spreads: Spreads }) =>
      Object.values(spreads).map((x) => Math.round(x * 1e7) / 1e7);
    expect(round(fitOf(staged))).toEqual([0.9049666, 0.01, 0.01, 0.01]);
    expect(round(fitOf(together))).toEqual([0.9039732, 0.01, 0.01, 0.01]);
  });
});
