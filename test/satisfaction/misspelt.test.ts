import { explainSatisfaction, marketplaceSatisfaction, predictSatisfaction } from 'overdeliver';
import {
  predictSatisfactions,
  type SatisfactionModel,
  scoreSatisfaction,
  surveySatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const given = (experience: object, model?: SatisfactionModel) =>
  refusal(() => predictSatisfaction(experience as never, { model }));
const columns = (experience: object, model?: SatisfactionModel) =>
  refusal(() => predictSatisfactions(experience as never, { model }));
const known =
  'promised, actual, currency, expected, perceived, dimensions, unit, stillWaiting, covariates';

describe('an experience of which nothing tells what it is of', () => {
  it.each([
    // The one that is nearly known, wherever it stands.
    [{ promissed: 10, actuall: 8 }, 'promissed', 'promised, or one of actual, '],
    [{ promice: 10, aktual: 8 }, 'aktual', 'actual, or one of promised, '],
    [{ stillWaiting: true, percieved: 8 }, 'percieved', 'perceived, or one of promised, '],
    [{ unit: 'days', promissed: 10, actuall: 8 }, 'promissed', 'promised, or one of actual, '],
    // Else the first.
    [{ one: 10, two: 8 }, 'one', `one of ${known}`],
    [{ stillWaiting: true, one: 10 }, 'one', `one of ${known}`],
    [{ unit: 'days', promisedDays: 10 }, 'promisedDays', `one of ${known}`],
  ])('%o is refused by name', (experience, path, expected) => {
    const wrong = given(experience);
    expect(wrong).toMatchObject({ code: 'unknown-name', path });
    expect(wrong.expected.startsWith(expected)).toBe(true);
    expect(columns(experience)).toMatchObject({ code: 'unknown-name', path });
  });

  it('is one of a level that lacks all, where it is empty', () => {
    expect(given({})).toMatchObject({ code: 'missing', path: 'perceived' });
  });

  it('is refused where it stands among other arguments', () => {
    const wrong = refusal(() =>
      scoreSatisfaction({ percieved: Float64Array.of(8) } as never, [1], {
        model: surveySatisfaction,
      }),
    );
    expect(wrong).toMatchObject({ code: 'unknown-name', path: 'columns.percieved' });
  });
});

it('a reference of one kind is none for an experience of several', () => {
  const time = { promised: 60, actual: 50, unit: 'minutes' } as const;
  const both = { dimensions: { time, service: { expected: 70, perceived: 80 } } };
  expect(refusal(() => explainSatisfaction(both, { reference: time }))).toMatchObject({
    code: 'ambiguous',
    path: 'options.reference',
    expected: 'what happened on the dimensions of the experience',
  });
});

it('a bill has no unit, also one of days', () => {
  const bill = { promised: 10, actual: 8, currency: 'EUR', unit: 'days' };
  expect(given(bill)).toMatchObject({ code: 'unknown-name', path: 'unit' });
});

describe('covariates', () => {
  const number = { value: 1, unit: '', range: [-9, 9], status: 'assumed', source: 'test' } as const;
  const model: SatisfactionModel = {
    ...marketplaceSatisfaction,
    id: 'ours/items',
    covariates: { items: 'identity' },
    parameters: { ...marketplaceSatisfaction.parameters, 'covariates.items': number },
  };
  const time = { promised: 10, actual: 8, unit: 'days' } as const;
  const dimensions = {
    time: { promised: Float64Array.of(10), actual: Float64Array.of(8), unit: 'days' },
  };

  it('that a model does not know are told from those that it does', () => {
    const wrong = given({ dimensions: { time }, covariates: { itms: 2 } }, model);
    expect(wrong).toMatchObject({ path: 'covariates.itms', expected: 'items' });
    const none = given({ dimensions: { time }, covariates: { items: 2 } });
    expect(none.path).toBe('covariates.items');
    const plain = given(
      { dimensions: { time }, covariates: { items: 2 } },
      marketplaceSatisfaction,
    );
    expect(plain).toMatchObject({ path: 'covariates.items', expected: 'no covariates' });
  });

  it('may not be left out, or undefined', () => {
    const lacking = { code: 'missing', path: 'covariates.items' };
    expect(given({ dimensions: { time }, covariates: {} }, model)).toMatchObject(lacking);
    expect(given({ dimensions: { time }, covariates: { items: undefined } }, model)).toMatchObject(
      lacking,
    );
    expect(given({ dimensions: { time } }, model)).toMatchObject(lacking);
    expect(columns({ dimensions }, model)).toMatchObject(lacking);
  });
});

describe('columns of levels', () => {
  const ten = (of: (row: number) => number) =>
    Float64Array.from({ length: 10 }, (_, row) => of(row));

  it('that seem to be answers on another scale are named, and no others', () => {
    const seven = ten((row) => 1 + (row % 7));
    const levels = { expected: ten(() => 70), perceived: seven };
    const another = (path: string) => ({
      code: 'another-scale',
      detail: { path, least: 1, most: 7 },
    });
    const warnings = (experience: object) => predictSatisfactions(experience as never).warnings;
    expect(warnings(levels)).toEqual([another('perceived')]);
    expect(warnings({ expected: seven, perceived: seven })).toEqual([
      another('expected'),
      another('perceived'),
    ]);
    expect(warnings({ promised: seven, actual: seven, unit: 'days' })).toEqual([]);
    // Without expectations there is but one column to speak of.
    const { 'level.gain': _, 'level.loss': __, ...parameters } = surveySatisfaction.parameters;
    const { level } = surveySatisfaction.dimensions;
    const alone = {
      ...surveySatisfaction,
      dimensions: { level: { ...level, terms: ['performance'] } },
      parameters,
    } as SatisfactionModel;
    expect(predictSatisfactions({ perceived: seven }, { model: alone }).warnings).toEqual([
      another('perceived'),
    ]);
  });
});
