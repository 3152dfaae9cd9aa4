import { livePromiser } from 'overdeliver';
import {
  backtestPromises,
  quotesFromHistory,
  quotesFromPromiser,
  type StartedOrder,
} from 'overdeliver/backtest';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { refusal } from '../core/refusal';
import { on } from './given';

const setting = { unit: 'minutes', keepRate: 0.7 } as const;
const minute = (n: number) => new Date(+on(1) + n * 60_000);
const orderOf = (id: string, started: Date, known: Partial<StartedOrder> = {}): StartedOrder => ({
  ...{ id, started, group: null, estimate: null, features: null, promise: null },
  ...known,
});

describe('quotesFromPromiser', () => {
  it('tells a promiser of all that starts and of each way to end, and quotes to the digit', () => {
    const run = quotesFromPromiser({ typical: 7.3 })(setting);
    const promiser = livePromiser({ ...setting, typical: 7.3 });
    const told = { finished: 'finish', cancelled: 'cancel', lost: 'lose' } as const;
    for (let i = 0; i < 60; i++) {
      const [id, at] = [`o-${i}`, minute(10 * i)];
      const group = i % 2 === 0 ? 'north' : 'south';
      const features = { km: i % 5 };
      const order = orderOf(id, at, { group, features });
      expect(run.quote(order)).toBe(promiser.start({ id, at, group, features }).promise);
      const how = i % 3 === 0 ? 'cancelled' : i % 7 === 0 ? 'lost' : 'finished';
      const took = 1 + ((i * 7) % 9);
      const end = minute(10 * i + took);
      run.end?.(order, { at: end, how, took });
      promiser[told[how]]({ id, at: end });
    }
  });

  it('takes the id of an order that was lost or called off for that of another', () => {
    const quotesOf = (ids: readonly string[], given: object) => {
      const run = quotesFromPromiser(given)(setting);
      const hows = ['finished', 'lost', 'cancelled', 'lost', 'finished'] as const;
      return ids.map((id, i) => {
        const order = orderOf(id, minute(9 * i));
        const quote = run.quote(order);
        run.end?.(order, { at: minute(9 * i + 4), how: hows[i % 5] as 'lost', took: 4 });
        return quote;
      });
    };
    const apart = Array.from({ length: 20 }, (_, i) => `${i}`);
    for (const given of [{ typical: 5 }, {}])
      expect(
        quotesOf(
          apart.map(() => 'a'),
          given,
        ),
      ).toEqual(quotesOf(apart, given));
  });

  it('asks for the keep rate of the run, whatever the own one is', () => {
    const quoteOf = (own?: number) =>
      quotesFromPromiser({ typical: 5, keepRate: own })({ ...setting, keepRate: 0.5 }).quote(
        orderOf('a', on(1)),
      );
    const asked = livePromiser({ ...setting, keepRate: 0.9, typical: 5 });
    expect(quoteOf(0.9)).toBe(asked.quote({ at: on(1), keepRate: 0.5 }).promise);
    const plain = livePromiser({ ...setting, keepRate: 0.5, typical: 5 });
    expect(quoteOf()).toBe(plain.quote({ at: on(1) }).promise);
  });

  it('has no promise where the promiser has none', () => {
    const calendar = { zone: 'UTC', open: { thursday: ['00:00-24:00'] } };
    const policy = quotesFromPromiser({ typical: 30, keepRate: 0.9, calendar });
    const run = policy({ ...setting, keepRate: 0.99999 });
    const events = Array.from({ length: 150 }, (_, i) => {
      const order = orderOf(`o-${i}`, minute(i));
      const took = 30 + ((7 * i) % 20) + i / 150;
      const end = () => run.end?.(order, { at: minute(i + took), how: 'finished', took });
      return [
        { at: i, go: () => run.quote(order) },
        { at: i + took, go: end },
      ];
    });
    for (const { go } of events.flat().sort((a, b) => a.at - b.at)) go();
    // Orders that have been under way for long: nobody has seen how long such take.
    for (let i = 0; i < 40; i++) run.quote(orderOf(`u-${i}`, minute(200 + i)));
    run.quote(orderOf('v', minute(290)));
    expect(run.quote(orderOf('next', minute(290)))).toBeNull();
  });

  it('passes over the end of an order that it does not know any more, and over nothing else', () => {
    const run = quotesFromPromiser({ typical: 1 })(setting);
    const order = orderOf('a', minute(9));
    const end = (at: Date) => () => run.end?.(order, { at, how: 'finished', took: 1 });
    expect(end(minute(9))).not.toThrow();
    run.quote(order);
    expect(refusal(end(minute(8)))).toMatchObject({ code: 'date-order' });
    expect(end(minute(10))).not.toThrow();
  });
});

describe('where many take no time', () => {
  const minute = 60_000;
  const first = Date.UTC(2026, 0, 5);
  const next = uniforms(8);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const waits = (none: number) =>
    Array.from({ length: 4000 }, (_, i) => {
      const took = next() < none ? 0 : Math.round(15 * Math.exp(0.7 * normal()));
      const started = first + 15 * i * minute;
      return { id: `${i}`, group: i % 3 ? 'a' : 'b', started, finished: started + took * minute };
    });

  it.each([0.05, 0.2, 0.5, 0.8])('quotes are as good as by history: %f', (none) => {
    const { live, rolling } = backtestPromises(waits(none), {
      unit: 'minutes',
      keepRate: 0.9,
      by: () => 'all',
      from: first + 7 * 24 * 60 * minute,
      policies: { live: quotesFromPromiser(), rolling: quotesFromHistory({ days: 7 }) },
    }).policies;
    // Where 80 in 100 took no time at all .873 are kept.
    expect(Math.abs((live.kept.share as number) - 0.9)).toBeLessThan(none < 0.8 ? 0.02 : 0.03);
    expect((live.pinball as number) / (rolling.pinball as number)).toBeLessThan(1.02);
  });
});
