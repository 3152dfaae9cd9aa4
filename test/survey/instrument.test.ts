import fc from 'fast-check';
import { isOverdeliverError } from 'overdeliver';
import {
  type Answers,
  answerLevels,
  answersSchema,
  askedItems,
  eightInstrument,
  type Instrument,
  instrumentSchema,
  kanoInstrument,
  needsInterview,
  servqualInstrument,
} from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { anyAnswers, visit } from './given';

const ids = (answers: Answers) => askedItems(visit, answers).map(({ id }) => id);

describe('branching', () => {
  it('asks what has no condition, and what its condition lets through', () => {
    const always = ['kind', 'rushed', 'came'];
    expect(ids({})).toEqual(always);
    expect(ids({ came: 'foot' })).toEqual(always);
    expect(ids({ came: 'car' })).toEqual([...always, 'parking']);
    expect(ids({ came: 'car', parking: 0.5 })).toEqual([...always, 'parking']);
    expect(ids({ came: 'car', parking: 1 })).toEqual([...always, 'parking', 'why']);
    expect(ids({ came: 'car', parking: 4 })).toEqual([...always, 'parking', 'why']);
    expect(ids({ came: 'car', parking: 4.1 })).toEqual([...always, 'parking']);
    expect(ids({ came: 'car', parking: null })).toEqual([...always, 'parking']);
  });

  it('opens nothing by an answer to what was not asked', () => {
    expect(ids({ came: 'foot', parking: 2 })).toEqual(['kind', 'rushed', 'came']);
  });
});

describe('the schema of the answers', () => {
  const schema = answersSchema(visit);
  const issues = (answers: unknown) =>
    schema.safeParse(answers).error?.issues.map(({ path, message }) => [path.join('.'), message]);

  it('takes what may be answered, and gives it back', () => {
    const answers = { kind: 5, rushed: null, came: 'car', parking: 2.5, why: 'far off' };
    expect(schema.parse(answers)).toEqual(answers);
    expect(issues({ kind: 1 })).toBeUndefined();
    expect(issues({ kind: 1, came: undefined })).toBeUndefined();
  });

  it.each([
    [{ kind: 6 }, 'kind', 'a whole number from 1 to 5'],
    [{ kind: 2.5 }, 'kind', 'a whole number from 1 to 5'],
    [{ kind: 'good' }, 'kind', 'a whole number from 1 to 5'],
    [{ kind: null }, 'kind', 'a whole number from 1 to 5'],
    [{}, 'kind', 'a whole number from 1 to 5'],
    [{ kind: 1, came: 'bus' }, 'came', 'one of car, foot'],
    [{ kind: 1, came: 'car', parking: 11 }, 'parking', 'a number from 0 to 10'],
    [{ kind: 1, came: 'car', parking: 2 }, 'why', 'a text'],
    [{ kind: 1, came: 'car', parking: 2, why: 7 }, 'why', 'a text'],
    [{ kind: 1, came: 'foot', parking: 2 }, 'parking', 'no answer, since came leaves it out'],
    [{ kind: 1, hat: 2 }, 'hat', 'an item of visit'],
  ])('refuses %o at %s', (answers, path, message) => {
    expect(issues(answers)).toEqual([[path, message]]);
  });

  it('says everything that is wrong', () => {
    expect(issues({ kind: 0, rushed: 9 })).toHaveLength(2);
    for (const none of [[], new Date(0), new Map(), 5, null, undefined]) {
      expect(schema.safeParse(none).error?.issues[0]?.message).toBe('answers by item');
      expect(refusal(() => askedItems(visit, none as never)).path).toBe('answers');
    }
  });

  it('agrees with the scorer, which takes the lack of a required answer', () => {
    const scores = (answers: Answers) => {
      try {
        answerLevels(visit, answers);
        return true;
      } catch (error) {
        if (isOverdeliverError(error)) return false;
        throw error;
      }
    };
    const lenient: Instrument = {
      ...visit,
      items: visit.items.map((item) => ({ ...item, required: false })),
    };
    holds(
      fc.property(anyAnswers, (answers) => {
        const given = answers as Answers;
        expect(answersSchema(lenient).safeParse(given).success).toBe(scores(given));
        if (schema.safeParse(given).success) expect(scores(given)).toBe(true);
      }),
      500,
    );
  });
});

describe('an instrument', () => {
  const one = { kind: 'text', id: 'a', text: '' } as const;
  const of = (...items: unknown[]) => ({ id: 'x', items }) as unknown as Instrument;
  const car = { value: 'car', text: 'By car' };
  const choice = { ...one, kind: 'choice', choices: [car, { value: 'foot', text: 'On foot' }] };
  const scaled = { ...one, kind: 'scale', scale: { min: 1, max: 5 } };
  const range = 'a range with an answer to asks';
  const asks = (first: object, onlyIf: object) =>
    of({ ...first, id: 'asks' }, { ...one, onlyIf: { item: 'asks', ...onlyIf } });
  const refused = (instrument: Instrument) => {
    const { code, path, expected } = refusal(() => askedItems(instrument, {}));
    return [code, path, expected];
  };

  it.each([
    [of(), 'out-of-range', 'instrument.items', 'at least one item'],
    [of(one, one), 'duplicate-id', 'instrument.items[1].id', 'an id that no other item has'],
    [of({ ...one, id: '' }), 'out-of-range', 'instrument.items[0].id', 'a name'],
    [
      of({ ...one, onlyIf: { item: 'a' } }),
      'unknown-id',
      'instrument.items[0].onlyIf.item',
      'the id of an item before this one',
    ],
    [of({ ...one, kind: 'date' }), 'unknown-name', 'instrument.items[0].kind', 'another value'],
    [
      of({ kind: 'scale', id: 'a', text: '', scale: { min: 5, max: 5 } }),
      'out-of-range',
      'instrument.items[0].scale',
      'finite ends with min below max',
    ],
    [
      of({ kind: 'choice', id: 'a', text: '', choices: [{ value: 'b', text: '' }] }),
      'out-of-range',
      'instrument.items[0].choices',
      'at least two choices',
    ],
    [
      of({ ...choice, choices: [car, { ...car, text: 'Again' }] }),
      'duplicate-id',
      'instrument.items[0].choices',
      'choices that differ in value',
    ],
    [asks(choice, { atLeast: 4 }), 'out-of-range', 'instrument.items[1].onlyIf', range],
    [asks(one, { atMost: 4 }), 'out-of-range', 'instrument.items[1].onlyIf', range],
    [
      asks(scaled, { is: '5' }),
      'unknown-name',
      'instrument.items[1].onlyIf.is',
      'a choice of asks',
    ],
    [asks(one, { is: 'yes' }), 'unknown-name', 'instrument.items[1].onlyIf.is', 'a choice of asks'],
    [
      asks(choice, { is: 'bus' }),
      'unknown-name',
      'instrument.items[1].onlyIf.is',
      'a choice of asks',
    ],
    [asks(scaled, { atLeast: 4, atMost: 2 }), 'out-of-range', 'instrument.items[1].onlyIf', range],
    [asks(scaled, { atLeast: 6 }), 'out-of-range', 'instrument.items[1].onlyIf', range],
    [asks(scaled, { atMost: 0.5 }), 'out-of-range', 'instrument.items[1].onlyIf', range],
    [
      asks(scaled, { atLeast: 2.2, atMost: 2.8 }),
      'out-of-range',
      'instrument.items[1].onlyIf',
      range,
    ],
    [of({ ...one, colour: 1 }), 'unknown-name', 'instrument.items[0].colour', undefined],
  ])('%# is refused', (instrument, code, path, expected) => {
    const got = refused(instrument);
    expect(got.slice(0, 2)).toEqual([code, path]);
    if (expected !== undefined && expected !== 'another value') expect(got[2]).toBe(expected);
  });

  it('takes every condition that some answer meets', () => {
    const opens = (instrument: Instrument, asks: string | number) =>
      askedItems(instrument, { asks }).length === 2;
    expect(opens(asks({ ...scaled, continuous: true }, { atLeast: 2.2, atMost: 2.8 }), 2.5)).toBe(
      true,
    );
    expect(opens(asks(scaled, { atLeast: 5, atMost: 9 }), 5)).toBe(true);
    expect(opens(asks(scaled, { atLeast: -3, atMost: 1 }), 1)).toBe(true);
    expect(opens(asks(scaled, { is: undefined }), 1)).toBe(true);
    expect(opens(asks(choice, { is: 'foot', atLeast: undefined }), 'foot')).toBe(true);
    expect(opens(asks(choice, {}), 'car')).toBe(true);
    expect(opens(asks(one, {}), 'so')).toBe(true);
  });

  it('is plain JSON, in all that ship', () => {
    const features = [{ id: 'f', functional: 'With?', dysfunctional: 'Without?' }];
    for (const each of [
      servqualInstrument(),
      needsInterview,
      eightInstrument,
      kanoInstrument(features),
    ]) {
      expect(instrumentSchema.parse(JSON.parse(JSON.stringify(each)))).toEqual(each);
      expect(answersSchema(each).safeParse({}).success).toBe(true);
    }
  });
});

it('names the kinds of items where one is misspelt', () => {
  const instrument = { id: 'x', items: [{ id: 'a', kind: 'skale', text: 'How was it?' }] };
  expect(refusal(() => askedItems(instrument as never, {}))).toMatchObject({
    path: 'instrument.items[0].kind',
    expected: 'one of scale, choice, text',
  });
});
