import { adjustParameters, type LiveQuote, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { happenings, tell } from './stream';

const daily = ['08:00-12:00', '13:00-23:00'];
const open = { monday: daily, tuesday: daily, wednesday: daily, thursday: daily, friday: daily };
const parameters = adjustParameters(promiserDefaults, 'test/soon', { minOrders: 5, loadWeeks: 1 });
const all = happenings(36, { seed: 31, gap: (i) => (i % 20 < 12 ? 3 : 700), factor: () => 0.5 });

/** What is promised where the clocks show the same, so many hours ahead of UTC. */
function quotes(zone: string, ahead: number) {
  const promiser = livePromiser({
    unit: 'minutes',
    keepRate: 0.8,
    typical: 30,
    parameters,
    calendar: { zone, open },
  });
  const moved = all.map((one) => ({
    ...one,
    time: new Date(one.time.getTime() - ahead * 3_600_000),
  }));
  const answers = tell(promiser, moved) as LiveQuote[];
  return answers
    .filter(({ factors }) => factors !== undefined)
    .map(({ promise, typical, factors }) => ({ promise, typical, factors }));
}

describe('a zone', () => {
  it.each([
    ['Asia/Kolkata', 5.5],
    ['Pacific/Marquesas', -9.5],
  ])('such as %s says nothing but what the clocks show', (zone, ahead) => {
    const told = quotes(zone, ahead);
    expect(new Set(told.map(({ factors }) => factors.surge)).size).toBeGreaterThan(1);
    expect(told).toEqual(quotes('UTC', 0));
  });
});
