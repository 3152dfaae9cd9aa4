import { fitSatisfaction, type SatisfactionFit } from 'overdeliver';
import type { SatisfactionDimension, SatisfactionForm } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { names } from './given';

/**
 * Customers of few kinds, each with a gap of its own: a form that tells the kinds apart foresees for each the shares of
 * answers that it has among those fitted on, so that what a fold loses can be counted.
 */
interface Kind {
  readonly gap: number;
  readonly fold: number;
  /** How many gave each answer, from 1 on. */
  readonly gave: readonly number[];
}
type Terms = SatisfactionDimension['terms'];

function compared(kinds: readonly Kind[], terms: Terms): SatisfactionFit {
  const rows = kinds.flatMap(({ gap, fold, gave }) =>
    gave.flatMap((n, k) => Array.from({ length: n }, () => ({ gap, fold, answer: k + 1 }))),
  );
  const form: SatisfactionForm = {
    answers: { min: 1, max: kinds[0]?.gave.length as number },
    dimensions: { level: { kind: 'level', unit: 'points', terms, value: 'identity' } },
  };
  return fitSatisfaction(
    {
      expected: new Float64Array(rows.length).fill(50),
      perceived: Float64Array.from(rows, ({ gap }) => 50 + gap),
    },
    rows.map(({ answer }) => answer),
    { ...names, form, folds: Uint8Array.from(rows, ({ fold }) => fold) },
  );
}

/** The losses of each customer by the shares among those of the other folds who are alike in what a form tells apart. */
function counted(kinds: readonly Kind[], tells: (gap: number) => number) {
  const logLoss: number[] = [];
  const rps: number[] = [];
  for (const { gap, fold, gave } of kinds) {
    const alike = kinds.filter((one) => one.fold !== fold && tells(one.gap) === tells(gap));
    const counts = gave.map((_, k) => alike.reduce((sum, one) => sum + (one.gave[k] as number), 0));
    const all = counts.reduce((sum, n) => sum + n, 0);
    const upTo = counts.map((_, k) => counts.slice(0, k + 1).reduce((sum, n) => sum + n, 0) / all);
    gave.forEach((n, answer) => {
      const missed = upTo.slice(0, -1).map((p, k) => p - (answer <= k ? 1 : 0));
      const score = missed.reduce((sum, p) => sum + p * p, 0) / missed.length;
      logLoss.push(...new Array(n).fill(-Math.log((counts[answer] as number) / all)));
      rps.push(...new Array(n).fill(score));
    });
  }
  return { logLoss, rps };
}
const mean = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / of.length;
const formOf = (fit: SatisfactionFit, name: string) =>
  fit.comparison.find(({ form }) => form === name);

describe('a comparison that can be counted', () => {
  // Few, so that every fold moves the fit far.
  const few: readonly Kind[] = [
    { gap: 10, fold: 0, gave: [1, 7] },
    { gap: -10, fold: 0, gave: [4, 2] },
    { gap: 10, fold: 1, gave: [3, 5] },
    { gap: -10, fold: 1, gave: [6, 1] },
    { gap: 10, fold: 2, gave: [2, 9] },
    { gap: -10, fold: 2, gave: [5, 3] },
  ];

  it('has the losses of shares in other folds, and what lies above the best', () => {
    const fit = compared(few, ['gap']);
    // Of two kinds a gain and a loss make each other up.
    expect(fit.comparison.map(({ form }) => form)).toEqual(['no-gap', 'linear']);
    const [none, gap] = [counted(few, () => 0), counted(few, (x) => x)];
    const above = none.rps.map((loss, i) => loss - (gap.rps[i] as number));
    const error =
      Math.sqrt(above.reduce((sum, x) => sum + (x - mean(above)) ** 2, 0)) / above.length;
    const [first, second] = fit.comparison;
    expect(first).toMatchObject({
      coefficients: 0,
      logLoss: expect.closeTo(mean(none.logLoss), 8),
      rps: expect.closeTo(mean(none.rps), 8),
      aboveBest: expect.closeTo(mean(above), 8),
      standardError: expect.closeTo(error, 8),
    });
    expect(second).toMatchObject({
      coefficients: 1,
      logLoss: expect.closeTo(mean(gap.logLoss), 8),
      rps: expect.closeTo(mean(gap.rps), 8),
      aboveBest: 0,
      standardError: 0,
    });
    expect(fit.recommended).toBe('linear');
  });

  it('has them to some digits where folds move it little', () => {
    const many = [0, 1, 2, 3, 4].flatMap((fold): Kind[] => [
      { gap: 10, fold, gave: [20, 80 + fold] },
      { gap: -10, fold, gave: [50 + fold, 40] },
    ]);
    const fit = compared(many, ['gap']);
    for (const [form, tells] of [
      ['no-gap', () => 0],
      ['linear', (gap: number) => gap],
    ] as const) {
      const { logLoss, rps } = counted(many, tells);
      expect(formOf(fit, form)?.logLoss).toBeCloseTo(mean(logLoss), 8);
      expect(formOf(fit, form)?.rps).toBeCloseTo(mean(rps), 8);
    }
  });

  it('has them where a fold takes most of a rare answer, though it moves little else', () => {
    const rare: readonly Kind[] = [
      { gap: 0, fold: 0, gave: [50, 2, 50] },
      { gap: 0, fold: 1, gave: [2100, 1, 2100] },
    ];
    const { logLoss, rps } = counted(rare, () => 0);
    const [none] = compared(rare, []).comparison;
    expect(none?.logLoss).toBeCloseTo(mean(logLoss), 7);
    expect(none?.rps).toBeCloseTo(mean(rps), 7);
  });

  it('recommends a form of one’s own that needs fewer numbers than one under a name', () => {
    // Only whether the level fell short counts, not by how much.
    const steps = [0, 1, 2].flatMap((fold) =>
      [-20, -2, 2, 20].map((gap): Kind => ({ gap, fold, gave: gap < 0 ? [18, 3] : [3, 18] })),
    );
    const fit = compared(steps, ['broken']);
    expect(fit.comparison.map(({ form, coefficients }) => [form, coefficients])).toEqual([
      ['no-gap', 0],
      ['linear', 1],
      ['asymmetric', 2],
      ['step', 3],
      ['given', 1],
    ]);
    expect(formOf(fit, 'given')?.rps).toBeCloseTo(mean(counted(steps, Math.sign).rps), 6);
    expect(formOf(fit, 'given')?.aboveBest).toBe(0);
    expect(fit.recommended).toBe('given');
  });

  it('recommends the first of those that are as simple', () => {
    const fit = compared(few, ['broken']);
    expect(fit.comparison.map(({ form }) => form)).toEqual(['no-gap', 'linear', 'given']);
    expect(formOf(fit, 'given')?.rps).toBeCloseTo(formOf(fit, 'linear')?.rps as number, 8);
    expect(fit.recommended).toBe('linear');
  });

  it('is left out where one fold of several takes all of an answer', () => {
    const alone = few.map(
      (kind): Kind => ({ ...kind, gave: [...kind.gave, kind.fold === 1 ? 4 : 0] }),
    );
    const fit = compared(alone, ['gap']);
    expect(fit.flags).toEqual([{ code: 'not-compared', detail: { answer: 3, given: 8 } }]);
    expect([fit.comparison, fit.recommended]).toEqual([[], null]);
    const one = compared(
      few.map((kind) => ({ ...kind, fold: 9 })),
      ['gap'],
    );
    expect(one.flags).toMatchObject([{ code: 'not-compared' }]);
  });
});
