import fc from 'fast-check';
import { quotesFromHistory, type StartedOrder } from 'overdeliver/backtest';
import { describe, expect, it } from 'vitest';
import { holds } from '../core/seeded';
import { on } from './given';

const step = 8_640_000;
const orderAt = (place: number, group: string | null): StartedOrder => ({
  ...{ id: `${place}`, started: new Date(+on(1) + place * step), group },
  ...{ estimate: null, features: null, promise: null },
});

interface Past {
  readonly took: number;
  readonly group: string | null;
}

/** By sorting: the rank of an order's own group, of all where that is too few, null where those are. */
function sortedQuote(past: readonly Past[], group: string | null, p: number, groups: boolean) {
  const ranked = (some: readonly Past[]) => {
    const rank = Math.ceil((some.length + 1) * p - 1e-9);
    return some.map(({ took }) => took).sort((a, b) => a - b)[rank - 1] ?? null;
  };
  const own = groups && group !== null ? past.filter((one) => one.group === group) : [];
  return ranked(own) ?? ranked(past);
}

describe('quotesFromHistory', () => {
  // Ten orders end in a day; one that ended 3 days ago to the instant is forgotten.
  it.each([
    ['3 days', { days: 3 }, 30, true],
    ['3 days, groups in one', { days: 3, groups: false }, 30, false],
    ['all days', {}, Infinity, true],
  ])('holds: it quotes what sorting the last does, of %s', (_, options, window, groups) => {
    const past = fc.record({
      took: fc.integer({ min: 1, max: 99 }),
      group: fc.constantFrom('north', 'south', null),
    });
    const all = fc.array(past, { minLength: 40, maxLength: 90 });
    holds(
      fc.property(all, fc.constantFrom(0.3, 0.5, 0.7, 0.9), (events, keepRate) => {
        const { quote, end } = quotesFromHistory(options)({ unit: 'days', keepRate });
        events.forEach(({ took, group }, i) => {
          const order = orderAt(i, group);
          const known = events.slice(Math.max(0, i - window + 1), i);
          expect(quote(order)).toBe(sortedQuote(known, group, keepRate, groups));
          end?.(order, { at: order.started, how: 'finished', took });
          end?.(order, { at: order.started, how: 'cancelled', took: 0 });
        });
      }),
    );
  });
});
