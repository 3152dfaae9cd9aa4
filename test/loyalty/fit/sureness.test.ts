import { adjustParameters } from 'overdeliver';
import { fitIntentions, fitRecovery, fitSwitching, switchingDefaults } from 'overdeliver/loyalty';
import { describe, expect, it } from 'vitest';
import { intentionRows, names, recoveryRows, switchingRows } from './world';

const few = { ...names, folds: 3 };

describe('how sure a number is', () => {
  it('is asked with numbers at the end of their range held there', () => {
    // What is regained in spite of treatment, so that treatment regains nothing, as if it were not in the rows.
    const rows = recoveryRows(5, 60).map((row) => ({
      ...row,
      recovered: row.recovered - 0.2 * (row.interactional ?? 0),
    }));
    const fit = fitRecovery(rows, few);
    expect(fit.flags).toEqual([{ code: 'at-boundary', detail: { parameter: 'interactional' } }]);
    const without = fitRecovery(
      rows.map((row) => ({ ...row, interactional: 0 })),
      few,
    );
    for (const name of ['distributive', 'procedural', 'apology', 'apologyRepeated'] as const) {
      const [one, other] = [fit, without].map(({ parameters }) => parameters.parameters[name]);
      expect(one?.value).toBeCloseTo(other?.value as number, 9);
      expect(one?.standardError).toBeCloseTo(other?.standardError as number, 9);
    }
    const { standardError } = fit.parameters.parameters.interactional;
    expect(standardError).toBeUndefined();
    expect(fit.intervals.interactional?.low).toBe(0);
    expect(fit.intervals.interactional?.high).toBeGreaterThan(0);
  });

  it('is not told by rows that are all alike', () => {
    const row = { before: 64, failed: 32, distributive: 100, recovered: 48 };
    const { parameters, intervals } = fitRecovery(Array(12).fill(row), few);
    const { value, status, standardError } = parameters.parameters.distributive;
    expect([value, status, standardError]).toEqual([expect.closeTo(0.5, 12), 'fitted', undefined]);
    expect(intervals.distributive).toBeNull();
  });

  it('counts each row without a name as a customer', () => {
    const rows = switchingRows(5, 40).map((row, i) => (i < 30 ? row : { ...row, customer: i % 5 }));
    expect(fitSwitching(rows, few).customers).toBe(35);
  });
});

describe('the cost of switching', () => {
  const rows = switchingRows(3, 120);
  const by = (switchingCost: number) =>
    fitSwitching(rows, {
      ...few,
      parameters: adjustParameters(switchingDefaults, 'test/cost', { switchingCost }),
    });

  it('and an inertia come to the same, whichever of them gives way', () => {
    const [kept, gave] = [by(0.2), by(2)];
    expect(kept.flags).toEqual([]);
    const costs = [kept, gave].map(({ parameters }) => parameters.parameters.switchingCost);
    expect(costs[0]?.value).toBe(0.2);
    expect(costs.map((cost) => cost?.source)).toEqual([
      'no offer tells it from inertia: as in test/cost',
      'no offer tells it from inertia: as in test/cost, less what would leave an inertia below 0',
    ]);
    const [low = 0, high = 0] = costs.map((cost) => cost?.value);
    const detail = { parameter: 'switchingCost', by: expect.closeTo(2 - high, 12) };
    expect(gave.flags).toEqual([{ code: 'cost-gave-way', detail }]);
    expect(gave.parameters.parameters['inertia.firstUse'].value).toBe(0);
    const inertia = 'inertia.longTerm';
    const [one, other] = [kept, gave].map(({ parameters }) => parameters.parameters[inertia]);
    expect((one?.value as number) + low).toBeCloseTo((other?.value as number) + high, 7);
    expect(one?.standardError).toBeCloseTo(other?.standardError as number, 7);
    const ends = [kept, gave].map(({ intervals }) => intervals[inertia]);
    expect(ends[1]?.low).toBeGreaterThan(0);
    for (const end of ['low', 'high'] as const) {
      expect((ends[0]?.[end] as number) + low).toBeCloseTo((ends[1]?.[end] as number) + high, 7);
    }
  });
});

it('intentions and switching speak of what their rows hold', () => {
  // Type 7 of Hyndman & Fan: a fifth of the way from the first of 41 rows, and as far from the last.
  const middle = [expect.closeTo(20.3, 12), expect.closeTo(79.7, 12)];
  const asked = intentionRows(5, 41).map((row, i) => ({ ...row, satisfaction: 20 + 1.5 * i }));
  expect(fitIntentions(asked, few).parameters.domain).toEqual({ satisfaction: middle });
  const courted = switchingRows(5, 41).map((row, i) => ({
    ...row,
    expected: 20 + 1.5 * i,
    promised: 20 + 1.5 * ((i * 7) % 41),
    credibility: (20 + 1.5 * ((i * 5) % 41)) / 100,
    market: 20 + 1.5 * ((i * 3) % 41),
  }));
  const share = [expect.closeTo(0.203, 12), expect.closeTo(0.797, 12)];
  expect(fitSwitching(courted, few).parameters.domain).toEqual({
    expected: middle,
    promised: middle,
    credibility: share,
    market: middle,
  });
});
