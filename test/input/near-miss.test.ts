import { expect, it } from 'vitest';
import { nearMiss } from '../../src/input/near-miss';

it.each([
  // What people put around a name, before or after it alone.
  ['hasFinished', ['finished'], [], 'finished'],
  ['finished_date', ['finished'], [], 'finished'],
  ['finwasished', ['finished'], [], undefined],
  ['date_finished', ['finished'], [], undefined],
  // Two slips from eight letters on, one from four on.
  ['finnishde', ['finished'], [], 'finished'],
  ['finishedxy', ['finished'], [], 'finished'],
  ['finishx', ['finished'], [], undefined],
  ['finishedxyz', ['finished'], [], undefined],
  ['stge', ['stage'], [], 'stage'],
  ['sgea', ['stage'], [], undefined],
  ['ac', ['act'], [], undefined],
  // Beside the name itself: one slip from six letters on, a swap from four on, no plural and no key of a store.
  ['finised', ['finished'], ['finished'], 'finished'],
  ['finsed', ['finished'], ['finished'], undefined],
  ['answers', ['answer'], ['answer'], undefined],
  ['answer', ['answers'], ['answers'], undefined],
  ['uess', ['uses'], ['uses'], 'uses'],
  ['gates', ['stage'], ['stage'], undefined],
  ['cat', ['act'], ['act'], undefined],
  ['_id', ['id'], ['id'], undefined],
  ['_id', ['id'], [], 'id'],
  ['Value', ['value'], ['value'], 'value'],
] as const)('%s among %j, of which %j are given, means %s', (name, known, given, means) => {
  expect(nearMiss(name, known, given)).toBe(means);
});
