import fc from 'fast-check';
import { formExpectation } from 'overdeliver';
import { commonNeeds } from 'overdeliver/core';
import { type Answers, type Instrument, needProfile, needsInterview } from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { numbersIn } from './given';

it('asks twice about each of the eight needs, and which matters most', () => {
  const scales = needsInterview.items.filter((item) => item.kind === 'scale');
  expect(scales.map(({ dimension }) => dimension)).toEqual(
    commonNeeds.flatMap((need) => [need, need]),
  );
  const last = needsInterview.items.at(-1);
  expect(last?.kind === 'choice' && last.choices.map(({ value }) => value)).toEqual(commonNeeds);
});

describe('a profile', () => {
  it('has every need, highest first, with what it rests on', () => {
    const { needs, dominant, lead, named } = needProfile(needsInterview, {
      'comfort.1': 4,
      'comfort.2': 1,
      'safety.1': 7,
    });
    expect(needs.slice(0, 3)).toEqual([
      { need: 'safety', level: 100, n: 1, missing: 1 },
      { need: 'comfort', level: 25, n: 2, missing: 0 },
      { need: 'financialBenefit', level: null, n: 0, missing: 2 },
    ]);
    expect([dominant, lead, named]).toEqual(['safety', 75, null]);
  });

  // 1 / (1 + exp(-pi lead / (sd sqrt(3 (1 / 1 + 1 / 2))))), lead 25, sd 15: 1 / (1 + e^-2.46829)
  it('is as sure as the lead beside how far answers stray', () => {
    const answers = { 'safety.1': 4, 'comfort.1': 1, 'comfort.2': 4 };
    const at = (answerSd?: number) => needProfile(needsInterview, answers, { answerSd }).sureness;
    expect(at()).toBeCloseTo(1 / (1 + Math.exp((-Math.PI * 25) / (15 * Math.sqrt(4.5)))), 12);
    expect(at()).toBeCloseTo(0.9219, 4);
    expect(at(5)).toBeGreaterThan(at(15));
    expect(at(15)).toBe(at());
  });

  it('of a tie goes by what was named, or has no dominant need', () => {
    const tie = { 'safety.1': 6, 'prestige.1': 6 };
    expect(needProfile(needsInterview, tie)).toMatchObject({
      dominant: null,
      lead: null,
      sureness: 0,
      signal: null,
    });
    const named = needProfile(needsInterview, { ...tie, mostImportant: 'prestige' });
    expect(named).toMatchObject({
      dominant: 'prestige',
      lead: 0,
      sureness: 0.5,
      named: 'prestige',
    });
    const other = needProfile(needsInterview, { ...tie, mostImportant: 'comfort' });
    expect(other).toMatchObject({ dominant: null, named: 'comfort' });
  });

  it('of no answers is empty; of one need is sure and leads nothing', () => {
    expect(needProfile(needsInterview, {})).toMatchObject({ dominant: null, signal: null });
    const one = needProfile(needsInterview, { 'comfort.1': 2 });
    expect(one).toMatchObject({ dominant: 'comfort', lead: null, sureness: 1 });
  });

  it('goes straight into formExpectation', () => {
    const { signal } = needProfile(needsInterview, { 'safety.1': 7, 'comfort.1': 4 });
    expect(signal).toEqual({ needs: { safety: 100, comfort: 50 }, dominant: 'safety' });
    if (signal === null) throw new Error('no signal');
    const { desired } = formExpectation({
      stage: 'never-used',
      signals: { wordOfMouth: 40, personalNeeds: signal },
    });
    expect(desired).toBe(100);
  });

  it('of an interview of your own has its needs', () => {
    const scale = { min: 0, max: 10 };
    const own: Instrument = {
      id: 'own',
      items: [
        { kind: 'scale', id: 'q', text: 'Silence?', scale, dimension: 'silence' },
        { kind: 'scale', id: 'r', text: 'Age?', scale },
      ],
    };
    expect(needProfile(own, { q: 3, r: 9 }).signal).toEqual({
      needs: { silence: 30 },
      dominant: 'silence',
    });
    expect(refusal(() => needProfile({ ...own, items: own.items.slice(1) }, {}))).toMatchObject({
      code: 'missing',
      path: 'instrument',
    });
    expect(refusal(() => needProfile(own, { q: 11 })).path).toBe('answers.q');
  });

  it('stays on scale for any answers, and surest about the highest', () => {
    const ids = needsInterview.items.slice(0, -1).map(({ id }) => id);
    const any = fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 1, max: 7 }), {
      noNullPrototype: true,
    });
    holds(
      fc.property(any, (answers) => {
        const profile = needProfile(needsInterview, answers as Answers);
        expect(numbersIn(profile).every((x) => x >= 0 && x <= 100)).toBe(true);
        expect(profile.sureness).toBeLessThanOrEqual(1);
        const levels = profile.needs.map(({ level }) => level ?? -1);
        expect(levels).toEqual([...levels].sort((a, b) => b - a));
        if (profile.dominant === null) expect(profile.sureness).toBe(0);
        else expect(profile.signal?.needs[profile.dominant]).toBe(levels[0]);
      }),
    );
  });
});
