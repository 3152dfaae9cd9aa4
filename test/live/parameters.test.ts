import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { at, happenings, minute } from './stream';

const names = Object.keys(
  promiserDefaults.parameters,
) as (keyof typeof promiserDefaults.parameters)[];
const start = at(0).getTime();

/**
 * Five weeks in which all that the promiser knows of matters: surges, a slowdown, orders that are lost or never end, hours
 * and weekdays that differ; a share of orders takes whole times of 20 minutes.
 */
function story(whole: number) {
  const next = uniforms(3);
  const starts = new Map<string, number>();
  const all = happenings(3000, {
    lost: 0.02,
    never: 0.02,
    gap: (i) => (i % 600 < 100 ? 0.3 : 20),
    factor: (i) => (i > 2000 ? 2.5 : 1),
  }).map((one) => {
    const time = one.time.getTime();
    if (one.what === 'start') starts.set(one.id, time);
    const from = starts.get(one.id) as number;
    const took = (time - from) * (1 + new Date(from).getUTCHours() / 24) * weekday(from);
    const rounded = next() < whole ? 20 * minute * Math.ceil(took / (20 * minute)) : took;
    return { ...one, time: new Date(Math.round(from + rounded)) };
  });
  return all.sort((a, b) => a.time.getTime() - b.time.getTime());
}

const weekday = (time: number) => 1 + (Math.floor((time - start) / (24 * 60 * minute)) % 7) / 7;

/** What happens, and the first guess: the last one is off by far. */
const stories = [
  ...[0, 0.3, 1].map((whole) => ({ events: story(whole), typical: 40 })),
  { events: story(0), typical: 1200 },
];

/** All that is promised in a story, and the orders that were forgotten before they ended. */
function promised(
  parameters: typeof promiserDefaults,
  { events, typical }: (typeof stories)[number],
): string {
  const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical, parameters });
  const answers = events.map(({ time, what, id, group }, i) => {
    if (what === 'start') {
      return promiser.start({ id, at: time, group, features: { i: i % 13 } }).promise;
    }
    try {
      return promiser[what]({ id, at: time });
    } catch {
      return 'forgotten';
    }
  });
  return JSON.stringify(answers);
}

describe('the numbers of the live promiser', () => {
  const before = stories.map((one) => promised(promiserDefaults, one));

  it.each(names)('%s decides something', (name) => {
    const { value, range } = promiserDefaults.parameters[name];
    const differs = [value / 4, value * 4, ...range].some((other) => {
      if (other < range[0] || other > range[1]) return false;
      const parameters = adjustParameters(promiserDefaults, 'test/other', { [name]: other });
      return stories.some((one, i) => promised(parameters, one) !== before[i]);
    });
    expect(differs).toBe(true);
  });
});
