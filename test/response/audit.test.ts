import fc from 'fast-check';
import { adjustParameters } from 'overdeliver';
import {
  auditPractices,
  type PracticeAnswer,
  type PracticeName,
  practices,
  responseDefaults,
} from 'overdeliver/response';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const seen = (practice: PracticeName, well: number, of: number): PracticeAnswer[] =>
  Array.from({ length: of }, (_, i) => ({ practice, well: i < well }));
const names = Object.keys(practices) as PracticeName[];

it('holds ten habits and four faults', () => {
  const kinds = Object.values(practices).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'habit')).toHaveLength(10);
  expect(kinds.filter((kind) => kind === 'fault')).toHaveLength(4);
});

it('puts the worst first, of equal ones that with more answers, and the unseen last', () => {
  const { scores } = auditPractices([
    ...seen('listen', 9, 10),
    ...seen('noHuddles', 1, 2),
    ...seen('pressure', 50, 100),
    ...seen('greetEverybody', 100, 100),
  ]);
  expect(scores.slice(0, 4).map(({ practice }) => practice)).toEqual([
    'pressure',
    'noHuddles',
    'listen',
    'greetEverybody',
  ]);
  expect(scores).toHaveLength(14);
  expect(scores[4]).toEqual({
    practice: 'satisfyEverybody',
    n: 0,
    share: null,
    low: null,
    high: null,
    verdict: 'unclear',
  });
  expect(scores.slice(0, 4).map(({ verdict }) => verdict)).toEqual([
    'missed',
    'unclear',
    'unclear',
    'kept',
  ]);
});

it('asks to train habits and to stop faults', () => {
  const { actions } = auditPractices([...seen('pressure', 22, 40), ...seen('listen', 20, 40)]);
  expect(actions.map(({ code, detail }) => [code, detail.practice])).toEqual([
    ['train', 'listen'],
    ['stop', 'pressure'],
  ]);
});

it('acts on what is surely missed, with Wilson intervals', () => {
  const { actions } = auditPractices([...seen('pressure', 22, 40), ...seen('noHuddles', 1, 2)]);
  expect(actions).toHaveLength(1);
  expect(actions[0]?.detail).toEqual({
    practice: 'pressure',
    kind: 'fault',
    meaning: 'pressure to decide',
    share: 0.55,
  });
  const detail = actions[0]?.why[0]?.detail;
  // The Wilson formula with norm.ppf(.975) of SciPy: .39829, .69295
  expect(detail?.low).toBeCloseTo(0.3983, 4);
  expect(detail?.high).toBeCloseTo(0.6929, 4);
  const parameters = adjustParameters(responseDefaults, 'ours', { practiceKept: 0.5 });
  expect(auditPractices(seen('pressure', 22, 40), { parameters }).actions).toEqual([]);
});

it('narrows no interval by fewer contacts at equal shares', () => {
  const share = fc.integer({ min: 1, max: 30 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
  holds(
    fc.property(share, fc.integer({ min: 2, max: 9 }), ([well, n], times) => {
      const width = (by: number) => {
        const { scores } = auditPractices(seen('listen', by * well, by * n));
        const one = scores.find(({ practice }) => practice === 'listen');
        return (one?.high ?? Number.NaN) - (one?.low ?? Number.NaN);
      };
      expect(width(times)).toBeLessThan(width(1));
    }),
  );
});

it('does not mind the order of answers, and is as sure as asked', () => {
  const answers = fc.array(fc.record({ practice: fc.constantFrom(...names), well: fc.boolean() }));
  holds(
    fc.property(answers, (all) => {
      const audit = auditPractices(all);
      expect(auditPractices([...all].reverse())).toEqual(audit);
      const wide = auditPractices(all, { confidence: 0.99 }).scores;
      for (const { practice, share, low, high } of audit.scores) {
        if (share === null || low === null || high === null) continue;
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
        const wider = wide.find((one) => one.practice === practice);
        expect(wider?.low).toBeLessThanOrEqual(low);
        expect(wider?.high).toBeGreaterThanOrEqual(high);
      }
    }),
  );
});

it.each([
  [
    'an unknown practice',
    [{ practice: 'smile', well: true }],
    'unknown-name',
    'answers[0].practice',
  ],
  ['no practice', [{ well: true }], 'missing', 'answers[0].practice'],
  ['no answer', [{ practice: 'listen' }], 'missing', 'answers[0].well'],
  ['an answer in words', [{ practice: 'listen', well: 'yes' }], 'wrong-type', 'answers[0].well'],
  [
    'a name that is none',
    [{ pratice: 'listen', well: true }],
    'unknown-name',
    'answers[0].pratice',
  ],
  ['nothing at all', [null], 'missing', 'answers[0].practice'],
  ['what is no list', 'listen', 'wrong-type', 'answers'],
])('refuses %s', (_, answers, code, path) => {
  expect(refusal(() => auditPractices(answers as never))).toMatchObject({ code, path });
});
