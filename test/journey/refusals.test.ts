import { breakOf, journeyScore, reviewTrend, touchpointGaps, trendOf } from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { seriesOf } from './given';

const shop = { id: 'shop', expected: 70, perceived: 60 };
const side = 'a level from 0 to 100, several in an array, or { mean, sd, n }';

describe.each([
  ['touchpointGaps', touchpointGaps],
  ['journeyScore', journeyScore],
])('%s refuses', (fn, call) => {
  it.each<[unknown, string, string, string]>([
    [undefined, 'missing', 'touchpoints', 'an array'],
    [shop, 'wrong-type', 'touchpoints', 'an array'],
    [[], 'not-enough-data', 'touchpoints', 'at least 1 for a journey'],
    [[{ id: 'shop', expected: 70 }], 'missing', 'touchpoints[0].perceived', side],
    [[shop, { id: 'b', perceived: 70 }], 'missing', 'touchpoints[1].expected', side],
    [[{ ...shop, perceived: null }], 'missing', 'touchpoints[0].perceived', side],
    [
      [{ ...shop, perceived: Number.NaN }],
      'out-of-range',
      'touchpoints[0].perceived',
      'a finite number',
    ],
    [
      [{ ...shop, perceived: 101 }],
      'out-of-range',
      'touchpoints[0].perceived',
      'a level from 0 to 100',
    ],
    [
      [{ ...shop, expected: -1 }],
      'out-of-range',
      'touchpoints[0].expected',
      'a level from 0 to 100',
    ],
    [[{ ...shop, expected: '70' }], 'wrong-type', 'touchpoints[0].expected', 'a finite number'],
    [[{ ...shop, expected: [] }], 'missing', 'touchpoints[0].expected', 'at least one level'],
    [[{ ...shop, expected: [50, 101] }], 'out-of-range', 'touchpoints[0].expected[1]', 'a level'],
    [
      [{ ...shop, perceived: [Number.NaN] }],
      'out-of-range',
      'touchpoints[0].perceived[0]',
      'a level',
    ],
    [[{ ...shop, perceived: [50, null] }], 'wrong-type', 'touchpoints[0].perceived[1]', 'a level'],
    [
      [{ ...shop, expected: [50, 60], perceived: [50] }],
      'length-mismatch',
      'touchpoints[0].perceived',
      'a length of 2, since the same people gave both',
    ],
    [[{ ...shop, perceived: {} }], 'missing', 'touchpoints[0].perceived.mean', 'a finite number'],
    [
      [{ ...shop, perceived: { mean: 60, sd: -1, n: 3 } }],
      'out-of-range',
      'touchpoints[0].perceived.sd',
      'a standard deviation from 0 to 100',
    ],
    [
      [{ ...shop, perceived: { mean: 60, sd: 101, n: 3 } }],
      'out-of-range',
      'touchpoints[0].perceived.sd',
      'a standard deviation from 0 to 100',
    ],
    [
      [{ ...shop, perceived: { mean: 60, sd: 5, n: 0 } }],
      'out-of-range',
      'touchpoints[0].perceived.n',
      'a whole number from 1 on',
    ],
    [
      [{ ...shop, perceived: { mean: 60, sd: 5, n: 2.5 } }],
      'wrong-type',
      'touchpoints[0].perceived.n',
      'a whole number from 1 on',
    ],
    [[shop, shop], 'duplicate-id', 'touchpoints[1].id', 'an id of its own'],
    [[{ ...shop, id: '' }], 'out-of-range', 'touchpoints[0].id', 'a name'],
    [[{ ...shop, Expected: 70 }], 'unknown-name', 'touchpoints[0].Expected', 'one of id'],
    [[{ ...shop, mayGoWrong: 'queues' }], 'wrong-type', 'touchpoints[0].mayGoWrong', 'an array'],
    [[{ ...shop, importance: -1 }], 'out-of-range', 'touchpoints[0].importance', 'an importance'],
    [[{ ...shop, importance: 101 }], 'out-of-range', 'touchpoints[0].importance', 'an importance'],
    [[{ ...shop, importance: 0 }], 'out-of-range', 'touchpoints', 'an importance above 0'],
    [
      [
        { ...shop, importance: 5 },
        { ...shop, id: 'b' },
      ],
      'missing',
      'touchpoints[1].importance',
      'one, since others give theirs',
    ],
  ])('%o', (touchpoints, code, path, expected) => {
    const refused = refusal(() => call(touchpoints as never));
    expect(refused).toMatchObject({ function: fn, code, path });
    expect(refused.expected).toContain(expected);
  });

  it.each<[object, string, string]>([
    [{ confidence: 1 }, 'out-of-range', 'options.confidence'],
    [{ confidence: 0 }, 'out-of-range', 'options.confidence'],
    [{ confidance: 0.9 }, 'unknown-name', 'options.confidance'],
    [{ parameters: 5 }, 'wrong-type', 'options.parameters'],
    [{ parameters: { id: 'a', parameters: {} } }, 'missing', 'options.parameters.noticeablePoints'],
  ])('options %o', (options, code, path) => {
    expect(refusal(() => call([shop], options))).toMatchObject({ function: fn, code, path });
  });
});

it('touchpointGaps refuses a feeling that is no function, or feels no number', () => {
  const felt = (feeling: unknown) => refusal(() => touchpointGaps([shop], { feeling } as never));
  expect(felt('score')).toMatchObject({ code: 'wrong-type', path: 'options.feeling' });
  for (const value of [Number.NaN, '70', undefined]) {
    expect(felt(() => value)).toMatchObject({
      code: 'wrong-type',
      path: 'options.feeling',
      expected: 'a function that returns a finite number',
    });
  }
});

const four = seriesOf([1, 2, 3, 4]);
const [first, second, third, fourth] = four;
const bad = (row: object) => [first, second, { ...third, ...row }, fourth];

describe.each([
  ['trendOf', trendOf],
  ['breakOf', breakOf],
  ['reviewTrend', reviewTrend],
])('%s refuses', (fn, call) => {
  it.each<[unknown, string, string, string]>([
    [undefined, 'missing', 'series', 'an array'],
    ['1234', 'wrong-type', 'series', 'an array'],
    [bad({ vaule: 3 }), 'unknown-name', 'series[2].vaule', 'one of at, value, n'],
    [[], 'not-enough-data', 'series', 'at least 4'],
    [four.slice(1), 'not-enough-data', 'series', 'at least 4'],
    [seriesOf(new Float64Array(5001)), 'out-of-range', 'series', 'at most 5000 values'],
    [[first, null, third, fourth], 'wrong-type', 'series[1]', 'an object'],
    [[first, 5, third, fourth], 'wrong-type', 'series[1]', 'an object'],
    [bad({ at: new Date(Number.NaN) }), 'wrong-type', 'series[2].at', 'a date'],
    [bad({ at: '2026-03-01' }), 'wrong-type', 'series[2].at', 'a date'],
    [bad({ value: Number.NaN }), 'out-of-range', 'series[2].value', 'a number from -1e9 to 1e9'],
    [bad({ value: '7' }), 'wrong-type', 'series[2].value', 'a number from -1e9 to 1e9'],
    [bad({ value: 1.1e9 }), 'out-of-range', 'series[2].value', 'a number from -1e9 to 1e9'],
    [bad({ value: -1.1e9 }), 'out-of-range', 'series[2].value', 'a number from -1e9 to 1e9'],
    [bad({ n: 1.1e9 }), 'out-of-range', 'series[2].n', 'a number of answers above 0, up to 1e9'],
    [bad({ n: 0 }), 'out-of-range', 'series[2].n', 'a number of answers above 0'],
    [bad({ n: Infinity }), 'out-of-range', 'series[2].n', 'a number of answers above 0'],
    [bad({ n: '3' }), 'wrong-type', 'series[2].n', 'a number of answers above 0'],
    [bad({ n: 3 }), 'missing', 'series[0].n', 'one, since others give theirs'],
    [bad({ at: first?.at }), 'ambiguous', 'series[2].at', 'a date of its own'],
  ])('%o', (series, code, path, expected) => {
    const refused = refusal(() => call(series as never));
    expect(refused).toMatchObject({ function: fn, code, path });
    expect(refused.expected).toContain(expected);
  });

  it.each<[object, string, string]>([
    [{ season: 12 }, 'wrong-type', 'options.season'],
    [{ season: () => 3 }, 'wrong-type', 'options.season'],
    [{ confidence: 1 }, 'out-of-range', 'options.confidence'],
    [{ period: 12 }, 'unknown-name', 'options.period'],
  ])('options %o', (options, code, path) => {
    expect(refusal(() => call(four, options as never))).toMatchObject({ function: fn, code, path });
  });

  it('seasons that come once only, and says how many values are left', () => {
    const refused = refusal(() => call(four, { season: (_, place) => String(Math.min(place, 1)) }));
    expect(refused).toMatchObject({ code: 'not-enough-data', path: 'series' });
    expect(refused.message).toContain('series holds 3; expected at least 4');
  });
});

it.each([
  ['breakOf', breakOf],
  ['reviewTrend', reviewTrend],
])('%s refuses seeds that cannot be', (fn, call) => {
  for (const seed of [-1, 0.5, '1', 2 ** 53]) {
    const refused = refusal(() => call(four, { seed } as never));
    expect(refused).toMatchObject({ function: fn, path: 'options.seed' });
    expect(refused.expected).toBe('a whole number from 0 to 2^53 - 1');
  }
});

it.each<[object, string, string]>([
  [{ events: {} }, 'wrong-type', 'options.events'],
  [{ events: [{ at: '2026-01-01', what: 'sale' }] }, 'wrong-type', 'options.events[0].at'],
  [{ events: [{ at: new Date(0) }] }, 'missing', 'options.events[0].what'],
  [{ lag: -1 }, 'out-of-range', 'options.lag'],
  [{ lag: Infinity }, 'out-of-range', 'options.lag'],
])('reviewTrend refuses %o', (options, code, path) => {
  expect(refusal(() => reviewTrend(four, options as never))).toMatchObject({ code, path });
});
