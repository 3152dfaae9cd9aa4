import {
  fitIntentions,
  fitRecovery,
  fitSwitching,
  fitWordOfMouth,
  intentionFitRowSchema,
  recoveryFitRowSchema,
  switchingDefaults,
  switchingFitRowSchema,
  wordOfMouthFitRowSchema,
} from 'overdeliver/loyalty';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { intentionRows, names, recoveryRows, switchingRows, wordOfMouthRows } from './world';

const rows = {
  fitIntentions: intentionRows(7, 30),
  fitSwitching: switchingRows(7, 30),
  fitWordOfMouth: wordOfMouthRows(7, 30),
  fitRecovery: recoveryRows(7, 30),
};
const fits = { fitIntentions, fitSwitching, fitWordOfMouth, fitRecovery };
type Fit = keyof typeof fits;
const call = (name: Fit, given: unknown, options: unknown = names) =>
  (fits[name] as (rows: never, options: never) => unknown)(given as never, options as never);
const changed = (name: Fit, more: object, at = 3) =>
  (rows[name] as object[]).map((row, i) => (i === at ? { ...row, ...more } : row));
const all = (name: Fit, more: object) =>
  (rows[name] as object[]).map((row) => ({ ...row, ...more }));

describe('rows', () => {
  it.each<[string, Fit, unknown, string, string]>([
    [
      'a satisfaction off the scale',
      'fitIntentions',
      changed('fitIntentions', { satisfaction: 101 }),
      'out-of-range',
      'rows[3].satisfaction',
    ],
    [
      'an answer above 1',
      'fitIntentions',
      changed('fitIntentions', { recommend: 7 }),
      'out-of-range',
      'rows[3].recommend',
    ],
    [
      'an answer in words',
      'fitIntentions',
      changed('fitIntentions', { recommend: 'yes' }),
      'wrong-type',
      'rows[3].recommend',
    ],
    [
      'an outcome that does not exist',
      'fitIntentions',
      changed('fitIntentions', { outcome: 'good' }),
      'unknown-name',
      'rows[3].outcome',
    ],
    [
      'a stage without a use',
      'fitIntentions',
      changed('fitIntentions', { stage: 'never-used' }),
      'unknown-name',
      'rows[3].stage',
    ],
    [
      'a misspelt column',
      'fitIntentions',
      changed('fitIntentions', { recomend: 1 }),
      'unknown-name',
      'rows[3].recomend',
    ],
    [
      'a customer that is no name',
      'fitIntentions',
      changed('fitIntentions', { customer: {} }),
      'wrong-type',
      'rows[3].customer',
    ],
    [
      'a credibility above 1',
      'fitSwitching',
      changed('fitSwitching', { credibility: 80 }),
      'out-of-range',
      'rows[3].credibility',
    ],
    [
      'a choice as a number',
      'fitSwitching',
      changed('fitSwitching', { left: 1 }),
      'wrong-type',
      'rows[3].left',
    ],
    [
      'no choice',
      'fitSwitching',
      changed('fitSwitching', { left: undefined }),
      'missing',
      'rows[3].left',
    ],
    [
      'fewer people than none',
      'fitWordOfMouth',
      changed('fitWordOfMouth', { negative: -1 }),
      'out-of-range',
      'rows[3].negative',
    ],
    [
      'more people than one tells',
      'fitWordOfMouth',
      changed('fitWordOfMouth', { positive: 5000 }),
      'out-of-range',
      'rows[3].positive',
    ],
    [
      'a failure that pleased',
      'fitRecovery',
      changed('fitRecovery', { before: 10, failed: 11 }),
      'out-of-range',
      'rows[3].failed',
    ],
    [
      'a level off the scale',
      'fitRecovery',
      changed('fitRecovery', { recovered: 101 }),
      'out-of-range',
      'rows[3].recovered',
    ],
    [
      'half an apology',
      'fitRecovery',
      changed('fitRecovery', { apologies: 0.5 }),
      'wrong-type',
      'rows[3].apologies',
    ],
    ['no list', 'fitRecovery', 'rows', 'wrong-type', 'rows'],
    [
      'a hole',
      'fitRecovery',
      Object.assign(rows.fitRecovery.slice(), { length: 31 }),
      'missing',
      'rows[30]',
    ],
    ['none', 'fitRecovery', [], 'not-enough-data', 'rows'],
    ['none', 'fitSwitching', [], 'not-enough-data', 'rows'],
    ['none', 'fitWordOfMouth', [], 'not-enough-data', 'rows'],
    ['none', 'fitIntentions', [], 'not-enough-data', 'rows'],
    [
      'fewer than folds take',
      'fitSwitching',
      rows.fitSwitching.slice(0, 9),
      'not-enough-data',
      'rows',
    ],
    [
      'fewer customers than numbers',
      'fitWordOfMouth',
      (rows.fitWordOfMouth as object[]).map((row, i) => ({ ...row, customer: i % 7 })),
      'not-enough-data',
      'rows',
    ],
    [
      'no answer',
      'fitIntentions',
      all('fitIntentions', { repurchase: null, recommend: null, complain: undefined }),
      'not-enough-data',
      'rows',
    ],
    [
      'one answer',
      'fitIntentions',
      all('fitIntentions', { repurchase: 1 }),
      'not-enough-data',
      'rows',
    ],
    [
      'nobody who left',
      'fitSwitching',
      all('fitSwitching', { left: false }),
      'not-enough-data',
      'rows',
    ],
    [
      'nobody who stayed',
      'fitSwitching',
      all('fitSwitching', { left: true }),
      'not-enough-data',
      'rows',
    ],
    [
      'nobody who told',
      'fitWordOfMouth',
      all('fitWordOfMouth', { positive: 0, negative: 0 }),
      'not-enough-data',
      'rows',
    ],
    [
      'nothing lost',
      'fitRecovery',
      all('fitRecovery', { before: 60, failed: 60 }),
      'ambiguous',
      'rows',
    ],
    [
      // A third of the way up, and two thirds of it turned round.
      'nothing lost but a last bit',
      'fitRecovery',
      all('fitRecovery', { before: 100 - 200 / 3, failed: 100 / 3 }),
      'ambiguous',
      'rows',
    ],
    [
      'nothing done',
      'fitRecovery',
      all('fitRecovery', { distributive: 0, interactional: 0, procedural: 0, apologies: 0 }),
      'ambiguous',
      'rows',
    ],
  ])('with %s are refused by %s', (_, name, given, code, path) => {
    expect(() => call(name, given)).toThrow(
      expect.objectContaining({ code, path, function: name }),
    );
  });

  it('that are too few say what they hold and how many it takes', () => {
    expect(() => call('fitSwitching', rows.fitSwitching.slice(0, 9))).toThrow(
      'fitSwitching: rows holds 9 rows; expected at least 10 for 5 numbers and 5 folds',
    );
    expect(() => call('fitSwitching', rows.fitSwitching.slice(0, 10))).not.toThrow();
    expect(() => call('fitSwitching', [])).toThrow('rows holds 0 rows; expected at least 10');
    expect(() => call('fitWordOfMouth', [])).toThrow('rows holds 0 rows; expected at least 10');
    const three = { ...names, folds: 3 };
    expect(() => call('fitWordOfMouth', rows.fitWordOfMouth.slice(0, 7), three)).toThrow(
      'rows holds 7 rows; expected at least 8 for 7 numbers and 3 folds',
    );
    const told = all('fitWordOfMouth', { positive: 0, negative: 0 });
    expect(() => call('fitWordOfMouth', told)).toThrow(
      'rows holds nobody who told anybody; expected at least 1 for a fit',
    );
    const few = (rows.fitSwitching as object[]).map((row, i) => ({ ...row, customer: i % 7 }));
    expect(() => call('fitSwitching', few, { ...names, folds: 3 })).not.toThrow();
    expect(() => call('fitSwitching', few)).toThrow('rows holds 7 customers');
    expect(() => call('fitSwitching', all('fitSwitching', { left: false }))).toThrow(
      'rows holds customers of one kind, who all stayed; expected at least 2 for a fit: some who left and some who stayed',
    );
    expect(() => call('fitIntentions', all('fitIntentions', { repurchase: 1 }))).toThrow(
      'rows holds one kind of answer to repurchase, 1; expected at least 2 for a fit, such as yes and no',
    );
    expect(() => call('fitIntentions', [], { ...names, folds: 20 })).toThrow(
      'rows holds no answers; expected at least 40 for a fit of an intention (repurchase, recommend, complain)',
    );
  });
});

describe('options', () => {
  it.each([
    ['none', undefined, 'missing', 'options'],
    ['without a name', { ...names, id: '' }, 'out-of-range', 'options.id'],
    ['misspelt', { ...names, fold: 5 }, 'unknown-name', 'options.fold'],
    ['with two folds', { ...names, folds: 2 }, 'out-of-range', 'options.folds'],
    ['with a seed that is none', { ...names, seed: -1 }, 'out-of-range', 'options.seed'],
    ['that are certain', { ...names, confidence: 1 }, 'out-of-range', 'options.confidence'],
    [
      'with bare numbers',
      { ...names, parameters: { curve: 1 } },
      'wrong-type',
      'options.parameters',
    ],
    [
      'with another set',
      { ...names, parameters: switchingDefaults },
      'missing',
      'options.parameters.positive.most',
    ],
  ])('%s are refused', (_, options, code, path) => {
    expect(() => fitWordOfMouth(rows.fitWordOfMouth, options as never)).toThrow(
      expect.objectContaining({ code, path, function: 'fitWordOfMouth' }),
    );
  });
});

describe('schemas of rows', () => {
  const schemas = {
    fitIntentions: intentionFitRowSchema,
    fitSwitching: switchingFitRowSchema,
    fitWordOfMouth: wordOfMouthFitRowSchema,
    fitRecovery: recoveryFitRowSchema,
  };

  it.each(Object.keys(schemas) as Fit[])(
    'of %s take JSON, leave other columns out and describe themselves',
    (name) => {
      const row: object = JSON.parse(JSON.stringify(rows[name][0]));
      expect(z.parse(schemas[name], { ...row, country: 'ch', customer: 'Ada' })).toEqual({
        ...row,
        customer: 'Ada',
      });
      const described = z.toJSONSchema(schemas[name], { io: 'input' });
      expect(Object.keys(described.properties ?? {})).toEqual(
        expect.arrayContaining(Object.keys(row)),
      );
    },
  );
});
