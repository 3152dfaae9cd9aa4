import {
  airlineExpectation,
  explainExpectation,
  formExpectation,
  formExpectations,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { customer } from './given';

const parameters = airlineExpectation;
const weight = (name: string) =>
  (parameters.parameters as Readonly<Record<string, { readonly value: number }>>)[name]
    ?.value as number;
const input = customer({ wordOfMouth: 60 }, 'first-use');

describe('a base that was learnt', () => {
  const [base, word, level] = ['first-use.base', 'first-use.wordOfMouth', 'base.level'].map(weight);
  const total = (base as number) + (word as number);
  const mean = ((base as number) * (level as number) + (word as number) * 60) / total;

  it('is weighed among what was heard, alike by column', () => {
    expect(formExpectation(input, { parameters }).predicted.mean).toBeCloseTo(mean, 10);
    const table = formExpectations(
      { stage: 'first-use', signals: { wordOfMouth: Float64Array.of(60, Number.NaN) } },
      { parameters },
    );
    expect(table.predictedMean[0]).toBeCloseTo(mean, 10);
    // What is expected when nothing is known.
    expect(table.predictedMean[1]).toBeCloseTo(level as number, 10);
  });

  it('is explained as its share and its points', () => {
    const { predicted } = explainExpectation(input, { parameters });
    const share = (base as number) / total;
    expect(predicted.find(({ from }) => from === 'base')).toMatchObject({
      level,
      reliability: 1,
      share: expect.closeTo(share, 12),
      points: expect.closeTo(share * (level as number), 10),
    });
  });
});
