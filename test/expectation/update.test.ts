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
    const { mean, variance } = moved(given(), event).predicted;
    expect((mean - 60) / (45 - 60)).toBeCloseTo(2 / 3, 12);
    expect(mean).toBeCloseTo(50, 12);
    expect(variance).toBeCloseTo(100 / 3, 12);
  });

  it('weigh by the parameters where they carry no spread: an experience more than hearsay', () => {
    const informed = moved(given(), { kind: 'information', level: 30 }).predicted;
    expect(informed).toEqual({ mean: close(60 - 30 * (100 / 500)), variance: close(80) });
    const promised = moved(given(), { kind: 'promise', level: 30 }).predicted;
    expect(promised).toEqual(informed);
    const lived = moved(given(), { kind: 'experience', perceived: 30 }).predicted;
    expect(lived).toEqual({
      mean: close(60 - 30 * (100 / 325)),
      variance: close((100 * 225) / 325),
    });
    const parameters = tuned({ experienceSd: 5, informationSd: 10 });
    const strict = moved(given(), { kind: 'experience', perceived: 30 }, parameters);
    expect(strict.predicted.mean).toBeCloseTo(60 - 30 * (100 / 125), 10);
    const heard = moved(given(), { kind: 'information', level: 30 }, parameters);
    expect(heard.predicted.mean).toBeCloseTo(45, 10);
  });

  it('leave a customer who is certain as they are', () => {
    const certain = given({ predicted: { mean: 60, variance: 0 } });
    expect(moved(certain, { kind: 'information', level: 0 }).predicted).toEqual(certain.predicted);
  });

  it('move adequate in part: up by points, down in proportion', () => {
    // predicted 60 -> 66: half of 6 more; predicted 60 -> 54: half of a tenth less
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

  it('never lift adequate over desired', () => {
    const narrow = given({ desired: 61, adequate: 60.9 });
    expect(moved(narrow, { kind: 'information', level: 64 }).adequate).toBe(61);
  });

  it('carry desired along when predicted overtakes it', () => {
    const { predicted, desired } = moved(given({ desired: 62 }), {
      kind: 'information',
      level: 100,
    });
    expect(predicted.mean).toBeCloseTo(68, 10);
    expect(desired).toBe(predicted.mean);
  });
});

describe('an experience', () => {
  it('above desired lifts it by half of the surprise (the ratchet)', () => {
    expect(moved(given(), { kind: 'experience', perceived: 90 }).desired).toBeCloseTo(85, 10);
    const parameters = tuned({ desiredRise: 1 });
    expect(moved(given(), { kind: 'experience', perceived: 90 }, parameters).desired).toBe(90);
  });

  it.each([80, 60, 0])('of %d, no higher than desired, leaves it', (perceived) => {
    expect(moved(given(), { kind: 'experience', perceived }).desired).toBe(80);
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
  it('lift desired to all of the offer and something on top (D6)', () => {
    expect(moved(given(), { kind: 'competitorOffer', level: 90 })).toEqual(given({ desired: 91 }));
    const doubted = { kind: 'competitorOffer', level: 90, reliability: 0.5 } as const;
    expect(moved(given(), doubted).desired).toBeCloseTo(85.5, 10);
    expect(moved(given(), { ...doubted, reliability: 0 })).toEqual(given());
    const parameters = tuned({ competitorExtra: 0 });
    expect(moved(given(), { ...doubted, reliability: 1 }, parameters).desired).toBe(90);
  });

  it('lift desired to what the need calls for, which becomes the dominant one (D7, D17)', () => {
    const before = given({ dominantNeed: 'comfort' });
    expect(moved(before, { kind: 'need', need: 'safety', level: 90 })).toEqual(
      given({ desired: 90, dominantNeed: 'safety' }),
    );
    expect(moved(before, { kind: 'need', need: 'a quiet room', level: 20 })).toEqual(
      given({ dominantNeed: 'a quiet room' }),
    );
  });

  it('never lower it', () => {
    expect(moved(given(), { kind: 'competitorOffer', level: 70 }).desired).toBe(80);
    expect(moved(given(), { kind: 'need', need: 'safety', level: 70 }).desired).toBe(80);
  });
});

describe('time', () => {
  it('makes predicted less certain and nothing else of it', () => {
    expect(later(given(), 30).predicted).toEqual({ mean: 60, variance: 100 + 30 * 0.75 });
    const parameters = tuned({ driftVariancePerDay: 2 });
    expect(later(given(), 30, parameters).predicted.variance).toBe(160);
  });

  it('halves the lead of desired over predicted every year', () => {
    expect(later(given(), 365).desired).toBeCloseTo(70, 10);
    expect(later(given(), 730).desired).toBeCloseTo(65, 10);
    const parameters = tuned({ desiredHalfLifeDays: 10 });
    expect(later(given(), 5, parameters).desired).toBeCloseTo(60 + 20 * Math.SQRT1_2, 10);
    expect(later(given(), 36_525).desired).toBeCloseTo(60, 10);
  });

  it('takes adequate down only when desired falls below it', () => {
    expect(later(given(), 3650).adequate).toBe(40);
    const proud = later(given({ adequate: 78 }), 365);
    expect(proud.adequate).toBe(proud.desired);
  });

  it('passes before the event', () => {
    const { predicted } = updateExpectation(
      given(),
      { kind: 'information', level: 30 },
      { elapsedDays: 100 },
    );
    expect(predicted.mean).toBeCloseTo(60 - 30 * (175 / 575), 10);
    const { desired } = updateExpectation(
      given(),
      { kind: 'experience', perceived: 80 },
      { elapsedDays: 365 },
    );
    // the lead has halved to 70 when 80 surprises by 10
    expect(desired).toBeCloseTo(75, 10);
  });
});

describe('what stays', () => {
  it('is the dominant factor, the need and, but for the parameters used, all else', () => {
    const before: Expectation = formExpectation(customer({ wordOfMouth: 80 }));
    const result = moved(before, { kind: 'information', level: 70 }, tuned({ tolerance: 0.1 }));
    expect(result).toEqual({
      ...before,
      predicted: expect.anything(),
      adequate: expect.any(Number),
      parameters: 'test/tuned',
    });
  });
});

it('a customer who expects nothing and gets nothing still accepts as much', () => {
  const nothing = given({ predicted: { mean: 0, variance: 100 } });
  expect(moved(nothing, { kind: 'experience', perceived: 0 }).adequate).toBe(nothing.adequate);
});
