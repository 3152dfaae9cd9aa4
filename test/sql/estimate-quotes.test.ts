import {
  calibrateEstimates,
  capabilityFromSamples,
  estimateWith,
  fitEstimator,
  planPromise,
} from 'overdeliver';
import type { Calibration } from 'overdeliver/capability';
import { estimatesSql } from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const unit = 'minutes';
const km = Array.from({ length: 40 }, (_, i) => 1 + (i % 7));
const actuals = km.map((x, i) => 10 + 4 * x + (i % 5));
const { model, heldOut } = fitEstimator({ actuals, columns: { km } }, { unit });
const { spreads: _, ...alike } = heldOut;
const path = 'options.quote.calibration';
const quoted =
  (calibration: Calibration, keepRate = 0.9) =>
  () =>
    estimatesSql(model, {
      ...{ dialect: 'duckdb', from: 'orders', columns: { km: 'km' } },
      quote: { calibration, keepRate },
    });
const few = { estimates: [1, 1, 1, 1], actuals: [1, 2, 3, 4] };

describe('where a plan would be refused, quotes are', () => {
  const held = estimateWith(model, { km: 3 });
  it.each([
    ['on too few orders', calibrateEstimates(few, { unit }), 0.9],
    [
      'beyond what has finished',
      calibrateEstimates(few, { unit, finished: [true, true, true, false] }),
      0.9,
    ],
    [
      'where the median is beyond it',
      calibrateEstimates(few, { unit, finished: [true, false, false, false] }),
      0.2,
    ],
  ])('%s', (__, calibration, keepRate) => {
    const { code, expected } = refusal(() => planPromise(calibration(held), { keepRate }));
    const said = refusal(quoted(calibration, keepRate));
    expect(said).toMatchObject({ code, path, function: 'estimatesSql' });
    // Without how old the oldest order is: that hangs on the estimate.
    expect(expected.startsWith(said.expected)).toBe(true);
  });

  it('says how many orders it takes', () => {
    const { message } = refusal(quoted(calibrateEstimates(few, { unit })));
    expect(message).toContain(
      'calibration holds 4; expected at least 9 for a promise that is kept',
    );
  });
});

describe('quotes are refused', () => {
  it.each<[string, unknown, string]>([
    ['by the capability of one estimate', calibrateEstimates(alike, { unit })(1), 'wrong-type'],
    ['by a function of one', (x: number) => capabilityFromSamples([x], { unit }), 'wrong-type'],
    ['by nothing', undefined, 'missing'],
    ['in another unit', calibrateEstimates(heldOut, { unit: 'days' }), 'unit-mismatch'],
  ])('%s', (__, calibration, code) => {
    expect(refusal(quoted(calibration as Calibration))).toMatchObject({ code, path });
  });

  it.each([
    ['whose spreads are learnt', calibrateEstimates(alike, { unit, learnSpread: true }), 'heldOut'],
    [
      'of groups',
      calibrateEstimates({ ...heldOut, groups: km.slice(-12).map(String) }, { unit }),
      'a column',
    ],
  ])('by a calibration %s, with what to do instead', (__, calibration, instead) => {
    const said = refusal(quoted(calibration));
    expect(said).toMatchObject({ code: 'wrong-type', path: `${path}.by` });
    expect(said.expected).toContain(instead);
  });

  const nine = (x: number) => Array<number>(9).fill(x);
  const history = { estimates: nine(1), actuals: nine(2), spreads: nine(1e-60) };
  const below = capabilityFromSamples([-1], { unit, deviations: true });
  const { spreads, ...even } = history;
  it.each([
    ['a vast margin', { ...even, actuals: nine(1e60) }, path],
    ['spreads next to nothing', { ...history, spreads }, `${path}.usualSpread`],
  ])('by %s, with which no engine can count', (__, past, at) => {
    const said = refusal(quoted(calibrateEstimates(past, { unit })));
    expect(said).toMatchObject({ code: 'out-of-range', path: at });
  });

  it('by margins below 0, which no calibration has', () => {
    const odd = Object.assign(() => below, { by: [], usualSpread: null });
    expect(refusal(quoted(odd, 0.5))).toMatchObject({ code: 'out-of-range', path });
  });
});
