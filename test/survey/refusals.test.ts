import { evidenceFrom, type SurveyResponse, scoreInstrument } from 'overdeliver/survey';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { visit } from './given';

const responseNames = 'one of respondent, role, answers';
const ok = { respondent: 'a', answers: {} };

it.each([
  [
    [ok, { ...ok, respondent: 'b' }, { ...ok, respondent: 'b' }],
    'duplicate-id',
    'responses[2].respondent',
    'a respondent once; responses[1] has it, too',
  ],
  [[{ answers: {} }], 'missing', 'responses[0].respondent', 'a name for who answered'],
  [[{ ...ok, respondent: '' }], 'wrong-type', 'responses[0].respondent', 'a name for who answered'],
  [
    [{ ...ok, role: 'king' }],
    'unknown-name',
    'responses[0].role',
    'one of user, buyer, channel, decider',
  ],
  [[{ respondent: 'a' }], 'missing', 'responses[0].answers', 'answers by item'],
  [[{ ...ok, answers: 5 }], 'wrong-type', 'responses[0].answers', 'answers by item'],
  [[{ ...ok, answers: [] }], 'wrong-type', 'responses[0].answers', 'answers by item'],
  [
    [{ ...ok, answers: new Map([['kind', 5]]) }],
    'wrong-type',
    'responses[0].answers',
    'answers by item',
  ],
  [
    [{ ...ok, answers: { hat: 1 } }],
    'unknown-name',
    'responses[0].answers.hat',
    'an item of visit',
  ],
  [
    [{ ...ok, answers: { kind: 9 } }],
    'out-of-range',
    'responses[0].answers.kind',
    'a whole number from 1 to 5',
  ],
  [
    [{ ...ok, answers: { kind: '5' } }],
    'wrong-type',
    'responses[0].answers.kind',
    'a whole number from 1 to 5',
  ],
  [
    [{ ...ok, answers: { came: 'bus' } }],
    'unknown-name',
    'responses[0].answers.came',
    'one of car, foot',
  ],
  [
    [{ ...ok, answers: { came: 'foot', parking: 1 } }],
    'ambiguous',
    'responses[0].answers.parking',
    'no answer, since came leaves it out',
  ],
  [
    [{ ...ok, answers: { came: 'car', parking: 2, why: 3 } }],
    'wrong-type',
    'responses[0].answers.why',
    'a text',
  ],
  [[{ ...ok, roles: 'user' }], 'unknown-name', 'responses[0].roles', responseNames],
  [[ok, { ...ok, respondant: 'b' }], 'unknown-name', 'responses[1].respondant', responseNames],
  [[null], 'missing', 'responses[0].respondent', 'a name for who answered'],
  ['no', 'wrong-type', 'responses', 'an array'],
])('%j is refused: %s at %s', (responses, code, path, expected) => {
  const all = responses as SurveyResponse[];
  expect(refusal(() => scoreInstrument(visit, all))).toMatchObject({ code, path, expected });
  expect(refusal(() => evidenceFrom(visit, all))).toMatchObject({ code, path, expected });
});

it.each([
  [{ confidence: 1 }, 'out-of-range', 'options.confidence'],
  [{ leastAnswers: 1 }, 'out-of-range', 'options.leastAnswers'],
  [{ answeredShare: 2 }, 'out-of-range', 'options.answeredShare'],
  [{ weights: {} }, 'unknown-name', 'options.weights'],
])('the options %o are refused', (options, code, path) => {
  expect(refusal(() => scoreInstrument(visit, [], options as object))).toMatchObject({
    code,
    path,
  });
});

it('a response that cannot be read is refused, not left out', () => {
  const broken = {
    ...ok,
    get respondent(): string {
      throw new Error('gone');
    },
  };
  expect(refusal(() => evidenceFrom(visit, [{ ...ok, respondent: 'b' }, broken]))).toMatchObject({
    code: 'wrong-type',
    path: 'responses[1]',
    expected: 'plain data, which can be read',
  });
});
