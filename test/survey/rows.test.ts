import { netPromoterScore, scoreServqual } from 'overdeliver';
import {
  answersFromRows,
  classifyKano,
  type Instrument,
  kanoInstrument,
  qualityLevels,
  type RowFault,
  responsesFromRows,
  scoreInstrument,
  servqual,
  servqualInstrument,
} from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const visit: Instrument = {
  id: 'visit',
  items: [
    { kind: 'scale', id: 'kind', text: 'Kind?', scale: { min: 1, max: 7 }, dimension: 'staff' },
    { kind: 'scale', id: 'calm', text: 'Calm?', scale: { min: 1, max: 7 }, dimension: 'staff' },
    {
      kind: 'choice',
      id: 'how',
      text: 'How?',
      choices: [
        { value: 'web', text: 'On the web' },
        { value: '2', text: 'In person' },
      ],
    },
    { kind: 'text', id: 'why', text: 'Why?', onlyIf: { item: 'kind', atMost: 3 } },
  ],
};
const row = { who: 'Ann', kind: '6', calm: '', how: 'web', why: '', city: 'Ulm' };

describe('responses from the rows of a table', () => {
  it('read text by what the item takes, and no answer from an empty cell', () => {
    const rows = [
      row,
      { who: 'Bo', kind: ' 2 ', calm: '3.0', how: '2', why: ' too loud ', city: '' },
      { who: 7, kind: 5, calm: Number.NaN, how: 2, why: null, city: 3 },
      { who: 'Di', kind: null, calm: undefined, how: '' },
    ];
    expect(responsesFromRows(visit, rows, { respondent: 'who' })).toEqual([
      { respondent: 'Ann', answers: { kind: 6, calm: null, how: 'web', why: null } },
      { respondent: 'Bo', answers: { kind: 2, calm: 3, how: '2', why: ' too loud ' } },
      { respondent: '7', answers: { kind: 5, calm: null, how: '2', why: null } },
      { respondent: 'Di', answers: { kind: null, calm: null, how: null, why: null } },
    ]);
  });

  it('number the rows where no column names who answered', () => {
    const found = responsesFromRows(visit, [row, row]);
    expect(found.map(({ respondent }) => respondent)).toEqual(['1', '2']);
    expect(responsesFromRows(visit, [])).toEqual([]);
    expect(responsesFromRows(visit, [], { respondent: 'who' })).toEqual([]);
  });

  it('refuse a row that does not say who answered', () => {
    for (const who of [null, undefined, '']) {
      expect(
        refusal(() => responsesFromRows(visit, [row, { ...row, who }], { respondent: 'who' })),
      ).toMatchObject({ path: 'rows[1].who', expected: 'a name for who answered' });
    }
  });

  it('take other words for no answer, and roles from a column', () => {
    const rows = [
      { ...row, kind: '99', calm: 'NA', role: 'buyer' },
      { ...row, kind: 99, role: '' },
    ];
    expect(responsesFromRows(visit, rows, { role: 'role', missing: ['NA ', '99'] })).toEqual([
      {
        respondent: '1',
        role: 'buyer',
        answers: { kind: null, calm: null, how: 'web', why: null },
      },
      { respondent: '2', answers: { kind: null, calm: null, how: 'web', why: null } },
    ]);
  });

  it('score as those that were written by hand', () => {
    const rows = Array.from({ length: 12 }, (_, i) => ({
      kind: i % 5 === 0 ? '' : String(1 + (i % 7)),
      calm: String(7 - (i % 4)),
      how: '',
      why: '',
    }));
    const byHand = rows.map(({ kind, calm }, i) => ({
      respondent: `${i + 1}`,
      answers: { kind: kind === '' ? null : Number(kind), calm: Number(calm) },
    }));
    const found = scoreInstrument(visit, responsesFromRows(visit, rows));
    expect(found).toEqual(scoreInstrument(visit, byHand));
    expect(found.items[0]?.missing).toBe(3);
  });

  it('hold several questionnaires in one table', () => {
    const items = { id: 'one', scale: { min: 1, max: 7 }, items: servqual.items.slice(0, 1) };
    const feature = { id: 'track', functional: 'With?', dysfunctional: 'Without?' };
    const rows = Array.from({ length: 10 }, () => ({
      'expected.tangibles.1': '7',
      'perceived.tangibles.1': '4',
      'track.functional': 'must-be',
      'track.dysfunctional': 'dislike',
    }));
    const { overall } = scoreServqual(items, responsesFromRows(servqualInstrument(items), rows));
    expect(overall.mean).toBeCloseTo(-50, 12);
    const kano = classifyKano([feature], responsesFromRows(kanoInstrument([feature]), rows));
    expect(kano.features[0]?.category).toBe('must-be');
  });

  it('are read from the columns that are said to be theirs', () => {
    const { kind, calm, ...others } = row;
    const exported = { ...others, 'Q1. Kind?': kind, Q2: calm };
    const columns = { kind: 'Q1. Kind?', calm: 'Q2' };
    expect(responsesFromRows(visit, [exported], { columns })).toEqual(
      responsesFromRows(visit, [row]),
    );
    // Two items may change names.
    const swapped = responsesFromRows(visit, [row], { columns: { kind: 'calm', calm: 'kind' } });
    expect(swapped[0]?.answers).toMatchObject({ kind: null, calm: 6 });
    expect(responsesFromRows(visit, [], { columns })).toEqual([]);
  });

  it.each([
    [{ kind: 'Q1' }, 'unknown-name', 'options.columns.kind', 'one of who, kind, '],
    [
      { kind: 'calm' },
      'ambiguous',
      'options.columns.kind',
      'a column of its own, since calm is read',
    ],
    [{ kidn: 'kind' }, 'unknown-name', 'options.columns.kidn', 'kind, or one of calm, how, why'],
    [{ kind: '' }, 'out-of-range', 'options.columns.kind', ''],
    [{ kind: 3 }, 'wrong-type', 'options.columns.kind', 'a string'],
    [{ kind: 'city' }, 'wrong-type', 'rows[0].city', 'a number'],
    [{ calm: 'no' }, 'out-of-range', 'rows[0].no', 'a whole number from 1 to 7'],
  ])('refuse the columns %o', (columns, code, path, expected) => {
    const found = refused([{ ...row, no: '9' }], { columns });
    expect(found).toMatchObject({ code, path });
    expect(found.expected).toContain(expected);
  });

  it('refuse a column that another item has by an id that every object knows', () => {
    const scale = { min: 1, max: 7 };
    const items = ['constructor', 'calm'].map((id) => ({
      kind: 'scale' as const,
      id,
      text: id,
      scale,
    }));
    const answers = [{ constructor: '6', calm: '5' }];
    const columns = { calm: 'constructor' };
    expect(
      refusal(() => responsesFromRows({ id: 'odd', items }, answers as never, { columns })),
    ).toMatchObject({ code: 'ambiguous', path: 'options.columns.calm' });
  });

  const refused = (rows: unknown, options: object = {}) =>
    refusal(() => responsesFromRows(visit, rows as never, options));

  it.each([
    [{ ...row, kind: '8' }, 'out-of-range', 'rows[1].kind'],
    [{ ...row, kind: '2.5' }, 'out-of-range', 'rows[1].kind'],
    [{ ...row, kind: 'six' }, 'wrong-type', 'rows[1].kind'],
    [{ ...row, kind: '0x5' }, 'wrong-type', 'rows[1].kind'],
    [{ ...row, kind: Infinity }, 'wrong-type', 'rows[1].kind'],
    [{ ...row, kind: true }, 'wrong-type', 'rows[1].kind'],
    [{ ...row, kind: [6] }, 'wrong-type', 'rows[1].kind'],
    [{ ...row, how: 'phone' }, 'unknown-name', 'rows[1].how'],
    [{ ...row, why: 'no reason' }, 'ambiguous', 'rows[1].why'],
    [['Ann', '6'], 'wrong-type', 'rows[1]'],
    [null, 'wrong-type', 'rows[1]'],
  ])('refuse %o', (second, code, path) => {
    expect(refused([row, second])).toMatchObject({ function: 'responsesFromRows', code, path });
  });

  it('are told by their first fault and left out, where somebody asks', () => {
    const faults: RowFault[] = [];
    const rows = [
      { ...row, kind: '-', calm: 'x' },
      row,
      { ...row, kind: '8' },
      null,
      { ...row, who: '' },
      { ...row, who: 'Bo', role: 'guest' },
      { ...row, who: 'Cy' },
    ];
    const onFault = (fault: RowFault) => faults.push(fault);
    const options = { respondent: 'who', role: 'role' };
    const responses = responsesFromRows(visit, rows as never, { ...options, onFault });
    expect(responses).toEqual(responsesFromRows(visit, [row, { ...row, who: 'Cy' }], options));
    expect(faults.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [0, 'kind', 'wrong-type', '"-"'],
      [2, 'kind', 'out-of-range', '8'],
      [3, null, 'wrong-type', 'null'],
      [4, 'who', 'wrong-type', '""'],
      [5, 'role', 'unknown-name', '"guest"'],
    ]);
    expect(faults[0]?.expected).toContain('options.missing');
    // Numbered as they stand in the table.
    const numbered = responsesFromRows(visit, rows as never, { onFault });
    expect(numbered.map(({ respondent }) => respondent)).toEqual(['2', '5', '6', '7']);
    // A column that is not there is no fault of a row.
    const { calm: _, ...others } = row;
    expect(refused([{ ...others, kind: '-' }], { onFault })).toMatchObject({
      path: 'rows[0].calm',
    });
    const stop = () => {
      throw new RangeError('enough');
    };
    expect(() => responsesFromRows(visit, rows as never, { onFault: stop })).toThrow('enough');
  });

  it('say how decimals are written, and what is no answer', () => {
    expect(refused([{ ...row, kind: '5,5' }]).expected).toMatch(/with a point for its decimals/);
    expect(refused([{ ...row, kind: 'NA' }]).expected).toMatch(/a word among options\.missing/);
  });

  it('refuse a table without a column for an item, and say which one may be meant', () => {
    const { kind: _, ...others } = row;
    const none = refused([others]);
    expect(none).toMatchObject({ code: 'missing', path: 'rows[0].kind' });
    expect(none.expected).toContain('leave out of it what was not asked');
    expect(refused([{ ...others, Kind: '6' }]).expected).toContain('is it Kind?');
  });

  it('refuse who is not said to be anybody, and options that are not known', () => {
    expect(refused([{ ...row, who: '' }], { respondent: 'who' })).toMatchObject({
      code: 'wrong-type',
      path: 'rows[0].who',
    });
    expect(refused([row], { respondent: 'name' })).toMatchObject({
      code: 'missing',
      path: 'rows[0].name',
    });
    expect(refused([{ ...row, role: 'guest' }], { role: 'role' })).toMatchObject({
      code: 'unknown-name',
      path: 'rows[0].role',
    });
    expect(refused([row], { id: 'who' })).toMatchObject({
      code: 'unknown-name',
      path: 'options.id',
    });
    expect(refused('who,kind')).toMatchObject({ code: 'wrong-type', path: 'rows' });
  });
});

it.each(['\ufeff', ' '])('what is not seen around a header, %j, is told', (sign) => {
  const trim = 'trim headers where the file is read';
  const scale = { min: 1, max: 7 };
  const kind = { kind: 'scale', id: 'kind', text: 'Staff were kind.', scale } as const;
  const instrument: Instrument = { id: 'staff', items: [kind] };
  const row = { [`${sign}who`]: 'Ann', [`${sign}kind`]: '6', [`${sign}Q1`]: '6', at: '' };
  const read = (options: Parameters<typeof responsesFromRows>[2]) =>
    refusal(() => responsesFromRows(instrument, [row], options));
  expect(read({}).message).toContain(trim);
  expect(read({ columns: { kind: 'Q1' } }).message).toContain(trim);
  // The first column is mostly the one that says who answered.
  const first = read({ respondent: 'who', onFault: () => {} });
  expect(first).toMatchObject({ code: 'missing', path: 'rows[0].who' });
  expect(first.message).toContain(trim);
  expect(read({ respondent: 'when' }).message).not.toContain(trim);
  expect(refusal(() => answersFromRows([row], 'kind')).message).toContain(trim);
});

describe('answers from one column of a table', () => {
  it('are numbers, and null where a cell is empty', () => {
    const rows = [{ nps: '10' }, { nps: ' ' }, { nps: '6' }, { nps: 9 }, { nps: '-' }, {}];
    const answers = answersFromRows(rows, 'nps', { missing: [' - '], scale: { min: 0, max: 10 } });
    expect(answers).toEqual([10, null, 6, 9, null, null]);
    expect(netPromoterScore(answers, { leastAnswers: 3 })).toMatchObject({ n: 3, missing: 3 });
    expect(answersFromRows([], 'nps')).toEqual([]);
    expect(answersFromRows([{ nps: '-1.5' }], 'nps')).toEqual([-1.5]);
  });

  it.each([
    [[{ nps: '11' }], 'nps', 'out-of-range', 'rows[0].nps'],
    [[{ nps: 'ten' }], 'nps', 'wrong-type', 'rows[0].nps'],
    [[{ nps: '9'.repeat(400) }], 'nps', 'wrong-type', 'rows[0].nps'],
    [[{ nps: '9' }], 'NPS', 'missing', 'rows[0].NPS'],
    [[{ nps: '9' }], '', 'out-of-range', 'column'],
    [[7], 'nps', 'wrong-type', 'rows[0]'],
    [null, 'nps', 'wrong-type', 'rows'],
  ])('refuse %o', (rows, column, code, path) => {
    const scale = { min: 0, max: 10 };
    const wrong = refusal(() => answersFromRows(rows as never, column, { scale }));
    expect(wrong).toMatchObject({ function: 'answersFromRows', code, path });
  });
});

describe('levels of each respondent', () => {
  const items = {
    id: 'ours',
    scale: { min: 1, max: 5 },
    items: ['a1', 'a2', 'b1'].map((id) => ({ id, dimension: id[0] as string, text: id })),
  };
  const answered = (e: readonly (number | null)[], p: readonly (number | null)[]) =>
    Object.fromEntries(
      items.items.flatMap(({ id }, i) => [
        [`expected.${id}`, e[i] ?? null],
        [`perceived.${id}`, p[i] ?? null],
      ]),
    );
  const responses = [
    answered([5, 4, 3], [4, 4, 5]),
    answered([5, null, 3], [4, 4, 5]),
    answered([5, 5, 3], [1, 3, null]),
  ].map((answers, i) => ({ respondent: `${i}`, answers }));

  it('are means of items, then of dimensions, and NaN where a side is missing', () => {
    const { overall, dimensions, status } = qualityLevels(items, responses);
    const column = (...numbers: number[]) => Float64Array.from(numbers);
    expect(dimensions.a).toEqual({
      expected: column(87.5, 100, 100),
      perceived: column(75, 75, 25),
    });
    expect(dimensions.b).toEqual({
      expected: column(50, 50, Number.NaN),
      perceived: column(100, 100, Number.NaN),
    });
    expect(status).toEqual(Uint8Array.of(0, 0, 1));
    expect(overall).toEqual({
      expected: column(68.75, 75, Number.NaN),
      perceived: column(87.5, 87.5, Number.NaN),
    });
  });

  it('keep what was perceived where only what was expected is not answered', () => {
    const { overall, dimensions, status } = qualityLevels(items, [
      ...responses,
      { respondent: 'late', answers: answered([], [4, 2, 5]) },
      { respondent: 'odd', answers: answered([5, 5, null], [4, 2, 3]) },
      { respondent: 'wishes', answers: answered([5, 4, 3], []) },
    ]);
    const of = ({ expected, perceived }: Record<'expected' | 'perceived', Float64Array>) =>
      [3, 4, 5].map((row) => [expected[row], perceived[row]]);
    const none = Number.NaN;
    expect(of(dimensions.a as typeof overall)).toEqual([
      [none, 50],
      [100, 50],
      [none, none],
    ]);
    expect(of(dimensions.b as typeof overall)).toEqual([
      [none, 100],
      [none, 50],
      [none, none],
    ]);
    expect(of(overall)).toEqual([
      [none, 75],
      [none, 50],
      [none, none],
    ]);
    expect(status).toEqual(Uint8Array.of(0, 0, 1, 1, 1, 1));
  });

  it('have the means that the scores have, whatever the weights', () => {
    const options = { weights: { a: 3, b: 1 }, answeredShare: 1 };
    const many = Array.from({ length: 30 }, (_, i) => ({
      ...(responses[i % 3] as (typeof responses)[number]),
      respondent: `${i}`,
    }));
    const { overall } = qualityLevels(items, many, options);
    const gaps = Array.from(overall.perceived, (p, i) => p - (overall.expected[i] as number));
    const given = gaps.filter((gap) => !Number.isNaN(gap));
    const scored = scoreServqual(items, many, options).overall;
    expect(given).toHaveLength(scored.n);
    expect(given.reduce((sum, gap) => sum + gap, 0) / given.length).toBeCloseTo(
      scored.mean as number,
      10,
    );
  });

  it('are refused what scores are', () => {
    const wrong = (options: object) => refusal(() => qualityLevels(items, responses, options));
    expect(wrong({ weights: { a: 1 } })).toMatchObject({
      path: 'options.weights.b',
      code: 'missing',
    });
    expect(wrong({ leastAnswers: 3 })).toMatchObject({ code: 'unknown-name' });
    expect(
      refusal(() => qualityLevels(items, [{ respondent: 'x', answers: { 'expected.a1': 6 } }])),
    ).toMatchObject({ path: 'responses[0].answers.expected.a1', code: 'out-of-range' });
  });
});
