import { calibrateEstimates, planPromise } from 'overdeliver';
import { expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { refusal } from '../core/refusal';

const unit = 'minutes';

it('keeps promises at the wanted rate, whatever the estimates', () => {
  const uniform = uniforms(5);
  // A navigator that is a fifth too low on average.
  const trip = () => {
    const estimate = 10 + 50 * uniform();
    return { estimate, actual: estimate * (0.9 + 0.7 * uniform() ** 2) };
  };
  let kept = 0;
  const repeats = 3000;
  for (let i = 0; i < repeats; i++) {
    const past = Array.from({ length: 19 }, trip);
    const history = {
      estimates: past.map(({ estimate }) => estimate),
      actuals: past.map(({ actual }) => actual),
    };
    const next = trip();
    const { ranks } = calibrateEstimates(history, { unit })(next.estimate);
    if (next.actual <= (ranks?.byRank(18) as number)) kept++;
  }
  // 18 of 19 ranks: .9 in expectation, with a standard error of .0055.
  expect(Math.abs(kept / repeats - 0.9)).toBeLessThan(3 * 0.0055);
});

it('plans with the guarantee of the ratios', () => {
  const history = {
    estimates: Array.from({ length: 19 }, () => 10),
    actuals: Array.from({ length: 19 }, (_, i) => 8 + i),
  };
  const plan = planPromise(calibrateEstimates(history, { unit })(20), { keepRate: 0.9 });
  expect(plan.promise).toBeCloseTo(50, 12);
  expect(plan.guarantee).toMatchObject({ kind: 'finite-sample' });
});

it('takes orders that are still under way', () => {
  const history = { estimates: [10, 10, 10], actuals: [12, 15, 11] };
  const arrival = calibrateEstimates(history, { unit, finished: [true, true, false] });
  expect(arrival(10).quantile(0.5)).toBeCloseTo(12, 12);
  expect(arrival(10).quantile(0.6)).toBeCloseTo(15, 12);
  expect(arrival(10).ranks).toBeNull();
});

it.each([
  [{ estimates: [0], actuals: [1] }, 'out-of-range', 'history.estimates[0]'],
  [{ estimates: [1], actuals: [-1] }, 'out-of-range', 'history.actuals[0]'],
  [{ estimates: [1], actuals: [1, 2] }, 'length-mismatch', 'history.actuals'],
  [{ estimates: [], actuals: [] }, 'not-enough-data', 'history.actuals'],
  [{ estimates: [1] }, 'missing', 'history.actuals'],
])('refuses %j', (history, code, path) => {
  const call = () => calibrateEstimates(history as never, { unit });
  expect(refusal(call)).toMatchObject({ code, path });
});

it.each([
  [[{ estimate: 30, actual: 33 }], 'wrong-type', 'history'],
  [undefined, 'missing', 'history'],
  [{ estimate: [30], actual: [33] }, 'unknown-name', 'history.estimate'],
])('says what columns it takes: %j', (history, code, path) => {
  const expected = '{ estimates, actuals }, two columns';
  const call = () => calibrateEstimates(history as never, { unit });
  expect(refusal(call)).toMatchObject({ code, path, expected });
});

it('offers no option that it does not have', () => {
  const call = () => calibrateEstimates({ estimates: [1], actuals: [-1] }, { unit });
  expect(refusal(call).expected).toBe('a finite number of at least 0');
});

it('refuses an estimate that is none', () => {
  const arrival = calibrateEstimates({ estimates: [1], actuals: [1] }, { unit });
  expect(refusal(() => arrival(0))).toMatchObject({ code: 'out-of-range', path: 'estimate' });
});
