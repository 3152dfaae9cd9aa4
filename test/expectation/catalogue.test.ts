import {
  factorNames,
  factors,
  predictedFactors,
  stageNames,
  stages,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';

/** Fails unless a value and all it holds are frozen. */
function expectFrozen(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  expect(Object.isFrozen(value)).toBe(true);
  Object.values(value).forEach(expectFrozen);
}

// DOMAIN.md rows D1 to D11; the registers as MODELS.md section 1 assigns them.
describe('the factors', () => {
  it('are the eleven of D1 to D11, each in its register', () => {
    expect(factorNames.map((name) => [name, factors[name].register])).toEqual([
      ['wordOfMouth', 'predicted'],
      ['advertising', 'predicted'],
      ['companyPromise', 'predicted'],
      ['rolePerception', 'adequate'],
      ['pastExperience', 'predicted'],
      ['competitorOffer', 'desired'],
      ['personalNeeds', 'desired'],
      ['price', 'predicted'],
      ['ownJudgement', 'predicted'],
      ['firstImpression', 'predicted'],
      ['longTermExperience', 'predicted'],
    ]);
  });

  it('rank only those that inform the predicted level', () => {
    expect(predictedFactors).toEqual(
      factorNames.filter((name) => factors[name].register === 'predicted'),
    );
    expect(predictedFactors).toHaveLength(8);
  });

  it('say what they mean', () => {
    const meanings = factorNames.map((name) => factors[name].meaning);
    expect(new Set(meanings).size).toBe(11);
    for (const meaning of meanings) expect(meaning.length).toBeGreaterThan(15);
  });

  it('are data that nobody can change', () => {
    expectFrozen(factors);
    expectFrozen(factorNames);
    expectFrozen(predictedFactors);
  });
});

// DOMAIN.md rows D12 to D14.
describe('the stages', () => {
  it('name their factors in order of influence', () => {
    expect(stageNames.map((name) => [name, ...stages[name].order])).toEqual([
      ['never-used', 'wordOfMouth', 'advertising', 'ownJudgement'],
      ['first-use', 'firstImpression', 'wordOfMouth', 'advertising'],
      ['long-term', 'longTermExperience', 'ownJudgement', 'wordOfMouth'],
    ]);
  });

  it('count advertising as a promise until the first use is over, the word of the company always', () => {
    expect(stages['never-used'].promises).toEqual(['advertising', 'companyPromise']);
    expect(stages['first-use'].promises).toEqual(['advertising', 'companyPromise']);
    expect(stages['long-term'].promises).toEqual(['companyPromise']);
  });

  it('know what takes a use: neither a first impression nor a long experience before one', () => {
    expect(stageNames.map((name) => stages[name].notYet)).toEqual([
      ['firstImpression', 'longTermExperience'],
      [],
      [],
    ]);
  });

  it('say what the company does', () => {
    expect(stageNames.map((name) => stages[name].advice.map(({ code }) => code))).toEqual([
      ['nurture-word-of-mouth', 'advertise-with-care'],
      ['meet-the-need', 'keep-advertised-promises'],
      ['stay-close', 'recover-failures-well'],
    ]);
    const meanings = stageNames.flatMap((name) =>
      stages[name].advice.map(({ meaning }) => meaning),
    );
    for (const meaning of meanings) expect(meaning.length).toBeGreaterThan(15);
  });

  it('are data that nobody can change', () => {
    expectFrozen(stages);
    expectFrozen(stageNames);
  });
});
