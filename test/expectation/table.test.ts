import { formExpectations } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { tuned } from './given';

describe('the table', () => {
  it('marks a row without an answer by NaN and its status', () => {
    const wordOfMouth = Float64Array.of(80, Number.NaN, 60);
    const table = formExpectations({
      stage: 'never-used',
      signals: {
        wordOfMouth: { level: wordOfMouth, reliability: Float64Array.of(1, 1, 0) },
        competitorOffer: Float64Array.of(90, 90, 90),
      },
    });
    expect(Array.from(table.status)).toEqual([0, 1, 1]);
    for (const row of [1, 2]) {
      expect(table.predictedMean[row]).toBeNaN();
      expect(table.predictedVariance[row]).toBeNaN();
      expect(table.desired[row]).toBeNaN();
      expect(table.adequate[row]).toBeNaN();
    }
  });

  it('has no level where there is no price, whatever the exponent', () => {
    const price = { amount: Float64Array.of(Number.NaN), reference: Float64Array.of(Number.NaN) };
    const parameters = tuned({ priceExponent: 0 });
    const table = formExpectations({ stage: 'never-used', signals: { price } }, { parameters });
    expect(Array.from(table.status)).toEqual([1]);
  });

  it('takes no rows at all', () => {
    const none = formExpectations({
      stage: new Uint8Array(0),
      signals: { wordOfMouth: new Float64Array(0) },
    });
    expect([none.predictedMean.length, none.status.length]).toEqual([0, 0]);
  });

  it('takes columns that nothing informs the predicted level in, and undefined as absent', () => {
    const { status } = formExpectations({
      stage: 'never-used',
      signals: { competitorOffer: Float64Array.of(90), wordOfMouth: undefined },
    });
    expect(Array.from(status)).toEqual([1]);
    const level = Float64Array.of(80);
    const { predictedMean } = formExpectations({
      stage: 'never-used',
      signals: { wordOfMouth: { level, reliability: undefined, sd: undefined } },
    });
    expect(Array.from(predictedMean)).toEqual([80]);
  });

  it('names its parameters, and leaves the columns as they were', () => {
    const level = Float64Array.of(80, 40);
    const at = Uint8Array.of(0, 2);
    const table = formExpectations(
      { stage: at, signals: { wordOfMouth: level } },
      { parameters: tuned({ aspiration: 0 }) },
    );
    expect(table.parameters).toBe('test/tuned');
    expect(Array.from(table.desired)).toEqual([80, 40]);
    expect([Array.from(level), Array.from(at)]).toEqual([
      [80, 40],
      [0, 2],
    ]);
  });
});

describe('the warnings of a table', () => {
  const column = (at: (i: number) => number) => Float64Array.from({ length: 12 }, (_, i) => at(i));

  it('name a column of levels that seem to be of another scale, and no other', () => {
    const { warnings } = formExpectations({
      stage: 'never-used',
      signals: {
        wordOfMouth: { level: column((i) => 1 + (i % 7)), reliability: column(() => 0.5) },
        advertising: column((i) => 40 + i),
      },
    });
    expect(warnings).toEqual([
      { code: 'another-scale', detail: { path: 'signals.wordOfMouth', least: 1, most: 7 } },
    ]);
  });
});

describe('a price off its range', () => {
  const f = (...numbers: number[]) => Float64Array.of(...numbers);
  const refused = (price: { amount: Float64Array; reference: Float64Array }, level = 50) =>
    refusal(() =>
      formExpectations({ stage: 'never-used', signals: { wordOfMouth: f(50, level), price } }),
    );

  it('is refused in a row that other signals would form, and before they are looked at', () => {
    expect(refused({ amount: f(1, -1), reference: f(1, 1) }).path).toBe('signals.price.amount[1]');
    expect(refused({ amount: f(1, 1), reference: f(1, 0) }, 130).path).toBe(
      'signals.price.reference[1]',
    );
  });
});
