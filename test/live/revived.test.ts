import { adjustParameters, livePromiser, reviveLivePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { quotesOf } from './pinned/pinned';
import { happenings } from './stream';

const parameters = adjustParameters(promiserDefaults, 'test/soon', { minOrders: 5 });
const all = happenings(45, { seed: 42, gap: () => 30, cancelled: 0.1, lost: 0.2, never: 0.05 });
const round = (quote: number) => Math.ceil(quote);
const asking = (i: number) => ({ features: i % 3 ? { items: i % 7 } : { weight: i } });

const fresh = () =>
  livePromiser({
    unit: 'minutes',
    keepRate: 0.7,
    typical: 40,
    parameters,
    lateness: 1,
    round,
    calendar: { zone: 'Europe/Berlin', open: { monday: ['02:00-11:30', '12:00-23:00'] } },
  });

describe('a promiser that is revived', () => {
  it.each([0, 1, 41, all.length])('after %s events goes on as if nothing had happened', (cut) => {
    const promiser = fresh();
    quotesOf(promiser, all.slice(0, cut), asking);
    const json = JSON.stringify(promiser);
    const revived = reviveLivePromiser(JSON.parse(json), { round });
    expect(revived.now()).toEqual(promiser.now());
    const next = all.slice(cut, cut + 12);
    expect(quotesOf(revived, next, asking)).toEqual(quotesOf(promiser, next, asking));
    expect(JSON.stringify(revived)).toBe(JSON.stringify(promiser));
  });
});
