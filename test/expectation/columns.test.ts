import fc from 'fast-check';
import { isOverdeliverError } from 'overdeliver';
import {
  type Expectation,
  type ExpectationInput,
  type ExpectationTable,
  formExpectation,
  formExpectations,
  rankSum,
  type Signals,
  stageNames,
  type WeightingOptions,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { holds } from '../core/seeded';
import { signals, stage } from './arbitraries';
import { asColumns } from './as-columns';
import { customer, tuned } from './given';

/** The scalar answer; the status of a row without one, where there is none. */
function formed(input: ExpectationInput, options: WeightingOptions): Expectation | 1 | 2 {
  try {
    return formExpectation(input, options);
  } catch (error) {
    if (isOverdeliverError(error) && error.code === 'no-signal') return 1;
    if (isOverdeliverError(error) && error.code === 'stage-mismatch') return 2;
    throw error;
  }
}

function expectSameBits(
  table: ExpectationTable,
  rows: readonly ExpectationInput[],
  options: WeightingOptions,
): void {
  rows.forEach((input, row) => {
    const scalar = formed(input, options);
    const numbers =
      typeof scalar === 'object'
        ? [scalar.predicted.mean, scalar.predicted.variance, scalar.desired, scalar.adequate]
        : [Number.NaN, Number.NaN, Number.NaN, Number.NaN];
    [table.predictedMean, table.predictedVariance, table.desired, table.adequate].forEach(
      (column, i) => {
        if (Object.is(column[row], numbers[i])) return;
        expect.fail(`row ${row}, column ${i}: ${column[row]}, not ${numbers[i]} as the scalar`);
      },
    );
    expect(table.status[row]).toBe(typeof scalar === 'object' ? 0 : scalar);
  });
}

describe('formExpectations', () => {
  const options = fc.constantFrom<WeightingOptions>(
    {},
    { method: rankSum },
    { order: [['price', 'firstImpression'], 'wordOfMouth'] },
    { parameters: tuned({ otherFactorShare: 0, signalSd: 3, tolerance: 0.7 }) },
    {
      parameters: tuned({
        aspiration: 0.9,
        competitorExtra: 0.4,
        neutralRole: 20,
        roleInfluence: 0.8,
        priceExponent: 2.5,
        referencePriceLevel: 30,
      }),
    },
  );

  it('agrees with formExpectation bit for bit, in every row', () => {
    const rows = fc.array(fc.record({ stage, signals }), { minLength: 1, maxLength: 20 });
    holds(
      fc.property(rows, options, (customers, option) => {
        const columns = asColumns(customers, option.parameters);
        if (columns !== null) expectSameBits(formExpectations(columns, option), customers, option);
      }),
      200,
    );
  });

  it('agrees in one row, at one stage for all', () => {
    holds(
      fc.property(stage, signals, options, (at, one, option) => {
        const rows = [customer(one, at)];
        const columns = asColumns(rows, option.parameters);
        if (columns === null) return;
        const table = formExpectations({ ...columns, stage: at }, option);
        expectSameBits(table, rows, option);
      }),
    );
  });

  it('agrees without reliabilities and spreads', () => {
    const level = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined });
    const plain: fc.Arbitrary<Signals> = fc.record({
      wordOfMouth: level,
      longTermExperience: level,
      competitorOffer: level,
      rolePerception: level,
    });
    const numbers = (
      list: readonly Signals[],
      factor: 'wordOfMouth' | 'longTermExperience' | 'competitorOffer' | 'rolePerception',
    ) => Float64Array.from(list, (one) => (one[factor] as number | undefined) ?? Number.NaN);
    holds(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 20 }), stage, (list, at) => {
        const table = formExpectations({
          stage: at,
          signals: {
            wordOfMouth: numbers(list, 'wordOfMouth'),
            longTermExperience: { level: numbers(list, 'longTermExperience') },
            competitorOffer: numbers(list, 'competitorOffer'),
            rolePerception: numbers(list, 'rolePerception'),
          },
        });
        expectSameBits(
          table,
          list.map((one) => customer(one, at)),
          {},
        );
      }),
    );
  });

  it('agrees over many more rows than fit a block', () => {
    const rows = Array.from(
      { length: 40_000 },
      (_, i): ExpectationInput => ({
        stage: stageNames[i % 3] as (typeof stageNames)[number],
        signals: {
          wordOfMouth: (i * 7.3) % 100,
          ownJudgement: { level: (i * 3.1) % 100, reliability: (i % 11) / 10 },
          competitorOffer: (i * 1.7) % 100,
        },
      }),
    );
    const columns = asColumns(rows) as NonNullable<ReturnType<typeof asColumns>>;
    const table = formExpectations(columns);
    const some = [0, 1, 2, 16_383, 16_384, 16_385, 32_767, 32_768, 39_999];
    for (const row of some) {
      const { predicted, desired } = formExpectation(rows[row] as ExpectationInput);
      expect([table.predictedMean[row], table.desired[row]]).toEqual([predicted.mean, desired]);
    }
    expect(table.predictedMean.every((one) => one >= 0 && one <= 100)).toBe(true);
    expect(table.status.every((one) => one === 0)).toBe(true);
  });
});

it('takes bare columns of levels that move desired and adequate, and gaps in them', () => {
  const gap = Number.NaN;
  const table = formExpectations({
    stage: 'long-term',
    signals: {
      longTermExperience: Float64Array.of(60, 60, 60),
      personalNeeds: Float64Array.of(90, gap, gap),
      competitorOffer: Float64Array.of(gap, 90, gap),
      rolePerception: Float64Array.of(gap, gap, 100),
    },
  });
  expect(Array.from(table.desired)).toEqual([90, 91, 68]);
  expect(Array.from(table.adequate)).toEqual([48, 48, 58]);
});

it('says in the status which rows have a signal that their stage cannot have', () => {
  const gap = Number.NaN;
  const table = formExpectations({
    stage: Uint8Array.of(0, 0, 0, 0, 1, 2),
    signals: {
      wordOfMouth: Float64Array.of(80, 80, 80, gap, 80, 80),
      firstImpression: {
        level: Float64Array.of(gap, 70, 70, 70, 70, 70),
        reliability: Float64Array.of(gap, 1, 0, 1, 1, 1),
      },
      longTermExperience: Float64Array.of(gap, gap, gap, gap, 60, 60),
    },
  });
  expect(Array.from(table.status)).toEqual([0, 2, 0, 2, 0, 0]);
  expect(Array.from(table.predictedMean, Number.isNaN)).toEqual([
    false,
    true,
    false,
    true,
    false,
    false,
  ]);
});

it('still finds a level off the scale in such a row', () => {
  const signals = {
    firstImpression: Float64Array.of(70),
    rolePerception: Float64Array.of(130),
  };
  expect(() => formExpectations({ stage: 'never-used', signals })).toThrow(
    expect.objectContaining({ code: 'out-of-range', path: 'signals.rolePerception[0]' }),
  );
});

it.each(
  (['wordOfMouth', 'competitorOffer', 'personalNeeds', 'rolePerception'] as const).flatMap(
    (factor) => [130, -1].map((level) => [factor, level] as const),
  ),
)(
  'finds a level of %s off the scale, %d, in a row that can be formed and in one that cannot',
  (factor, level) => {
    for (const row of [0, 1]) {
      const column = Float64Array.of(50, 50);
      column[row] = level;
      const signals = { ownJudgement: Float64Array.of(50, Number.NaN), [factor]: column };
      expect(() => formExpectations({ stage: 'first-use', signals })).toThrow(
        expect.objectContaining({
          code: 'out-of-range',
          path: `signals.${factor}[${row}]`,
          value: level,
        }),
      );
    }
  },
);
