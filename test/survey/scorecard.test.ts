import fc from 'fast-check';
import {
  byRole,
  type CustomerRole,
  customerRoles,
  type ExpectationEvidence,
  eightExpectations,
  eightInstrument,
  eightNames,
  evidenceFrom,
  expectationScorecard,
} from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { visit } from './given';

const piece = (
  level: number,
  respondent: string,
  role?: CustomerRole,
  expectation: ExpectationEvidence['expectation'] = 'trust',
): ExpectationEvidence => ({
  expectation,
  level,
  respondent,
  source: 'interview',
  ...(role && { role }),
});
const few = { leastAnswers: 2 };

it('there are eight expectations, each with an item', () => {
  expect(eightNames).toEqual(Object.keys(eightExpectations));
  expect(eightNames).toHaveLength(8);
  expect(eightInstrument.items.map(({ id }) => id)).toEqual(eightNames);
});

describe('a scorecard', () => {
  it('keeps apart who answered, in a fixed order, those unknown last', () => {
    const cards = expectationScorecard(
      [piece(10, 'a'), piece(20, 'b', 'decider'), piece(30, 'c', 'user'), piece(50, 'd', 'user')],
      few,
    );
    expect(cards.map(({ role, rows }) => [role, rows[7]?.n, rows[7]?.mean])).toEqual([
      ['user', 2, 40],
      ['decider', 1, null],
      [null, 1, null],
    ]);
  });

  it('has all eight rows, with the evidence of each', () => {
    const evidence = [piece(10, 'a'), piece(90, 'b'), piece(50, 'a', undefined, 'options')];
    const [card] = expectationScorecard(evidence, few);
    expect(card?.rows.map(({ expectation }) => expectation)).toEqual(eightNames);
    expect(card?.rows[7]).toMatchObject({ n: 2, mean: 50, evidence: evidence.slice(0, 2) });
    expect(card?.rows[1]).toMatchObject({ n: 1, mean: null, evidence: [evidence[2]] });
    expect(card?.rows[0]).toMatchObject({ n: 0, mean: null, low: null, evidence: [] });
    expect(card?.rows[0]?.meaning).toBe(eightExpectations.information);
  });

  it('counts one respondent once, however much they said', () => {
    const often = [piece(0, 'a'), piece(40, 'a'), piece(80, 'b')];
    const [card] = expectationScorecard(often, few);
    expect(card?.rows[7]).toMatchObject({ n: 2, mean: 50 });
  });

  it('is empty without evidence', () => {
    expect(expectationScorecard([])).toEqual([]);
  });

  it('narrows, or stays as it is, when more respondents say the same', () => {
    const levels = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), {
      minLength: 2,
      maxLength: 12,
    });
    holds(
      fc.property(levels, fc.integer({ min: 2, max: 5 }), (all, times) => {
        const width = (copies: number) => {
          const said = Array.from({ length: copies }, (_, copy) =>
            all.map((level, i) => piece(level, `${copy} ${i}`)),
          ).flat();
          const row = expectationScorecard(said, few)[0]?.rows[7];
          return Number(row?.high) - Number(row?.low);
        };
        expect(width(times)).toBeLessThanOrEqual(width(1) + 1e-9);
      }),
    );
  });

  it('does not depend on the order of the evidence', () => {
    const any = fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom(...customerRoles, undefined),
        fc.constantFrom(...eightNames),
      ),
    );
    holds(
      fc.property(any, (all) => {
        const evidence = all.map((one) => piece(...one));
        const means = (some: readonly ExpectationEvidence[]) =>
          expectationScorecard(some, few).map(({ role, rows }) => [
            role,
            rows.map(({ evidence: _, ...row }) => row),
          ]);
        expect(means([...evidence].reverse())).toEqual(means(evidence));
      }),
    );
  });

  it.each([
    [{ expectation: 'luck' }, 'unknown-name', 'evidence[0].expectation'],
    [{ level: 101 }, 'out-of-range', 'evidence[0].level'],
    [{ level: '5' }, 'wrong-type', 'evidence[0].level'],
    [{ respondent: '' }, 'wrong-type', 'evidence[0].respondent'],
    [{ source: 3 }, 'wrong-type', 'evidence[0].source'],
    [{ source: undefined }, 'missing', 'evidence[0].source'],
    [{ role: 'king' }, 'unknown-name', 'evidence[0].role'],
    [{ lvl: 3 }, 'unknown-name', 'evidence[0].lvl'],
  ])('refuses %o', (wrong, code, path) => {
    const evidence = [{ ...piece(1, 'a'), ...wrong }] as ExpectationEvidence[];
    expect(refusal(() => expectationScorecard(evidence))).toMatchObject({ code, path });
    expect(
      refusal(() => expectationScorecard([{ ...piece(1, 'a'), lvl: 3 } as never])).expected,
    ).toBe('one of expectation, level, respondent, role, source');
    expect(refusal(() => expectationScorecard([null as never])).path).toBe(
      'evidence[0].expectation',
    );
  });
});

describe('evidence from answers', () => {
  it('is one piece for each answer about one of the eight', () => {
    const responses = [
      { respondent: 'a', role: 'channel', answers: { trust: 1, options: 5, fairness: null } },
      { respondent: 'b', answers: { trust: 3 } },
    ] as const;
    expect(evidenceFrom(eightInstrument, responses)).toEqual([
      { expectation: 'options', level: 100, respondent: 'a', role: 'channel', source: 'options' },
      { expectation: 'trust', level: 0, respondent: 'a', role: 'channel', source: 'trust' },
      { expectation: 'trust', level: 50, respondent: 'b', source: 'trust' },
    ]);
    expect(evidenceFrom(visit, [{ respondent: 'a', answers: { kind: 5 } }])).toEqual([]);
  });
});

it('byRole refuses a part that is none', () => {
  expect(byRole([])).toEqual([]);
  expect(refusal(() => byRole([{ role: 'boss' as never }]))).toMatchObject({
    code: 'unknown-name',
    path: 'responses[0].role',
    expected: 'one of user, buyer, channel, decider',
  });
  expect(refusal(() => byRole('no' as never)).path).toBe('responses');
});
