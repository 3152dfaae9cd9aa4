import fc from 'fast-check';
import { levelFromAnswer } from 'overdeliver';
import { answerLevels, type Instrument, scoreInstrument } from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { answer, from, numbersIn, repeated, visit } from './given';

const scale = { min: 1, max: 5 };
const pair: Instrument = {
  id: 'pair',
  items: [
    { kind: 'scale', id: 'a', text: '', scale, dimension: 'd' },
    { kind: 'scale', id: 'b', text: '', scale, dimension: 'd' },
    { kind: 'scale', id: 'c', text: '', scale, reversed: true },
  ],
};
const answered = fc.array(fc.record({ a: answer, b: answer, c: answer }), {
  minLength: 3,
  maxLength: 12,
});
const few = { leastAnswers: 2 };

it('turns answers into levels, reversed ones the other way', () => {
  const { items, dimensions } = answerLevels(visit, {
    kind: 4,
    rushed: 1,
    came: 'car',
    parking: 2.5,
  });
  expect(items).toEqual({ kind: 75, rushed: 100, parking: 25 });
  expect(dimensions).toEqual({ people: 87.5 });
  expect(answerLevels(visit, {})).toEqual({
    items: { kind: null, rushed: null, parking: null },
    dimensions: { people: null },
  });
});

// Levels 75, 50, 100: mean 75, sd 25, half width t 25 / sqrt 3, t(.975, 2) = 4.302652729749462.
it('gives means with Student intervals, cut at the ends of the scale', () => {
  const [a] = scoreInstrument(pair, from([{ a: 4 }, { a: 3 }, { a: 5 }]), {
    leastAnswers: 3,
  }).items;
  expect(a).toMatchObject({ item: 'a', dimension: 'd', n: 3, mean: 75, missing: 0, high: 100 });
  expect(a?.sd).toBeCloseTo(25, 12);
  expect(a?.low).toBeCloseTo(75 - (4.302652729749462 * 25) / Math.sqrt(3), 10);
});

it('tells missing answers from those not asked for', () => {
  const responses = from([
    { kind: 4, came: 'car', parking: 3 },
    { kind: 4, came: 'car', parking: null },
    { kind: 4, came: 'foot' },
    { came: 'car' },
  ]);
  const { items, respondents } = scoreInstrument(visit, responses, few);
  const counts = items.map(({ n, missing, notAsked }) => [n, missing, notAsked]);
  expect(respondents).toBe(4);
  expect(counts).toEqual([
    [3, 1, 0],
    [0, 4, 0],
    [1, 2, 1],
  ]);
  expect(items[2]).toMatchObject({ mean: null, sd: null, low: null, high: null });
});

it('counts a respondent in a dimension by how much of it they answered', () => {
  const responses = from([{ a: 5, b: 5 }, { a: 3 }, { a: 1, b: 1 }, { c: 1 }]);
  const at = (answeredShare?: number) =>
    scoreInstrument(pair, responses, { ...few, answeredShare }).dimensions[0];
  expect(at()).toMatchObject({ n: 3, missing: 1, mean: 50, items: ['a', 'b'] });
  expect(at(0.5)).toEqual(at());
  expect(at(0.51)).toMatchObject({ n: 2, missing: 2, mean: 50 });
  expect(at(0)).toMatchObject({ n: 3, missing: 1 });
});

it('says in which parts people answered', () => {
  const responses = [
    { respondent: 'a', role: 'user', answers: {} },
    { respondent: 'b', role: 'decider', answers: {} },
    { respondent: 'c', answers: {} },
  ] as const;
  expect(scoreInstrument(pair, responses, few).roles).toEqual({
    user: 1,
    buyer: 0,
    channel: 0,
    decider: 1,
    unknown: 1,
  });
});

it('refuses too few respondents: 10 unless said', () => {
  const nine = from(Array.from({ length: 9 }, () => ({ a: 3 })));
  expect(refusal(() => scoreInstrument(pair, nine))).toMatchObject({
    name: 'NotEnoughDataError',
    code: 'not-enough-data',
    path: 'responses',
    expected: 'at least 10 for an interval',
  });
  expect(scoreInstrument(pair, nine, { leastAnswers: 9 }).respondents).toBe(9);
});

describe('over any answers', () => {
  it('levels stay on 0 to 100 within their intervals, and all is JSON', () => {
    holds(
      fc.property(
        answered,
        fc.double({ min: 0.01, max: 0.999, noNaN: true }),
        (all, confidence) => {
          const score = scoreInstrument(pair, from(all), { ...few, confidence });
          for (const { mean, low, high } of [...score.items, ...score.dimensions]) {
            if (mean === null || low === null || high === null) continue;
            const ends = [0, low, mean, high, 100];
            expect(ends).toEqual([...ends].sort((a, b) => a - b));
          }
          expect(numbersIn(score).every(Number.isFinite)).toBe(true);
          expect(JSON.parse(JSON.stringify(score))).toEqual(score);
        },
      ),
    );
  });

  it('the order of respondents changes nothing, to the bit', () => {
    holds(
      fc.property(answered, fc.nat(), (all, by) => {
        const responses = from(all);
        const k = by % responses.length;
        const turned = [...responses.slice(k), ...responses.slice(0, k)].reverse();
        expect(scoreInstrument(pair, turned, few)).toEqual(scoreInstrument(pair, responses, few));
      }),
    );
  });

  it('more respondents at equal proportions never widen an interval', () => {
    holds(
      fc.property(answered, fc.integer({ min: 2, max: 6 }), (all, times) => {
        const once = scoreInstrument(pair, from(all), few);
        const more = scoreInstrument(pair, repeated(from(all), times), few);
        const widths = ({ items, dimensions }: typeof once) =>
          [...items, ...dimensions, ...dimensions.map(({ reliability }) => reliability)].map(
            ({ low, high }) => (low === null || high === null ? null : high - low),
          );
        const before = widths(once);
        widths(more).forEach((width, i) => {
          const was = before[i] as number | null;
          if (width !== null && was !== null) expect(width).toBeLessThanOrEqual(was + 1e-9);
        });
      }),
    );
  });

  it('an item has the mean of what levelFromAnswer says', () => {
    holds(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2 }), (answers) => {
        const [item] = scoreInstrument(pair, from(answers.map((a) => ({ a }))), few).items;
        const levels = answers.map((a) => levelFromAnswer(a, scale));
        const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
        expect(item?.mean).toBeCloseTo(mean, 10);
      }),
    );
  });
});
