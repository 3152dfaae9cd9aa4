import {
  predictIntention,
  predictRecovery,
  predictSwitching,
  predictWordOfMouth,
} from 'overdeliver';
import {
  fitIntentions,
  fitRecovery,
  fitSwitching,
  fitWordOfMouth,
  recoveryDefaults,
  surveyIntentions,
  switchingDefaults,
  wordOfMouthDefaults,
} from 'overdeliver/loyalty';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../../capability/survives-json';
import { deepFreeze } from '../../core/deep-freeze';
import { intentionRows, names, recoveryRows, switchingRows, wordOfMouthRows } from './world';

const rows = {
  intentions: deepFreeze(intentionRows(3, 240)),
  switching: deepFreeze(switchingRows(3, 240)),
  wordOfMouth: deepFreeze(wordOfMouthRows(3, 240)),
  recovery: deepFreeze(recoveryRows(3, 240)),
};
const fits = {
  intentions: fitIntentions(rows.intentions, names),
  switching: fitSwitching(rows.switching, names),
  wordOfMouth: fitWordOfMouth(rows.wordOfMouth, names),
  recovery: fitRecovery(rows.recovery, names),
};
const defaults = {
  intentions: surveyIntentions,
  switching: switchingDefaults,
  wordOfMouth: wordOfMouthDefaults,
  recovery: recoveryDefaults,
};
const kinds = ['intentions', 'switching', 'wordOfMouth', 'recovery'] as const;
const again = {
  intentions: () => fitIntentions(rows.intentions, names),
  switching: () => fitSwitching(rows.switching, names),
  wordOfMouth: () => fitWordOfMouth(rows.wordOfMouth, names),
  recovery: () => fitRecovery(rows.recovery, names),
};

describe.each(kinds)('a fit of %s', (kind) => {
  const fit = fits[kind];

  it('is the same again, is plain JSON and leaves its rows as they were', () => {
    expect(again[kind]()).toEqual(fit);
    expectSurvivesJson(fit);
    expect(fit.flags).toEqual([]);
  });

  it("has the default's names, units and ranges, and says where its numbers come from", () => {
    const { parameters, fit: from, id, setting } = fit.parameters;
    expect([id, setting]).toEqual([names.id, names.setting]);
    expect(from).toEqual({ data: 'made up', licence: 'none', n: 240, converged: true });
    const usual = defaults[kind].parameters;
    expect(Object.keys(parameters)).toEqual(Object.keys(usual));
    const customers = kind === 'recovery' ? 120 : null;
    expect(fit.customers).toBe(customers);
    const errors = customers === null ? 'robust standard error' : 'standard error by 120 customers';
    for (const [name, one] of Object.entries(parameters)) {
      const { unit, range } = usual[name as keyof typeof usual];
      expect(one).toMatchObject({ unit, range });
      if (name === 'switchingCost') continue;
      const n = name.startsWith('complain') ? 160 : 240;
      expect(one.source).toBe(`fitted on made up (none), n = ${n}; ${errors}`);
      expect(one.status).toBe('fitted');
      expect(one.standardError).toBeGreaterThan(0);
    }
  });

  it('has intervals of two sides about each number, within its range', () => {
    const numbers = Object.entries(fit.parameters.parameters);
    for (const [name, { value, range, standardError = 0 }] of numbers) {
      const interval = fit.intervals[name as keyof typeof fit.intervals];
      if (name === 'switchingCost') expect(interval).toBeNull();
      else {
        const half = 1.959964 * standardError;
        const low = Math.max(range[0], value - half);
        const high = Math.min(range[1], value + half);
        expect(interval).toEqual({ low: expect.closeTo(low, 5), high: expect.closeTo(high, 5) });
      }
    }
  });
});

describe('what was learnt', () => {
  it('goes wherever the defaults go', () => {
    const customer = { satisfaction: 80, outcome: 'met', stage: 'long-term' } as const;
    const offer = { promised: 90, credibility: 0.8, market: 60 };
    const known = { id: names.id, setting: names.setting };
    const { intentions, switching, wordOfMouth, recovery } = fits;
    expect(predictIntention(customer, { parameters: intentions.parameters }).model).toEqual(known);
    const courted = { expected: 70, outcome: 'met', stage: 'first-use' } as const;
    const going = predictSwitching(courted, offer, { parameters: switching.parameters });
    expect(going.model).toEqual(known);
    const talking = { satisfaction: 80, outcome: 'met' } as const;
    const told = predictWordOfMouth(talking, { parameters: wordOfMouth.parameters });
    expect(told.model).toEqual(known);
    const failure = { failed: 20, distributive: 60, apologies: 1 };
    const { parameters } = recovery;
    const back = predictRecovery(customer, failure, {
      parameters,
      intentions: intentions.parameters,
    });
    expect(back.model).toEqual(known);
    expect(back.intentionModel).toEqual(known);
  });

  it('warns of inputs beyond the middle 99% of the rows', () => {
    const { parameters } = fits.recovery;
    const customer = { satisfaction: 80, outcome: 'met', stage: 'long-term' } as const;
    const failure = { failed: 30, distributive: 99, interactional: 40, procedural: 40 };
    const { warnings } = predictRecovery(customer, failure, { parameters });
    expect(warnings.map(({ path }) => path)).toEqual(['recovery.distributive']);
    const sorted = rows.recovery.map(({ distributive = 0 }) => distributive).sort((a, b) => a - b);
    // Type 7 of Hyndman & Fan at .005 of 240 rows: the place is 1.195.
    const low = 0.805 * (sorted[1] as number) + 0.195 * (sorted[2] as number);
    expect(parameters.domain?.distributive?.[0]).toBeCloseTo(low, 12);
  });

  it('does not hang on other columns, nor on the order of rows', () => {
    const turned = rows.switching.map((row) => ({ ...row, country: 'ch' })).reverse();
    const { parameters } = fitSwitching(turned, names).parameters;
    for (const [name, { value }] of Object.entries(fits.switching.parameters.parameters)) {
      expect(parameters[name as keyof typeof parameters].value).toBeCloseTo(value, 9);
    }
  });
});

describe('the comparison', () => {
  const mean = (x: readonly number[]) => x.reduce((sum, one) => sum + one, 0) / x.length;

  it("holds the default's losses as its predictions have them", () => {
    const chances = rows.switching.map(({ expected, outcome, stage, left, ...offer }) => {
      const { promised, credibility, market } = offer;
      const going = { promised, credibility, market };
      const { chance } = predictSwitching({ expected, outcome, stage }, going);
      return -Math.log(left ? chance : 1 - chance);
    });
    expect(fits.switching.comparison.default).toBeCloseTo(mean(chances), 12);
    const squares = rows.recovery.map(({ before, recovered, customer: _, ...failure }) => {
      const was = { satisfaction: before, outcome: 'met', stage: 'long-term' } as const;
      return (recovered - predictRecovery(was, failure).satisfaction.recovered) ** 2;
    });
    expect(fits.recovery.comparison.default).toBeCloseTo(mean(squares), 10);
    const both = rows.wordOfMouth.map(({ positive, negative, ...customer }) => {
      const told = predictWordOfMouth(customer);
      return (positive - told.positive) ** 2 + (negative - told.negative) ** 2;
    });
    expect(fits.wordOfMouth.comparison.default).toBeCloseTo(mean(both), 10);
    const answers = rows.intentions.flatMap(({ complain, satisfaction, outcome, stage }) => {
      if (typeof complain !== 'number') return [];
      const { complain: chance } = predictIntention({ satisfaction, outcome, stage });
      return [-Math.log(complain === 1 ? chance : 1 - chance)];
    });
    expect(fits.intentions.comparison.complain?.default).toBeCloseTo(mean(answers), 12);
  });

  it('recommends the fit where it gains more than one standard error', () => {
    const { intentions, switching, wordOfMouth, recovery } = fits;
    const all = [
      ...Object.values(intentions.comparison),
      ...[switching, wordOfMouth, recovery].map(({ comparison }) => comparison),
    ];
    for (const one of all) {
      if (one === null) throw new Error('not compared');
      expect(one.gain).toBeCloseTo(one.default - one.learnt, 12);
      expect(one.standardError).toBeGreaterThan(0);
      const isBetter = one.gain > one.standardError;
      expect(one.recommended).toBe(isBetter ? 'learnt' : 'default');
    }
    expect(new Set(all.map((one) => one?.recommended))).toContain('learnt');
  });

  it('recommends the default where rows follow it', () => {
    const follow = rows.switching.map(({ left: _, ...row }, i) => {
      const { expected, outcome, stage, promised, credibility, market } = row;
      const offer = { promised, credibility, market };
      const { chance } = predictSwitching({ expected, outcome, stage }, offer);
      return { ...row, left: chance > ((i * 61) % 240) / 240 };
    });
    expect(fitSwitching(follow, names).comparison.recommended).toBe('default');
    expect(fitSwitching(follow.slice(0, 20), names).comparison.recommended).toBe('default');
  });

  it('parts customers, not rows: who answers twice alike foresees nothing', () => {
    // Each row twice: where its double is in another fold, a fit knows the answer.
    const twice = rows.switching.slice(0, 30).flatMap((row) => [row, row]);
    const named = twice.map((row, i) => ({ ...row, customer: i >> 1 }));
    const apart = fitSwitching(named, names);
    expect(apart.comparison.learnt).toBeGreaterThan(
      1.05 * fitSwitching(twice, names).comparison.learnt,
    );
    const once = fitSwitching(rows.switching.slice(0, 30), names);
    expect(apart.customers).toBe(30);
    const [one, other] = [apart, once].map(
      ({ parameters }) => parameters.parameters.perPoint.standardError,
    );
    expect(one).toBeCloseTo(other as number, 9);
  });

  it('deals other folds by another seed, and as many as are asked for', () => {
    const other = fitSwitching(rows.switching, { ...names, seed: 2 });
    expect(other.parameters).toEqual(fits.switching.parameters);
    expect(other.comparison.learnt).not.toBe(fits.switching.comparison.learnt);
    const ten = fitSwitching(rows.switching, { ...names, folds: 10 });
    expect(ten.comparison.learnt).not.toBe(fits.switching.comparison.learnt);
  });
});

it('narrows intervals where less confidence is asked for', () => {
  const { intervals } = fitRecovery(rows.recovery, { ...names, confidence: 0.5 });
  const wide = fits.recovery.intervals.distributive;
  const width = (of: typeof wide) => (of?.high ?? 0) - (of?.low ?? 0);
  // Quantiles of the normal at .75 and .975.
  expect(width(intervals.distributive) / width(wide)).toBeCloseTo(0.67449 / 1.959964, 5);
});
