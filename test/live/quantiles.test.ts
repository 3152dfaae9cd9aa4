import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { at, dataOf, happenings, minute, tell } from './stream';

const orders = 50;
/** So much of the orders is planned for at a keep rate, as conformal ranks have it, after so many. */
const planned = (keepRate: number, finished: number) => {
  const missed = 1 - keepRate;
  return 1 - missed ** 2 / (missed + keepRate / finished);
};

function lived(options: object = {}) {
  const parameters = adjustParameters(promiserDefaults, 'test/soon', { minOrders: 5, ...options });
  const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40, parameters });
  tell(promiser, happenings(orders, { seed: 41, cancelled: 0.1 }));
  return { promiser, now: promiser.now() as Date };
}

describe('quotes are quantiles of what the next order may take', () => {
  // By the quick memory, which follows the level, and by the long one.
  it.each([0, 1])('at any keep rate (longLoss %s)', (longLoss) => {
    const { promiser, now } = lived({ longLoss, lossOrders: 5 });
    const { finished } = dataOf(promiser).counters;
    const asked = { at: now, group: 'group 1', estimate: 50 };
    const capability = promiser.capability(asked);
    const quote = promiser.quote(asked);
    expect(capability).toMatchObject({ kind: 'live', unit: 'minutes', better: 'lower' });
    expect(capability.n).toBe(quote.guarantee?.n);
    for (const keepRate of [0.3, 0.5, 0.8]) {
      const { promise } = promiser.quote({ ...asked, keepRate });
      const quantile = capability.quantile(planned(keepRate, finished));
      // Within a bin of .02 a line of durations is not one of their logarithms.
      expect((promise as number) / quantile).toBeCloseTo(1, 3);
    }
    expect(capability.quantile(0.5) / (quote.typical as number)).toBeCloseTo(1, 3);
  });

  it('as far as recent orders tell, and what they tell beyond is said', () => {
    const { promiser, now } = lived();
    for (let i = 0; i < 12; i++) promiser.start({ id: `stuck ${i}`, at: now });
    const later = new Date(now.getTime() + 200 * minute);
    promiser.start({ id: 'x', at: later });
    const { finished } = dataOf(promiser).counters;
    const capability = promiser.capability({ at: later });
    const { reason, unidentified, promise, typical } = promiser.quote({ at: later });
    expect(reason).toBe('not-identified');
    expect(unidentified?.help).toEqual(['lower-keep-rate', 'end-orders']);
    const { chance, atLeast } = unidentified as NonNullable<typeof unidentified>;
    expect(planned(chance, finished)).toBeCloseTo(capability.identified, 9);
    expect(atLeast).toBeCloseTo(capability.quantile(capability.identified), 1);
    // The guess may be longer.
    expect(promise).toBeGreaterThanOrEqual(atLeast);
    expect(typical === null).toBe(capability.identified < 0.5);
    expect(promiser.quote({ at: later, keepRate: chance - 1e-9 }).reason).toBeNull();
    expect(promiser.quote({ at: later, keepRate: chance + 1e-9 }).reason).toBe('not-identified');
    expect(promiser.quote({ at: later, keepRate: 0.81 }).promise).toBeNull();
  });

  it('up to what was cancelled so long ago that it tells no more', () => {
    const parameters = adjustParameters(promiserDefaults, 'test/soon', { minOrders: 1 });
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 50, parameters });
    promiser.start({ id: 'old', at: at(0) });
    promiser.cancel({ id: 'old', at: at(900) });
    for (let i = 0; i < 60; i++) {
      promiser.start({ id: 'x', at: at(900 + 60 * i) });
      promiser.finish({ id: 'x', at: at(950 + 60 * i) });
    }
    const later = at(4600);
    expect(dataOf(promiser).memories[0].rest).toBeGreaterThan(0);
    // Less than half an order: all were seen to finish.
    expect(promiser.capability({ at: later }).identified).toBe(1);
    const { reason, unidentified } = promiser.quote({ at: later, keepRate: 0.99999 });
    expect([reason, unidentified?.help]).toEqual(['not-identified', ['lower-keep-rate']]);
  });

  it('not before, which says the keep rate without the last bits of its percent', () => {
    const promiser = livePromiser({ unit: 'hours', keepRate: 0.55, typical: 1 });
    const { message } = refusal(() => promiser.capability({ at: at(0) }));
    expect(message).toContain('kept 55% of the time');
  });

  it('from as many orders on as the keep rate needs', () => {
    const promiser = livePromiser({ unit: 'hours', keepRate: 0.75, typical: 1 });
    for (let i = 0; i < 3; i++) {
      const refused = refusal(() => promiser.capability({ at: at(100 * i) }));
      expect(refused).toMatchObject({ code: 'not-enough-data', path: 'promiser' });
      expect(refused.message).toContain(`holds ${i}; expected at least 3`);
      expect(refused.message).toContain('kept 75% of the time');
      promiser.start({ id: 'x', at: at(100 * i) });
      promiser.finish({ id: 'x', at: at(100 * i + 50) });
    }
    const capability = promiser.capability({ at: at(300) });
    expect(promiser.quote({ at: at(300) }).warnings).toEqual([]);
    expect(capability).toMatchObject({ n: 3, unit: 'hours', identified: 1 });
    for (const p of [0.01, 0.5, 1]) expect(capability.quantile(p)).toBeCloseTo(5 / 6, 1);
  });
});
