import {
  equalWeights,
  formExpectation,
  rankSum,
  type Signals,
  type Stage,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { customer, tuned } from './given';

const form = (signals: Signals, stage: Stage = 'never-used') =>
  formExpectation(customer(signals, stage));

// MODELS.md section 1, worked by hand with weights 11/18, 5/18, 2/18 and 1/18 for any other factor.
describe('predicted', () => {
  it('is the mean of the levels, weighted by stage and reliability', () => {
    const { predicted } = form({
      wordOfMouth: 80,
      advertising: 95,
      ownJudgement: { level: 60, reliability: 0.5 },
    });
    // weights 11, 5, 1 of 17
    expect(predicted.mean).toBeCloseTo((11 * 80 + 5 * 95 + 60) / 17, 12);
    const disagreement =
      (11 * (80 - predicted.mean) ** 2 +
        5 * (95 - predicted.mean) ** 2 +
        (60 - predicted.mean) ** 2) /
      17;
    const noise = ((11 ** 2 + 5 ** 2 + 1) / 17 ** 2) * 15 ** 2;
    expect(predicted.variance).toBeCloseTo(disagreement + noise, 10);
  });

  it('counts every other factor at half the last one named', () => {
    const { predicted } = form({ wordOfMouth: 80, pastExperience: 20 });
    expect(predicted.mean).toBeCloseTo((11 * 80 + 20) / 12, 12);
  });

  it('hears each stage differently', () => {
    const signals = { wordOfMouth: 80, firstImpression: 40, longTermExperience: 60 };
    const { wordOfMouth } = signals;
    expect(form({ wordOfMouth, pastExperience: 40, price: at50 }).predicted.mean).toBeCloseTo(
      (11 * 80 + 40 + 50) / 13,
      12,
    );
    expect(form(signals, 'first-use').predicted.mean).toBeCloseTo((5 * 80 + 11 * 40 + 60) / 17, 12);
    expect(form(signals, 'long-term').predicted.mean).toBeCloseTo((2 * 80 + 40 + 11 * 60) / 14, 12);
  });

  it("is as uncertain as its signals' own spreads", () => {
    expect(form({ wordOfMouth: 80 }).predicted.variance).toBeCloseTo(225, 10);
    expect(form({ wordOfMouth: { level: 80, sd: 4 } }).predicted.variance).toBeCloseTo(16, 12);
    expect(form({ wordOfMouth: { level: 80, sd: 0 } }).predicted.variance).toBe(0);
    const parameters = tuned({ signalSd: 10 });
    const signals = { wordOfMouth: 80, advertising: { level: 80, sd: 2 } };
    const { predicted } = formExpectation(customer(signals), { parameters });
    expect(predicted.variance).toBeCloseTo((11 ** 2 * 10 ** 2 + 5 ** 2 * 2 ** 2) / 16 ** 2, 10);
  });

  it('takes a price with its reliability and spread', () => {
    const price = { amount: 300, reference: 100, reliability: 0.5, sd: 2 };
    const { predicted } = form({ price, pastExperience: { level: 45, sd: 6 } });
    expect(predicted.mean).toBeCloseTo((0.5 * 75 + 45) / 1.5, 12);
    const disagreement = (0.5 * (75 - 55) ** 2 + (45 - 55) ** 2) / 1.5;
    expect(predicted.variance).toBeCloseTo(disagreement + (0.5 ** 2 * 4 + 36) / 1.5 ** 2, 10);
  });

  it('takes another method and another order', () => {
    const input = customer({ wordOfMouth: 80, advertising: 95 });
    expect(formExpectation(input, { method: rankSum }).predicted.mean).toBeCloseTo(86, 12);
    expect(formExpectation(input, { order: ['advertising'] }).predicted.mean).toBeCloseTo(90, 12);
    const tied = formExpectation(input, { order: [['advertising', 'wordOfMouth']] });
    expect(tied.predicted.mean).toBeCloseTo(87.5, 12);
  });
});

describe('what the expectation carries', () => {
  it('names its stage and parameters', () => {
    expect(form({ wordOfMouth: 80 }, 'first-use')).toMatchObject({
      stage: 'first-use',
      parameters: 'expectation/assumed-1',
    });
    const { parameters } = formExpectation(customer({ wordOfMouth: 80 }), {
      parameters: tuned({ signalSd: 10 }),
    });
    expect(parameters).toBe('test/tuned');
  });

  it('counts advertising as a promise until the first use is over (D2)', () => {
    const signals = { advertising: 95, wordOfMouth: 99, companyPromise: 70 };
    expect(form(signals).promised).toBe(95);
    expect(form(signals, 'first-use').promised).toBe(95);
    expect(form(signals, 'long-term').promised).toBe(70);
    expect(form({ advertising: 95 }, 'long-term').promised).toBeNull();
  });

  it('holds the company to the higher promise, and to none that is not believed (D3)', () => {
    expect(form({ advertising: 60, companyPromise: 70 }).promised).toBe(70);
    const unbelieved = { level: 95, reliability: 0 };
    expect(form({ advertising: unbelieved, companyPromise: 70 }).promised).toBe(70);
    expect(form({ advertising: unbelieved, wordOfMouth: 70 }).promised).toBeNull();
    expect(form({ wordOfMouth: 70, firstImpression: 80 }, 'first-use').promised).toBeNull();
    expect(form({ companyPromise: 0 }).promised).toBe(0);
  });
});

describe('the dominant factor', () => {
  it('has the greatest weight times reliability', () => {
    expect(form({ advertising: 1, wordOfMouth: 2, ownJudgement: 99 }).dominantFactor).toBe(
      'wordOfMouth',
    );
    // 11 x 0.4 < 5
    expect(
      form({ wordOfMouth: { level: 99, reliability: 0.4 }, advertising: 1 }).dominantFactor,
    ).toBe('advertising');
    expect(
      form({ wordOfMouth: { level: 99, reliability: 0 }, price: { amount: 1, reference: 1 } })
        .dominantFactor,
    ).toBe('price');
  });

  it('is the one the stage names first, of those that weigh the same', () => {
    const signals = { wordOfMouth: 50, ownJudgement: 50, advertising: 50 };
    const options = { method: equalWeights };
    const at = (more: Signals, stage: Stage) =>
      formExpectation(customer({ ...signals, ...more }, stage), options).dominantFactor;
    expect(at({}, 'never-used')).toBe('wordOfMouth');
    expect(at({ firstImpression: 50 }, 'first-use')).toBe('firstImpression');
  });

  it('is the first of the catalogue, of those that weigh the same and are not named', () => {
    const at = (signals: Signals) => form(signals, 'first-use').dominantFactor;
    expect(at({ longTermExperience: 50, pastExperience: 50 })).toBe('pastExperience');
    const price = { amount: 1, reference: 1 };
    expect(at({ longTermExperience: 50, price })).toBe('price');
  });

  it('follows an order of your own', () => {
    const { dominantFactor } = formExpectation(customer({ wordOfMouth: 50, price: at50 }), {
      order: ['price', 'wordOfMouth'],
    });
    expect(dominantFactor).toBe('price');
  });

  it('breaks a tie by an order of your own', () => {
    const { dominantFactor } = formExpectation(customer({ wordOfMouth: 50, advertising: 50 }), {
      order: ['advertising', 'wordOfMouth'],
      method: equalWeights,
    });
    expect(dominantFactor).toBe('advertising');
  });
});

const at50 = { amount: 1, reference: 1 };

describe('no signal', () => {
  const refused = {
    code: 'no-signal',
    function: 'formExpectation',
    path: 'signals',
    expected: expect.stringMatching(/^a signal with a weight and a reliability above 0 among word/),
  };
  const unbelieved = { level: 80, reliability: 0 };

  it.each<[Signals]>([
    [{}],
    [{ wordOfMouth: undefined }],
    [{ wordOfMouth: unbelieved, price: { ...at50, reliability: 0 } }],
    [{ competitorOffer: 90, rolePerception: 80, personalNeeds: { needs: { safety: 90 } } }],
  ])('is refused: %j', (signals) => {
    const given = JSON.parse(JSON.stringify(signals));
    expect(refusal(() => form(signals))).toMatchObject({ ...refused, value: given });
  });

  it('asks a newcomer for none that takes a use', () => {
    const asked = (stage: Stage) => refusal(() => formExpectation({ stage, signals: {} })).expected;
    for (const factor of ['firstImpression', 'longTermExperience']) {
      expect(asked('never-used')).not.toContain(factor);
      expect(asked('first-use')).toContain(factor);
    }
  });

  it('is refused too when no factor given has a weight', () => {
    const parameters = tuned({ otherFactorShare: 0 });
    const input = customer({ price: at50 });
    expect(refusal(() => formExpectation(input, { parameters }))).toMatchObject(refused);
  });
});
