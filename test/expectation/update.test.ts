import { type Expectation, formExpectation, updateExpectation } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { customer, given, later, moved, tuned } from './given';

const close = (value: number) => expect.closeTo(value, 10);

describe('experience and information', () => {
  // MODELS.md section 1, golden: prior (60, 100), x = 45, s2 = 50 gives K .6667, mean 50, variance 33.333.
  it.each(['experience', 'information', 'promise'] as const)('%s is a Kalman step', (kind) => {
    const sd = Math.sqrt(50);
    const event =
      kind === 'experience' ? { kind, perceived: 45, sd } : ({ kind, level: 45, sd } as const);
    const { mean, variance } = moved(given(), event).will;
    expect((mean - 60) / (45 - 60)).toBeCloseTo(2 / 3, 12);
    expect(mean).toBeCloseTo(50, 12);
    expect(variance).toBeCloseTo(100 / 3, 12);
  });

  it('weigh by the parameters where they carry no spread: an experience more than hearsay', () => {
    const informed = moved(given(), { kind: 'information', level: 30 }).will;
    expect(informed).toEqual({ mean: close(60 - 30 * (100 / 500)), variance: close(80) });
    const promised = moved(given(), { kind: 'promise', level: 30 }).will;
    expect(promised).toEqual(informed);
    const lived = moved(given(), { kind: 'experience', perceived: 30 }).will;
    expect(lived).toEqual({
      mean: close(60 - 30 * (100 / 325)),
      variance: close((100 * 225) / 325),
    });
    const parameters = tuned({ experienceSd: 5, informationSd: 10 });
    const strict = moved(given(), { kind: 'experience', perceived: 30 }, parameters);
    expect(strict.will.mean).toBeCloseTo(60 - 30 * (100 / 125), 10);
    const heard = moved(given(), { kind: 'information', level: 30 }, parameters);
    expect(heard.will.mean).toBeCloseTo(45, 10);
  });

  it('leave a customer who is certain as they are', () => {
    const certain = given({ will: { mean: 60, variance: 0 } });
    expect(moved(certain, { kind: 'information', level: 0 }).will).toEqual(certain.will);
  });

  it('move adequate in part: up by points, down in proportion', () => {
    // will 60 -> 66: half of 6 more; will 60 -> 54: half of a tenth less
    expect(moved(given(), { kind: 'information', level: 90 }).adequate).toBeCloseTo(43, 10);
    expect(moved(given(), { kind: 'information', level: 30 }).adequate).toBeCloseTo(38, 10);
    const parameters = tuned({ adequateFollows: 0 });
    expect(moved(given(), { kind: 'information', level: 30 }, parameters).adequate).toBe(40);
    const closely = tuned({ adequateFollows: 1 });
    expect(moved(given(), { kind: 'information', level: 30 }, closely).adequate).toBeCloseTo(
      36,
      10,
    );
  });

  it('never lift adequate over should', () => {
    const narrow = given({ should: 61, adequate: 60.9 });
    expect(moved(narrow, { kind: 'information', level: 64 }).adequate).toBe(61);
  });

  it('carry should along when will overtakes it', () => {
    const { will, should } = moved(given({ should: 62 }), { kind: 'information', level: 100 });
    expect(will.mean).toBeCloseTo(68, 10);
    expect(should).toBe(will.mean);
  });
});

describe('an experience', () => {
  it('above should lifts it by half of the surprise (the ratchet)', () => {
    expect(moved(given(), { kind: 'experience', perceived: 90 }).should).toBeCloseTo(85, 10);
    const parameters = tuned({ shouldRise: 1 });
    expect(moved(given(), { kind: 'experience', perceived: 90 }, parameters).should).toBe(90);
  });

  it.each([80, 60, 0])('of %d, no higher than should, leaves it', (perceived) => {
    expect(moved(given(), { kind: 'experience', perceived }).should).toBe(80);
  });

  it('settles the promise, and makes a never-used customer a first-use one', () => {
    const event = { kind: 'experience', perceived: 70, needMet: true } as const;
    const newcomer = given({ stage: 'never-used', promised: 95 });
    expect(moved(newcomer, event)).toMatchObject({ stage: 'first-use', promised: null });
    expect(moved(given({ stage: 'first-use' }), event).stage).toBe('first-use');
    expect(moved(given({ stage: 'long-term' }), event).stage).toBe('long-term');
  });
});

describe('a promise', () => {
  it('is what the next experience is held to', () => {
    const { promised, stage } = moved(given({ stage: 'never-used', promised: 50 }), {
      kind: 'promise',
      level: 95,
    });
    expect([promised, stage]).toEqual([95, 'never-used']);
  });

  it('stays through information, offers and needs', () => {
    const held = given({ promised: 95 });
    expect(moved(held, { kind: 'information', level: 10 }).promised).toBe(95);
    expect(moved(held, { kind: 'competitorOffer', level: 10 }).promised).toBe(95);
    expect(moved(held, { kind: 'need', need: 'safety', level: 10 }).promised).toBe(95);
  });
});

describe('an offer and a need', () => {
  it('lift should to all of the offer and something on top (D6)', () => {
    expect(moved(given(), { kind: 'competitorOffer', level: 90 })).toEqual(given({ should: 91 }));
    const doubted = { kind: 'competitorOffer', level: 90, reliability: 0.5 } as const;
    expect(moved(given(), doubted).should).toBeCloseTo(85.5, 10);
    expect(moved(given(), { ...doubted, reliability: 0 })).toEqual(given());
    const parameters = tuned({ competitorExtra: 0 });
    expect(moved(given(), { ...doubted, reliability: 1 }, parameters).should).toBe(90);
  });

  it('lift should to what the need calls for, which becomes the dominant one (D7, D17)', () => {
    const before = given({ dominantNeed: 'comfort' });
    expect(moved(before, { kind: 'need', need: 'safety', level: 90 })).toEqual(
      given({ should: 90, dominantNeed: 'safety' }),
    );
    expect(moved(before, { kind: 'need', need: 'a quiet room', level: 20 })).toEqual(
      given({ dominantNeed: 'a quiet room' }),
    );
  });

  it('never lower it', () => {
    expect(moved(given(), { kind: 'competitorOffer', level: 70 }).should).toBe(80);
    expect(moved(given(), { kind: 'need', need: 'safety', level: 70 }).should).toBe(80);
  });
});

describe('time', () => {
  it('makes will less certain and nothing else of it', () => {
    expect(later(given(), 30).will).toEqual({ mean: 60, variance: 100 + 30 * 0.75 });
    const parameters = tuned({ driftVariancePerDay: 2 });
    expect(later(given(), 30, parameters).will.variance).toBe(160);
  });

  it('halves the lead of should over will every year', () => {
    expect(later(given(), 365).should).toBeCloseTo(70, 10);
    expect(later(given(), 730).should).toBeCloseTo(65, 10);
    const parameters = tuned({ shouldHalfLifeDays: 10 });
    expect(later(given(), 5, parameters).should).toBeCloseTo(60 + 20 * Math.SQRT1_2, 10);
    expect(later(given(), 1e6).should).toBeCloseTo(60, 10);
  });

  it('takes adequate down only when should falls below it', () => {
    expect(later(given(), 3650).adequate).toBe(40);
    const proud = later(given({ adequate: 78 }), 365);
    expect(proud.adequate).toBe(proud.should);
  });

  it('passes before the event', () => {
    const { will } = updateExpectation(
      given(),
      { kind: 'information', level: 30 },
      { elapsedDays: 100 },
    );
    expect(will.mean).toBeCloseTo(60 - 30 * (175 / 575), 10);
    const { should } = updateExpectation(
      given(),
      { kind: 'experience', perceived: 80 },
      { elapsedDays: 365 },
    );
    // the lead has halved to 70 when 80 surprises by 10
    expect(should).toBeCloseTo(75, 10);
  });
});

describe('what stays', () => {
  it('is the dominant factor, the need and, but for the parameters used, all else', () => {
    const before: Expectation = formExpectation(customer({ wordOfMouth: 80 }));
    const result = moved(before, { kind: 'information', level: 70 }, tuned({ tolerance: 0.1 }));
    expect(result).toEqual({
      ...before,
      will: expect.anything(),
      adequate: expect.any(Number),
      parameters: 'test/tuned',
    });
  });
});
