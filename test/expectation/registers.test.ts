import { formExpectation, type NeedsSignal, type Signals } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { customer, tuned } from './given';

/** The predicted level is 60, the wish above it 68 (aspiration 0.2), what is tolerated below it 48 (tolerance 0.2). */
const form = (signals: Signals, values: Parameters<typeof tuned>[0] = {}) =>
  formExpectation(customer({ wordOfMouth: 60, ...signals }), { parameters: tuned(values) });
const desired = (signals: Signals, values = {}) => form(signals, values).desired;
const adequate = (signals: Signals, values = {}) => form(signals, values).adequate;

describe('desired', () => {
  it('lies above predicted by the aspiration', () => {
    expect(desired({})).toBeCloseTo(68, 12);
    expect(desired({}, { aspiration: 0 })).toBe(60);
    expect(desired({}, { aspiration: 1 })).toBe(100);
  });
});

describe("a competitor's offer (D6)", () => {
  it('is expected in full, with something on top', () => {
    // 80 and a tenth of the 20 left
    expect(desired({ competitorOffer: 80 })).toBeCloseTo(82, 12);
    expect(desired({ competitorOffer: 80 }, { competitorExtra: 0 })).toBeCloseTo(80, 12);
    expect(desired({ competitorOffer: 80 }, { competitorExtra: 0.5 })).toBeCloseTo(90, 12);
    expect(desired({ competitorOffer: 100 })).toBe(100);
  });

  it('counts as far as it is believed', () => {
    const competitorOffer = { level: 80, reliability: 0.5 };
    expect(desired({ competitorOffer })).toBeCloseTo(68 + 0.5 * 14, 12);
    expect(desired({ competitorOffer: { level: 80 } })).toBeCloseTo(82, 12);
  });

  it('moves nothing when it is no better than what is wished for already', () => {
    expect(desired({ competitorOffer: 60 })).toBe(desired({}));
    expect(desired({ competitorOffer: 0 })).toBe(desired({}));
  });

  it('leaves predicted and adequate alone', () => {
    const [without, beside] = [form({}), form({ competitorOffer: 95 })];
    expect([beside.predicted, beside.adequate]).toEqual([without.predicted, without.adequate]);
  });
});

describe('needs (D7)', () => {
  const needs = (needs: NeedsSignal['needs'], rest: Omit<NeedsSignal, 'needs'> = {}): Signals => ({
    personalNeeds: { needs, ...rest },
  });

  it('raise desired to what the dominant one calls for', () => {
    const expectation = form(needs({ comfort: 70, safety: 90 }));
    expect(expectation.desired).toBeCloseTo(90, 12);
    expect(expectation.dominantNeed).toBe('safety');
    expect(expectation.predicted).toEqual(form({}).predicted);
  });

  it('know a dominant one that is named, even if it calls for less', () => {
    const expectation = form(needs({ comfort: 75, safety: 90 }, { dominant: 'comfort' }));
    expect(expectation.desired).toBeCloseTo(75, 12);
    expect(expectation.dominantNeed).toBe('comfort');
  });

  it('count as far as they are certain', () => {
    expect(desired(needs({ safety: 90 }, { reliability: 0.5 }))).toBeCloseTo(79, 12);
  });

  it('move nothing when they call for less than is wished for, yet one is dominant', () => {
    const expectation = form(needs({ safety: 30 }));
    expect(expectation.desired).toBe(desired({}));
    expect(expectation.dominantNeed).toBe('safety');
  });

  it('are an open list', () => {
    expect(form(needs({ 'a quiet room': 90, comfort: 0 })).dominantNeed).toBe('a quiet room');
    expect(form({}).dominantNeed).toBeNull();
  });

  it('refuse a tie rather than guess, unless one is named', () => {
    const tied = { safety: 90, comfort: 90, prestige: 10 };
    expect(refusal(() => form(needs(tied)))).toMatchObject({
      code: 'ambiguous',
      function: 'formExpectation',
      path: 'signals.personalNeeds.needs',
      value: tied,
      expected: "one highest level, or dominant: 'safety' or 'comfort'",
    });
    expect(form(needs(tied, { dominant: 'comfort' })).dominantNeed).toBe('comfort');
    expect(form(needs({ ...tied, prestige: 95 })).dominantNeed).toBe('prestige');
  });

  it.each(['prestige', 'toString'])('refuse %s as dominant when it is not among them', (name) => {
    const signal = needs({ safety: 90, comfort: 50 }, { dominant: name });
    expect(refusal(() => form(signal))).toMatchObject({
      code: 'unknown-name',
      path: 'signals.personalNeeds.dominant',
      value: name,
      expected: 'one of the needs given: safety, comfort',
    });
  });

  it('refuse an empty list', () => {
    expect(refusal(() => form(needs({})))).toMatchObject({
      code: 'missing',
      path: 'signals.personalNeeds.needs',
      value: {},
      expected: 'at least one need',
    });
  });

  it('and an offer do not add up: whichever asks for more decides', () => {
    expect(desired({ competitorOffer: 80, ...needs({ safety: 75 }) })).toBeCloseTo(82, 12);
    expect(desired({ competitorOffer: 80, ...needs({ safety: 90 }) })).toBeCloseTo(90, 12);
  });
});

describe('the role (D4)', () => {
  it('moves nothing when it is neutral or unknown', () => {
    expect(adequate({})).toBeCloseTo(48, 12);
    expect(adequate({ rolePerception: 50 })).toBe(adequate({}));
    expect(adequate({ rolePerception: 30 }, { neutralRole: 30 })).toBe(adequate({}));
  });

  it('of a king raises the minimum towards desired', () => {
    expect(adequate({ rolePerception: 100 })).toBeCloseTo(48 + 0.5 * 20, 12);
    expect(adequate({ rolePerception: 75 })).toBeCloseTo(48 + 0.25 * 20, 12);
    expect(adequate({ rolePerception: 100, competitorOffer: 80 })).toBeCloseTo(48 + 17, 12);
  });

  it('of a humble buyer lowers it towards nothing', () => {
    expect(adequate({ rolePerception: 0 })).toBeCloseTo(24, 12);
    expect(adequate({ rolePerception: 25 })).toBeCloseTo(36, 12);
  });

  it('counts as far as it is certain, and as the parameters say', () => {
    expect(adequate({ rolePerception: { level: 100, reliability: 0.5 } })).toBeCloseTo(53, 12);
    expect(adequate({ rolePerception: { level: 0, reliability: 0.5 } })).toBeCloseTo(36, 12);
    // neutral at 20: 60 is half of the way up, 10 half of the way down
    expect(adequate({ rolePerception: 60 }, { neutralRole: 20 })).toBeCloseTo(53, 12);
    expect(adequate({ rolePerception: 10 }, { neutralRole: 20 })).toBeCloseTo(36, 12);
    expect(adequate({ rolePerception: 0 }, { roleInfluence: 1 })).toBe(0);
    expect(adequate({ rolePerception: 100 }, { roleInfluence: 0 })).toBe(adequate({}));
    expect(adequate({}, { tolerance: 1 })).toBe(0);
    expect(adequate({}, { tolerance: 0 })).toBe(60);
  });

  it('leaves predicted and desired alone', () => {
    const [without, king] = [form({}), form({ rolePerception: 100 })];
    expect([king.predicted, king.desired]).toEqual([without.predicted, without.desired]);
  });
});
