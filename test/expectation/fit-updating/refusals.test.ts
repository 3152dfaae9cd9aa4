import { fitUpdating, type UpdatingHistory } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { names, panel } from './world';

const histories = panel(5, 10, { steps: 3 });
const [first, ...others] = histories as [UpdatingHistory, ...UpdatingHistory[]];
const changed = (more: object) => [{ ...first, ...more }, ...others];
const step = (i: number, more: object) =>
  changed({ path: first.path.map((one, k) => (k === i ? { ...one, ...more } : one)) });

describe('histories', () => {
  it.each([
    [
      'a path out of order',
      changed({ path: first.path.slice().reverse() }),
      'date-order',
      'histories[0].path[1].at',
    ],
    ['a step before the start', step(0, { at: 0 }), 'date-order', 'histories[0].path[0].at'],
    [
      'a level off the scale',
      step(0, { reported: { predicted: 101 } }),
      'out-of-range',
      'histories[0].path[0].reported.predicted',
    ],
    [
      'an event off the scale',
      step(0, { event: { kind: 'experience', perceived: -1 } }),
      'out-of-range',
      'histories[0].path[0].event.perceived',
    ],
    [
      'a report of nothing',
      step(0, { reported: {} }),
      'out-of-range',
      'histories[0].path[0].reported',
    ],
    [
      'a register nobody reports',
      step(0, { reported: { adequate: 50 } }),
      'unknown-name',
      'histories[0].path[0].reported.adequate',
    ],
    [
      'an empty step',
      step(0, { event: undefined, reported: undefined }),
      'out-of-range',
      'histories[0].path[0]',
    ],
    [
      'a misspelt column',
      step(0, { reportd: { predicted: 50 } }),
      'unknown-name',
      'histories[0].path[0].reportd',
    ],
    ['no start', changed({ start: undefined }), 'missing', 'histories[0].start'],
    [
      'a start that is none',
      changed({ start: { mean: 60 } }),
      'unknown-name',
      'histories[0].start.mean',
    ],
    [
      'text without an offset',
      step(0, { at: '2026-01-01' }),
      'wrong-type',
      'histories[0].path[0].at',
    ],
    ['no path', changed({ path: undefined }), 'missing', 'histories[0].path'],
    ['no list', 'histories', 'wrong-type', 'histories'],
    ['a hole', Object.assign(histories.slice(), { length: 11 }), 'missing', 'histories[10]'],
    ['none', [], 'not-enough-data', 'histories'],
    ['no more customers than numbers', histories.slice(0, 6), 'not-enough-data', 'histories'],
    ['no report', histories.map((one) => ({ ...one, path: [] })), 'not-enough-data', 'histories'],
  ])('with %s are refused', (_, given, code, path) => {
    expect(() => fitUpdating(given as never, names)).toThrow(
      expect.objectContaining({ code, path, function: 'fitUpdating' }),
    );
  });
});

it('customers no more than numbers are counted', () => {
  expect(() => fitUpdating(histories.slice(0, 6), names)).toThrow(
    expect.objectContaining({ needed: 7, available: 6 }),
  );
});

describe('options', () => {
  it.each([
    ['without a name', { id: '' }, 'out-of-range', 'options.id'],
    ['without a licence', { licence: undefined }, 'missing', 'options.licence'],
    ['misspelt', { confidenc: 0.9 }, 'unknown-name', 'options.confidenc'],
    ['with a confidence of 1', { confidence: 1 }, 'out-of-range', 'options.confidence'],
    [
      'with numbers that are no set',
      { parameters: { experienceSd: 3 } },
      'wrong-type',
      'options.parameters',
    ],
  ])('%s are refused', (_, more, code, path) => {
    expect(() => fitUpdating(histories, { ...names, ...more } as never)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });
});
