import { livePromiser } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { at, dataOf, kitchen, minute } from './stream';

describe('an order that ends', () => {
  it('says what became of a promise', () => {
    const promiser = kitchen();
    const { promise } = promiser.start({ id: 'x', at: at(0) });
    promiser.start({ id: 'y', at: at(0) });
    expect(promiser.finish({ id: 'x', at: at(82) })).toEqual({ took: 82, promise, kept: true });
    expect(promiser.finish({ id: 'y', at: at(83) })).toEqual({ took: 83, promise, kept: false });
  });

  it('keeps a promise that is finished at its due', () => {
    const promiser = kitchen();
    const { due } = promiser.start({ id: 'x', at: at(0) });
    expect(promiser.finish({ id: 'x', at: due as Date }).kept).toBe(true);
  });

  it('just after its due breaks a promise', () => {
    const promiser = kitchen();
    const { due } = promiser.start({ id: 'x', at: at(0) });
    const late = (due as Date).getTime() + 1;
    expect(promiser.finish({ id: 'x', at: late }).kept).toBe(false);
  });

  it('is told of in the unit of the promiser', () => {
    for (const [unit, length] of [
      ['minutes', minute],
      ['hours', 60 * minute],
      ['days', 24 * 60 * minute],
    ] as const) {
      const promiser = livePromiser({ unit, keepRate: 0.5, typical: 3 });
      const { promise } = promiser.start({ id: 'x', at: at(0) });
      expect(promise).toBe(3);
      const outcome = promiser.finish({ id: 'x', at: at(0).getTime() + 2.5 * length });
      expect(outcome).toEqual({ took: 2.5, promise: 3, kept: true });
    }
  });

  it('ends after its start, also where events may be late', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40, lateness: 10 });
    promiser.start({ id: 'x', at: at(20) });
    const before = JSON.stringify(promiser);
    for (const end of ['finish', 'cancel', 'lose'] as const) {
      const refused = refusal(() => promiser[end]({ id: 'x', at: at(20).getTime() - 1 }));
      expect(refused).toMatchObject({ code: 'date-order', path: 'event.at' });
      expect(refused.expected).toBe('a time not before its start at 2026-03-02T00:20:00.000Z');
    }
    expect(JSON.stringify(promiser)).toBe(before);
    expect(promiser.finish({ id: 'x', at: at(20) }).took).toBe(0);
  });

  it('in ten years of open time or never is not promised', () => {
    const promiser = livePromiser({
      unit: 'hours',
      keepRate: 0.5,
      typical: 2,
      calendar: { zone: 'UTC', open: { monday: ['09:00-10:00'] } },
    });
    expect(promiser.quote({ at: at(0), estimate: 522 }).promise).toBe(522);
    const never = promiser.quote({ at: at(0), estimate: 530 });
    expect(never).toMatchObject({ promise: null, due: null, unit: 'open-hours' });
    expect(never.factors).toMatchObject({ margin: null, rounding: null });
    const calendar = { zone: 'UTC', open: {}, specialHours: { '2025-12-01': ['09:00-12:00'] } };
    const closed = livePromiser({ unit: 'hours', keepRate: 0.5, typical: 2, calendar });
    expect(closed.quote({ at: at(0) })).toMatchObject({ promise: null, due: null });
    closed.start({ id: 'x', at: at(0) });
    expect(closed.finish({ id: 'x', at: at(90) })).toEqual({ took: 0, promise: null, kept: null });
  });

  it('in another way than by finishing is gone, or may finish yet', () => {
    const promiser = kitchen();
    for (const id of ['a', 'b', 'c', 'd']) promiser.start({ id, at: at(0) });
    promiser.cancel({ id: 'a', at: at(5) });
    promiser.lose({ id: 'b', at: at(5) });
    promiser.lose({ id: 'c', at: at(6) });
    expect(dataOf(promiser).orders.ids).toEqual(['d']);
    expect(dataOf(promiser).lost.ids).toEqual(['b', 'c']);
    // To be told so again changes nothing.
    promiser.lose({ id: 'b', at: at(7) });
    expect(dataOf(promiser).lost.ids).toEqual(['b', 'c']);
    promiser.cancel({ id: 'b', at: at(8) });
    expect(promiser.finish({ id: 'c', at: at(9) })).toMatchObject({ took: 9, kept: true });
    expect(dataOf(promiser)).toMatchObject({ counters: { finished: 1 }, lost: { ids: [] } });
    expect(promiser.now()).toEqual(at(9));
  });
});

describe('the time of the last event', () => {
  it('is that of the latest, and none before any', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40, lateness: 10 });
    expect(promiser.now()).toBeNull();
    promiser.start({ id: 'a', at: at(20) });
    promiser.start({ id: 'b', at: at(10) });
    expect(promiser.now()).toEqual(at(20));
    promiser.quote({ at: at(30) });
    expect(promiser.now()).toEqual(at(20));
    const early = refusal(() => promiser.finish({ id: 'b', at: at(9.99) }));
    expect(early).toMatchObject({ code: 'date-order', path: 'event.at' });
  });
});
