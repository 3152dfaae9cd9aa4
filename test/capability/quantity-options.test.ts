import { capabilityFromSamples, isOverdeliverError } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { quantitySchema } from '../../src/capability/input';
import { door } from '../../src/input/door';
import { read } from '../../src/input/read';

/** What a call refuses, and where; nothing where it refuses nothing. */
function refused(call: () => unknown) {
  try {
    call();
    return null;
  } catch (error) {
    if (!isOverdeliverError(error)) throw error;
    return { code: error.code, path: 'path' in error ? error.path : null };
  }
}

const unit = 'minutes';

// Plain options are looked at by hand, since there are many capabilities; whatever else there is, the schema decides.
describe('options of a quantity, by hand as by the schema', () => {
  it.each<readonly [string, unknown]>([
    ['a unit', { unit }],
    ['all', { unit, better: 'higher', deviations: true }],
    ['undefined ones', { unit, better: undefined, deviations: undefined }],
    ['inherited ones', Object.create({ unit })],
    ['one that is misspelt', { unit, beter: 'higher' }],
    ['an empty unit', { unit: '' }],
    ['no unit', {}],
    ['a unit that is no text', { unit: 5 }],
    ['another direction', { unit, better: 'least' }],
    ['deviations that are a number', { unit, deviations: 1 }],
    ['a text', unit],
    ['nothing', null],
    ['a list', [unit]],
    ['a function', Object.assign(() => 0, { unit })],
    [
      'a getter that throws',
      {
        get unit() {
          throw new Error('gone');
        },
      },
    ],
  ])('%s', (_, options) => {
    const byHand = refused(() => capabilityFromSamples([1, 2], options as { unit: string }));
    const bySchema = refused(() => door('read', () => read(quantitySchema, options, 'options')));
    expect(byHand).toEqual(bySchema);
  });
});
