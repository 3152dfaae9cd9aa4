import { capabilityFromSamples, planPromise, planWindow } from 'overdeliver';
import { capabilityChart, type VegaLiteSpec } from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { rowsOf } from './marks-of';
import { meetingTexts, pictureOf } from './picture';
import * as results from './results';

describe('a promise', () => {
  const spec = () => capabilityChart(results.counted, { plan: results.plan });

  it('stands where it was planned, with its margin, its chance and its interval', () => {
    expect(results.plan.promise).toBe(18);
    expect(rowsOf(spec(), 'rect')).toEqual([[{ quantity: 18, until: 10 }]]);
    const [typical, promise, interval] = rowsOf(spec(), 'rule');
    expect([typical, promise]).toEqual([[{ quantity: 10 }], [{ quantity: 18 }]]);
    expect(interval).toEqual([expect.objectContaining({ quantity: 18, chance: 0.9 })]);
  });

  it('lies on a curve that rises by one in twenty at each of nineteen observations', () => {
    const [line = []] = rowsOf(spec(), 'line');
    expect(line).toHaveLength(38);
    expect(line.at(-1)).toMatchObject({ quantity: 19, chance: 0.95 });
    expect(line.slice(0, 3).map(({ quantity, chance }) => [quantity, chance])).toEqual([
      [1, 0],
      [1, 0.05],
      [2, 0.05],
    ]);
  });

  it('is told with its numbers', () => {
    expect(spec().description).toContain(
      'The promise of 18 business days is kept 90% of the time (74% to 98.8%).',
    );
    expect(spec().description).toContain('It lies 8 from the typical 10 business days');
  });

  it('is a window with two ends', () => {
    const plan = planWindow(results.counted, { keepRate: 0.8 });
    const window = capabilityChart(results.counted, { plan });
    expect(rowsOf(window, 'rect')).toEqual([[{ quantity: plan.from, until: plan.to }]]);
    expect(
      rowsOf(window, 'text')
        .flat()
        .map(({ text }) => text),
    ).toEqual(['typical 10', `from ${plan.from}`, `to ${plan.to}`]);
  });

  it('of a level lies below what is typical', () => {
    const levels = capabilityFromSamples(
      Array.from({ length: 19 }, (_, i) => i + 1),
      { unit: 'points', better: 'higher' },
    );
    const level = capabilityChart(levels, { plan: planPromise(levels, { keepRate: 0.9 }) });
    expect(rowsOf(level, 'rect')).toEqual([[{ quantity: 2, until: 10 }]]);
    const [line = []] = rowsOf(level, 'line');
    expect([line[0], line.at(-1)]).toEqual([
      expect.objectContaining({ quantity: 19, chance: 0 }),
      expect.objectContaining({ quantity: 1, chance: 0.95 }),
    ]);
    expect(level.description).toContain('Half are delivered at 10 points or more.');
  });

  it('of a smooth capability lies on a curve without steps', () => {
    const [line = []] = rowsOf(capabilityChart(results.smooth), 'line');
    expect(line.length).toBeGreaterThan(300);
    expect(new Set(line.map(({ quantity }) => quantity)).size).toBe(line.length);
    // Exponential of mean 45.
    for (const { quantity, chance } of line) {
      expect(chance).toBeCloseTo(1 - Math.exp(-Number(quantity) / 45), 9);
    }
  });

  it('without a plan says what is typical', () => {
    const bare = capabilityChart(results.smooth);
    expect(bare.title.text).toBe('What can be delivered, in minutes');
    expect(bare.description).toContain('Half are delivered within 31.2 minutes.');
  });

  it('does not tell a median that is not known', () => {
    const hidden = capabilityFromSamples([1, 2, 3], { unit: 'days' });
    expect(capabilityChart({ ...hidden, identified: 0.4 }).description).not.toContain('Half');
  });

  const at = (promise: number, low: number | null, high: number | null) => ({
    ...results.plan,
    promise,
    chance: { estimate: promise / 20, low, high },
  });
  const read = async (spec: VegaLiteSpec) =>
    (await pictureOf(spec)).marks.filter((mark) => !mark.includes('line'));

  it('is read off the picture', async () => {
    const plan = at(18, 0.75, 0.95);
    const { marks, x, y, width, height } = await pictureOf(
      capabilityChart(results.counted, { plan }),
    );
    expect(marks).toEqual([
      'faint orange rect at x 10 to 18',
      expect.stringMatching(/^blue line: 1 0; 1 0.05; 2 0.05; .*; 18 0.9; 19 0.9; 19 0.95$/),
      'dashed grey rule at x 10',
      'orange rule at x 18',
      'grey "typical 10" above left of x 10, y 1',
      'orange "promise 18" above right of x 18, y 1',
      'blue rule at x 18, y 0.75 to 0.95',
      'blue circle at x 18, y 0.9',
    ]);
    expect([x.title, y.title]).toEqual([
      'Delivered (business days)',
      'Chance of no more than that',
    ]);
    expect([y.labels[0], y.labels.at(-1)]).toEqual(['0%', '100%']);
    expect([width, height]).toEqual([480, 280]);
  });

  it('says its margin, and its interval where it has one', () => {
    const [both, one] = [at(18, 0.75, 0.95), at(6, null, null)].map((plan) =>
      capabilityChart(results.counted, { plan }),
    );
    expect(both?.title.subtitle).toEqual(
      [
        'Band: the margin, 8 business days. Bar: the 95% interval of that chance (75% to 95%).',
      ].join(),
    );
    expect(both?.description).toBe(
      'A curve of the chance that a quantity is enough, from 0% at 1 to 95% at 19 business days. Half are delivered within 10 business days. The promise of 18 business days is kept 90% of the time (75% to 95%). It lies 8 from the typical 10 business days: that is the margin.',
    );
    expect(one?.title.subtitle).toBe('Band: the margin, 4 business days.');
  });

  it.each([
    ['lower', 18, 'left', 'right'],
    ['lower', 6, 'right', 'left'],
    ['higher', 18, 'left', 'right'],
    ['higher', 6, 'right', 'left'],
  ] as const)(
    'where %s is better, of %d, has its name beyond it',
    async (better, promise, ...sides) => {
      const able = { ...results.counted, better };
      const marks = await read(capabilityChart(able, { plan: at(promise, null, null) }));
      expect(marks.filter((mark) => mark.includes('"'))).toEqual([
        `grey "typical 10" above ${sides[0]} of x 10, y 1`,
        `orange "promise ${promise}" above ${sides[1]} of x ${promise}, y 1`,
      ]);
    },
  );

  it.each(['lower', 'higher'] as const)(
    'that is what is typical has both names beside it: %s is better',
    async (better) => {
      const sides = better === 'lower' ? ['left', 'right'] : ['right', 'left'];
      const marks = await read(
        capabilityChart({ ...results.counted, better }, { plan: at(10, null, null) }),
      );
      expect(marks.filter((mark) => mark.includes('"'))).toEqual([
        `grey "typical 10" above ${sides[0]} of x 10, y 1`,
        `orange "promise 10" above ${sides[1]} of x 10, y 1`,
      ]);
    },
  );

  it('of a narrow window has three names that do not meet', async () => {
    const plan = {
      ...results.plan,
      from: 9.5,
      to: 10.5,
      chance: { estimate: 0.05, low: 0.01, high: 0.2 },
    } as never;
    const spec = capabilityChart(results.counted, { plan });
    expect(await read(spec)).toEqual([
      'faint orange rect at x 9.5 to 10.5',
      'dashed grey rule at x 10',
      'orange rule at x 9.5',
      'orange rule at x 10.5',
      'grey "typical 10" above of x 10, y 1',
      'orange "from 9.5" above left of x 9.5, y 1',
      'orange "to 10.5" above right of x 10.5, y 1',
    ]);
    expect(await meetingTexts(spec)).toEqual([]);
    expect(spec.title.subtitle).toBe('Band: the window.');
    expect(spec.description).toContain('The window of 9.5 to 10.5 business days is kept 5%');
    expect(spec.description).not.toContain('margin');
  });
});
